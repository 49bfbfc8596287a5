import type { SiteState } from '../deployment/site.ts';
import type { RolloutScenario } from '../scenario.ts';
import type { Milestones } from '../tally/milestones.ts';
import type { ProgrammeTally } from '../tally/programmeTally.ts';
import type { Need } from './need.ts';
import type { Product } from './product.ts';
import type { RackDraws } from './rackDraws.ts';
import type { RackQueue } from './rackQueue.ts';

/** One tenant's contract with one provider, and how far it has come. */
export interface Programme {
  readonly index: number;
  /** Name of the tenant; empty for the contract that the scenario itself states. */
  readonly name: string;
  /** Place of its provider among the scenario's. */
  readonly provider: number;
  /** Product that the contract names; racks of others may count too. */
  readonly product: Product;
  /** GPUs of the contract that a rack of each product counts for, in the order of the products. */
  readonly gpusOfRack: readonly number[];
  readonly policies: RolloutScenario['policies'];
  /** Dollars per GPU-hour in this replication. */
  readonly price: number;
  readonly need: Need;
  readonly queue: RackQueue;
  /** The provider's sites in the order in which the placement policy tries them. */
  readonly placementOrder: readonly SiteState[];
  readonly milestones: Milestones;
  readonly tally: ProgrammeTally;
  readonly draws: RackDraws;
}
