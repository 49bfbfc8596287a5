import type { Product } from '../market/product.ts';
import type { Programme } from '../market/programme.ts';
import type { Provider } from '../market/provider.ts';
import type { RolloutScenario } from '../scenario.ts';
import type { World } from '../world.ts';
import type { RolloutLabels } from './labels.ts';
import type { Pods } from './podTable.ts';
import type { Racks } from './racks.ts';
import type { SiteState } from './site.ts';

/** What the steps of a rack from the dock into service work on, whoever's it is. */
export interface Floor {
  readonly clock: Pick<World, 'simulation' | 'calendars' | 'switching'> & {
    /** Share of racks that fail burn-in. */
    readonly reworkShare: number;
  };
  readonly plan: RolloutScenario['deployment'];
  readonly fleet: Fleet;
  readonly sites: readonly SiteState[];
  readonly programmes: readonly Programme[];
  readonly providers: readonly Provider[];
  readonly products: readonly Product[];
  readonly steps: RackSteps;
}

/** All racks of a run, their pods, and the jobs of the crews. */
export interface Fleet {
  readonly racks: Racks;
  readonly pods: Pods;
  /** Racks in the order in which they were placed, and the jobs of the crews over it. */
  readonly placed: number[];
  readonly jobs: InstallJob[];
}

/** Racks of one lot that were placed at one site at one time: one job of a crew. */
export interface InstallJob {
  readonly site: SiteState;
  /** First of the job's racks in `placed`, and how many there are. */
  readonly first: number;
  readonly count: number;
  /** The events at which a crew took it and was done with it, −1 until then. */
  begunBy: number;
  doneBy: number;
}

/**
 * What happens to jobs and pods, as the kernel's callback path takes it: bound once, so that an event allocates
 * nothing.
 */
export interface RackSteps {
  readonly labels: RolloutLabels;
  readonly rackEntity: number;
  readonly podEntity: number;
  readonly callbacks: StepCallbacks;
}

export interface StepCallbacks {
  holdEnds: () => void;
  placed: (job: number) => void;
  crewGranted: (job: number) => void;
  crewArrived: (site: number) => void;
  crewJoined: (site: number) => void;
  installed: (job: number) => void;
  partialPod: (pod: number) => void;
  podPassed: (pod: number) => void;
  podComplete: (pod: number) => void;
  podUnfrozen: (pod: number) => void;
  podBroughtUp: (pod: number) => void;
  podTested: (pod: number) => void;
  podAccepted: (pod: number) => void;
}

/** The programme that a rack belongs to. */
export function programmeOf(
  { programmes, fleet }: Pick<Floor, 'programmes' | 'fleet'>,
  rack: number,
): Programme {
  return programmes[fleet.racks.programme[rack]!]!;
}

/** The product that a rack is. */
export function productOf({ products, fleet }: Pick<Floor, 'products' | 'fleet'>, rack: number): Product {
  return products[fleet.racks.product[rack]!]!;
}

/** The site where a placed rack stands. */
export function siteOf({ sites, fleet }: Pick<Floor, 'sites' | 'fleet'>, rack: number): SiteState {
  return sites[fleet.racks.site[rack]!]!;
}

/** Slots of its contract that a rack fills: 1 for a rack of the contract's own product. */
export function slotsOf(floor: Pick<Floor, 'programmes' | 'fleet'>, rack: number): number {
  const { gpusOfRack, product } = programmeOf(floor, rack);
  return gpusOfRack[floor.fleet.racks.product[rack]!]! / product.gpusPerRack;
}
