import type { ReadinessForecast } from '../capacity/forecast.ts';
import type { SiteState } from '../deployment/site.ts';
import type { ProviderTally } from '../tally/providerTally.ts';
import type { Product } from './product.ts';

/** Who builds and lends, in one replication: its sites, its crews and what is known of its readiness. */
export interface Provider {
  readonly index: number;
  readonly name: string;
  /** What its inputs are named after; empty for the first. */
  readonly key: string;
  readonly sites: readonly SiteState[];
  /** Product in whose racks its planners count positions: a position is the power of one of them. */
  readonly layout: Product;
  /** Construction pace: actual over usual duration. */
  readonly pace: number;
  /** Position of its flow of existing halls inside its range, 0 to 1. */
  readonly hallShare: number;
  /** L4/L5 teams that its sites share. */
  readonly commissioningTeams: number;
  readonly forecast: ReadinessForecast;
  /** Crews of the travelling pool that are called by nobody. */
  readonly travelling: { freeCrews: number };
  readonly tally: ProviderTally;
}
