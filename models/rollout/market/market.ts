import type { Vendor } from '../chips/vendor.ts';
import type { Programme } from './programme.ts';
import type { TakingReason } from './taking.ts';

/** The vendors of a replication, all alike, and who got what of their lots. */
export interface Market {
  readonly vendors: readonly Vendor[];
  /** Lots that have left their vendor, in the order in which they did. */
  readonly allotments: LotAllotment[];
}

/** Who got what of one lot, in racks, and why no more. */
export interface LotAllotment {
  readonly vendor: Vendor;
  /** Place of the lot among the vendor's. */
  readonly index: number;
  readonly day: number;
  readonly produced: number;
  readonly takes: readonly LotTake[];
}

/** What one tenant took of a lot. */
export interface LotTake {
  readonly programme: number;
  readonly provider: number;
  readonly cap: number;
  readonly taken: number;
  /** Of these, racks owed of earlier lots. */
  readonly repaid: number;
  readonly reason: TakingReason;
  /** Whether they could have come with an earlier lot, had positions been forecast sooner. */
  readonly askedLater: boolean;
}

/** What became of all lots for one tenant, in racks: the other customers, others at its providers, and itself. */
export interface LotTotals {
  readonly finished: number;
  readonly rivals: number;
  readonly otherTenants: number;
  readonly tenant: number;
}

/** Sums the lots as one tenant sees them; the parts sum to what was finished. */
export function lotTotals(
  { allotments }: Pick<Market, 'allotments'>,
  { index, places }: Pick<Programme, 'index' | 'places'>,
): LotTotals {
  const providers = places.map(({ provider }) => provider);
  let finished = 0;
  let provided = 0;
  let tenant = 0;
  for (const { vendor, index: lot, produced, takes } of allotments) {
    finished += produced;
    for (const offer of vendor.shares.offers)
      if (providers.includes(offer.provider)) provided += offer.racks[lot]!;
    for (const take of takes) if (take.programme === index) tenant += take.taken;
  }
  return { finished, rivals: finished - provided, otherTenants: provided - tenant, tenant };
}

/** Racks of a lot that no tenant of the scenario took. */
export function unallotted({ produced, takes }: Pick<LotAllotment, 'produced' | 'takes'>): number {
  return takes.reduce((left, { taken }) => left - taken, produced);
}
