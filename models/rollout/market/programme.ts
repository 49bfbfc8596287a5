import type { RolloutScenario } from '../scenario.ts';
import type { Milestones } from '../tally/milestones.ts';
import type { ProgrammeTally } from '../tally/programmeTally.ts';
import type { Need } from './need.ts';
import type { Place } from './place.ts';
import type { Product } from './product.ts';

/** One tenant's contract, and how far it has come at its providers. */
export interface Programme {
  readonly index: number;
  /** Name of the tenant; empty for the contract that the scenario itself states. */
  readonly name: string;
  /** Place of its own provider among the scenario's: the first of its places. */
  readonly provider: number;
  readonly places: readonly Place[];
  /** Product that the contract names; racks of others may count too. */
  readonly product: Product;
  /** GPUs of the contract that a rack of each product counts for, in the order of the products. */
  readonly gpusOfRack: readonly number[];
  readonly policies: RolloutScenario['policies'];
  /** Dollars per GPU-hour in this replication. */
  readonly price: number;
  readonly need: Need;
  readonly milestones: Milestones;
  readonly tally: ProgrammeTally;
}
