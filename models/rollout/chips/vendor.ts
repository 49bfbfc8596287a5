import type { Distribution, Stream } from '../../../src/random/index.ts';
import type { OutputShocks } from '../disruption/shocks.ts';
import type { Product } from '../market/product.ts';
import type { Intake, LotShares } from './allotment.ts';
import type { VendorLot } from './output.ts';

/** A vendor in one replication: its lots as they are shared out, and how they travel. */
export interface Vendor {
  readonly name: string;
  /** What its racks are. */
  readonly product: Product;
  /** Number of its first lot; lots of different vendors never share a number. */
  readonly firstLot: number;
  readonly lots: readonly VendorLot[];
  /** Who may have what of each lot. */
  readonly shares: LotShares;
  /** Racks finished before this day had been allotted to others. */
  readonly allottedFrom: number;
  readonly freight: Distribution;
  readonly medianFreightDays: number;
  readonly freightDraws: Stream;
  readonly shocks: OutputShocks;
}

/** A vendor's output before anybody has a part of it. */
export type VendorOutput = Pick<
  Vendor,
  'name' | 'product' | 'lots' | 'allottedFrom' | 'freight' | 'shocks'
> & {
  /** What each provider and its tenants may have of these lots. */
  readonly intakes: readonly Intake[];
};
