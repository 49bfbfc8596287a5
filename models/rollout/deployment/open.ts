import type { Resource } from '../../../src/kernel/index.ts';
import type { Milestones } from '../tally/milestones.ts';
import type { Tally } from '../tally/tally.ts';
import type { World } from '../world.ts';
import type { Deployment, DeploymentCallbacks } from './deployment.ts';
import { onBurntIn, onCrewGranted, onInstalled, onPlaced, onPoweredOn, onReworked } from './installation.ts';
import { newPods, onInService, onPodAccepted, onPodComplete, onPodUnfrozen } from './pods.ts';
import { newRacks } from './racks.ts';
import type { SiteState } from './site.ts';

/** Opens the deployment of one replication: no racks yet, a crew at every site. */
export function openDeployment(
  world: World,
  options: { neededRacks: number; tally: Tally; milestones: Milestones },
): Deployment {
  const { simulation, scenario, streams } = world;
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
    waiting: { racks: [], head: 0, length: 0 },
    placed: [],
    jobs: [],
    placedCount: 0,
    committedRacks: 0,
    creditRacks: 0,
    acceptedRacks: 0,
    tally: options.tally,
    milestones: options.milestones,
    burnInDraws: streams.open('acceptance', 'rack', 'burn-in'),
    reworkDraws: streams.open('acceptance', 'rack', 'fails burn-in'),
    reworkDaysDraws: streams.open('acceptance', 'rack', 'rework'),
    callbacks,
    rackEntity: simulation.entities('rack', MOST_RACKS),
    podEntity: simulation.entities('pod', MOST_RACKS),
  };
  Object.assign(callbacks, {
    placed: (rack: number) => onPlaced(deployment, rack),
    crewGranted: (job: number) => onCrewGranted(deployment, job),
    installed: (rack: number) => onInstalled(deployment, rack),
    poweredOn: (rack: number) => onPoweredOn(deployment, rack),
    burntIn: (rack: number) => onBurntIn(deployment, rack),
    reworked: (rack: number) => onReworked(deployment, rack),
    podComplete: (pod: number) => onPodComplete(deployment, pod),
    podUnfrozen: (pod: number) => onPodUnfrozen(deployment, pod),
    podAccepted: (pod: number) => onPodAccepted(deployment, pod),
    inService: (rack: number) => onInService(deployment, rack),
  } satisfies DeploymentCallbacks);
  return deployment;
}

function openSite(world: World, index: number): SiteState {
  const { simulation, scenario, streams } = world;
  const { name, kind } = scenario.sites[index]!;
  const { deployment } = scenario;
  const crew: Resource = simulation.resource(`${name} install crew`, { capacity: deployment.crews });
  const racksPerDay = streams.open('crews', name, 'install rate').draw(deployment.racksPerDay);
  return {
    index,
    name,
    existing: kind !== 'dedicated',
    entity: simulation.entity(name),
    crew,
    installDays: deployment.crews / racksPerDay,
    acceptanceDays: streams.open('acceptance', name, 'shake-out').draw(deployment.acceptance),
    blocks: [],
    firstOpenBlock: 0,
    open: 0,
    filled: 0,
    ready: 0,
    openPod: -1,
  };
}

function placementOrder(
  policy: World['scenario']['policies']['placement'],
  sites: readonly SiteState[],
): SiteState[] {
  const first = policy === 'existing-first';
  return [...sites].sort((a, b) => {
    const kind = Number(a.existing === first ? 0 : 1) - Number(b.existing === first ? 0 : 1);
    return kind === 0 ? a.index - b.index : kind;
  });
}

// Names only: a block of identifiers costs nothing, and diverted racks use up more than the contract needs.
const MOST_RACKS = 2 ** 22;
