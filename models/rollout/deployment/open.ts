import type { Resource } from '../../../src/kernel/index.ts';
import type { Milestones } from '../tally/milestones.ts';
import type { Tally } from '../tally/tally.ts';
import type { World } from '../world.ts';
import type { Deployment, DeploymentCallbacks, RackDraws } from './deployment.ts';
import { onBurntIn, onCrewGranted, onInstalled, onPlaced, onPoweredOn, onReworked } from './installation.ts';
import { deploymentLabels } from './labels.ts';
import { matchRacks } from './matching.ts';
import { placementOrder } from './placement.ts';
import { newPods } from './podTable.ts';
import {
  onPartialPod,
  onPodAccepted,
  onPodBroughtUp,
  onPodComplete,
  onPodTested,
  onPodUnfrozen,
} from './pods.ts';
import { newRacks } from './racks.ts';
import { onInService } from './service.ts';
import type { SiteState } from './site.ts';
import { onCrewArrived } from './travellingCrews.ts';

/** Opens the deployment of one replication: no racks yet, a crew at every site. */
export function openDeployment(
  world: World,
  options: { neededRacks: number; tally: Tally; milestones: Milestones },
): Deployment {
  const { simulation, scenario } = world;
  const sites = scenario.sites.map((_, index) => openSite(world, index));
  const callbacks = {} as DeploymentCallbacks;
  const deployment: Deployment = {
    world,
    gpusPerRack: scenario.product.gpusPerRack,
    neededRacks: options.neededRacks,
    racks: newRacks(options.neededRacks),
    pods: newPods(),
    sites,
    placementOrder: placementOrder(scenario.policies.placement, sites),
    waiting: { racks: [], head: 0, length: 0, heldLot: -1 },
    placed: [],
    jobs: [],
    placedCount: 0,
    committedRacks: 0,
    racksOnTheWay: 0,
    creditRacks: 0,
    acceptedRacks: 0,
    racksEverAccepted: 0,
    racksToReplace: 0,
    freeTravellingCrews: scenario.deployment.travelling?.crews ?? 0,
    tally: options.tally,
    milestones: options.milestones,
    draws: rackDraws(world),
    labels: deploymentLabels(world),
    callbacks,
    rackEntity: simulation.entities('rack', MOST_RACKS),
    podEntity: simulation.entities('pod', MOST_RACKS),
  };
  Object.assign(callbacks, {
    holdEnds: () => matchRacks(deployment),
    placed: (rack: number) => onPlaced(deployment, rack),
    crewGranted: (job: number) => onCrewGranted(deployment, job),
    crewArrived: (site: number) => onCrewArrived(deployment, site),
    installed: (rack: number) => onInstalled(deployment, rack),
    poweredOn: (rack: number) => onPoweredOn(deployment, rack),
    repaired: (rack: number) => onPoweredOn(deployment, rack),
    burntIn: (rack: number) => onBurntIn(deployment, rack),
    reworked: (rack: number) => onReworked(deployment, rack),
    partialPod: (pod: number) => onPartialPod(deployment, pod),
    podComplete: (pod: number) => onPodComplete(deployment, pod),
    podUnfrozen: (pod: number) => onPodUnfrozen(deployment, pod),
    podBroughtUp: (pod: number) => onPodBroughtUp(deployment, pod),
    podTested: (pod: number) => onPodTested(deployment, pod),
    podAccepted: (pod: number) => onPodAccepted(deployment, pod),
    inService: (rack: number) => onInService(deployment, rack),
  } satisfies DeploymentCallbacks);
  world.switching.subscribe((rack, isOff, time) =>
    options.tally.rackSwitched(sites[deployment.racks.site[rack]!]!, time, isOff),
  );
  return deployment;
}

function rackDraws({ streams, scenario }: World): RackDraws {
  const { deadOnArrival } = scenario.deployment;
  return {
    burnIn: streams.open('acceptance', 'rack', 'burn-in'),
    fails: streams.open('acceptance', 'rack', 'fails burn-in'),
    reworkDays: streams.open('acceptance', 'rack', 'rework'),
    dead: streams.open('acceptance', 'rack', 'dead on arrival'),
    repairDays: streams.open('acceptance', 'rack', 'repair'),
    deadShare:
      deadOnArrival === undefined
        ? 0
        : streams.open('acceptance', 'all racks', 'dead on arrival').draw(deadOnArrival.share, 0),
  };
}

function openSite(world: World, index: number): SiteState {
  const { simulation, scenario, streams } = world;
  const { name, kind } = scenario.sites[index]!;
  const { deployment } = scenario;
  const crew: Resource = simulation.resource(`${name} install crew`, { capacity: deployment.crews });
  const racksPerDay = streams.open('crews', name, 'install rate').draw(deployment.racksPerDay, 0);
  return {
    index,
    name,
    existing: kind !== 'dedicated',
    entity: simulation.entity(name),
    crew,
    installDays: 1 / racksPerDay,
    acceptanceDays: streams.open('acceptance', name, 'shake-out').draw(deployment.acceptance, 0),
    draws: {
      bringUp: streams.open('acceptance', name, 'bring-up'),
      podAcceptance: streams.open('acceptance', name, 'pod acceptance'),
      crewMove: streams.open('crews', name, 'crew move'),
    },
    blocks: [],
    firstOpenBlock: 0,
    open: 0,
    filled: 0,
    ready: 0,
    toInstall: 0,
    accepted: 0,
    openPod: -1,
    pods: 0,
    crewsComing: 0,
    crewsVisiting: 0,
    crewCalls: 0,
    closed: false,
    returnedAt: Number.POSITIVE_INFINITY,
  };
}

// Names only: a block of identifiers costs nothing, and diverted racks use up more than the contract needs.
const MOST_RACKS = 2 ** 22;
