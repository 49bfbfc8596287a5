import type { Stream } from '../../../src/random/index.ts';
import type { Milestones } from '../tally/milestones.ts';
import type { Tally } from '../tally/tally.ts';
import type { World } from '../world.ts';
import type { RolloutLabels } from './labels.ts';
import type { Pods } from './podTable.ts';
import type { Racks } from './racks.ts';
import type { SiteState } from './site.ts';

/** The part of the rollout from dock to service: racks, the sites that take them, pods, and what is counted. */
export interface Deployment {
  readonly world: World;
  readonly gpusPerRack: number;
  /** Racks the contract needs. */
  readonly neededRacks: number;
  readonly racks: Racks;
  readonly pods: Pods;
  readonly sites: SiteState[];
  /** Sites in the order in which the placement policy tries them. */
  readonly placementOrder: SiteState[];
  readonly waiting: RackQueue;
  /** Racks in the order in which they were placed, and the jobs of the crews over it. */
  readonly placed: number[];
  readonly jobs: InstallJob[];
  placedCount: number;
  /** Racks on their way, waiting or placed: all that still count towards the need. */
  committedRacks: number;
  /** Racks taken and not yet at the dock. */
  racksOnTheWay: number;
  /** Racks the provider owes the tenant: allotted but not taken, or diverted. */
  creditRacks: number;
  /** Contract slots accepted, N(t) in racks; and racks accepted, those that fill an old slot included. */
  acceptedRacks: number;
  racksEverAccepted: number;
  /** Racks in halls that go back, whose slots new racks take. */
  racksToReplace: number;
  /** Crews of the travelling pool that are called by nobody. */
  freeTravellingCrews: number;
  readonly tally: Tally;
  readonly milestones: Milestones;
  readonly draws: RackDraws;
  readonly labels: RolloutLabels;
  readonly callbacks: DeploymentCallbacks;
  readonly rackEntity: number;
  readonly podEntity: number;
}

/** Draws that belong to racks, by their serial. */
export interface RackDraws {
  readonly burnIn: Stream;
  readonly fails: Stream;
  readonly reworkDays: Stream;
  readonly dead: Stream;
  readonly repairDays: Stream;
  /** Share of racks dead on arrival: one value a replication. */
  readonly deadShare: number;
}

/** Racks of one lot that were placed at one site at one time: one job of a crew. */
export interface InstallJob {
  readonly site: SiteState;
  /** First of the job's racks in `placed`, and how many there are. */
  readonly first: number;
  readonly count: number;
}

/** First in, first out; diverted racks are skipped when they come to the head. */
export interface RackQueue {
  readonly racks: number[];
  head: number;
  length: number;
  /** The lot whose holding time is already set, −1 for none. */
  heldLot: number;
}

/** The steps of a rack, bound once so that the kernel's callback path allocates nothing an event. */
export interface DeploymentCallbacks {
  holdEnds: (rack: number) => void;
  placed: (rack: number) => void;
  crewGranted: (job: number) => void;
  crewArrived: (site: number) => void;
  installed: (rack: number) => void;
  poweredOn: (rack: number) => void;
  repaired: (rack: number) => void;
  burntIn: (rack: number) => void;
  reworked: (rack: number) => void;
  partialPod: (pod: number) => void;
  podComplete: (pod: number) => void;
  podUnfrozen: (pod: number) => void;
  podBroughtUp: (pod: number) => void;
  podTested: (pod: number) => void;
  podAccepted: (pod: number) => void;
  inService: (rack: number) => void;
}
