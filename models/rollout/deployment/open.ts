import type { Resource } from '../../../src/kernel/index.ts';
import type { Product } from '../market/product.ts';
import { planOf } from '../sites/planOf.ts';
import { listOf } from '../listOf.ts';
import type { World } from '../world.ts';
import type { Floor, StepCallbacks } from './floor.ts';
import { onCrewJoined } from './crewPolicy.ts';
import { onCrewGranted, onInstalled, onPlaced } from './installation.ts';
import { deploymentLabels } from './labels.ts';
import { matchRacks } from './matching.ts';
import { newPods } from './podTable.ts';
import { onPodAccepted, onPodBroughtUp, onPodComplete, onPodTested, onPodUnfrozen } from './acceptance.ts';
import { onPartialPod } from './partialPods.ts';
import { onPodPassed } from './pods.ts';
import { clearRacks } from './racks.ts';
import type { SiteShare, SiteState } from './site.ts';
import { onCrewArrived } from './travellingCrews.ts';

/** Opens the way from dock to service of one replication: no racks yet. */
export function openFloor(
  world: World,
  { sites, programmes, providers, products }: Pick<Floor, 'sites' | 'programmes' | 'providers' | 'products'>,
): Floor {
  const { simulation, scenario, calendars, switching, inputs } = world;
  const callbacks = {} as StepCallbacks;
  const floor: Floor = {
    clock: { simulation, calendars, switching, reworkShare: inputs.reworkShare },
    plan: scenario.deployment,
    fleet: {
      racks: clearRacks(world.racks),
      pods: newPods(),
      placed: [],
      jobs: [],
    },
    sites,
    programmes,
    providers,
    products,
    steps: {
      labels: deploymentLabels(world),
      rackEntity: simulation.entities('rack', MOST_RACKS),
      podEntity: simulation.entities('pod', MOST_RACKS),
      callbacks,
    },
  };
  Object.assign(callbacks, callbacksOf(floor));
  const { racks } = floor.fleet;
  switching.subscribe((rack, isOff, time) =>
    programmes[racks.programme[rack]!]!.tally.rackSwitched(racks.site[rack]!, time, isOff),
  );
  return floor;
}

function callbacksOf(floor: Floor): StepCallbacks {
  return {
    holdEnds: () => matchRacks(floor),
    placed: (job) => onPlaced(floor, job),
    crewGranted: (job) => onCrewGranted(floor, job),
    crewArrived: (site) => onCrewArrived(floor, site),
    crewJoined: (site) => onCrewJoined(floor, site),
    installed: (job) => onInstalled(floor, job),
    partialPod: (pod) => onPartialPod(floor, pod),
    podPassed: (pod) => onPodPassed(floor, pod),
    podComplete: (pod) => onPodComplete(floor, pod),
    podUnfrozen: (pod) => onPodUnfrozen(floor, pod),
    podBroughtUp: (pod) => onPodBroughtUp(floor, pod),
    podTested: (pod) => onPodTested(floor, pod),
    podAccepted: (pod) => onPodAccepted(floor, pod),
  };
}

// Names only: a block of identifiers costs nothing, and diverted racks use up more than the contracts need.
const MOST_RACKS = 2 ** 22;

// Where racks are installed in a stated time nobody waits for a crew.
const AS_MANY_AS_IT_TAKES = 1_000_000;

/** Opens a site with its crew; `tenants` are the names of the programmes whose racks may come. */
export function openSite(
  { simulation, scenario, streams }: Pick<World, 'simulation' | 'scenario' | 'streams'>,
  {
    index,
    provider,
    tempo,
    layout,
    products,
    tenants,
  }: {
    index: number;
    provider: number;
    /** Factor on all that takes time there. */
    tempo: number;
    layout: Product;
    products: readonly Product[];
    tenants: readonly string[];
  },
): SiteState {
  const site = scenario.sites[index]!;
  const { name, kind } = site;
  const deployment =
    site.kind === 'dedicated' ? planOf(scenario.deployment, site.deployment) : scenario.deployment;
  const flow = site.kind === 'flow' ? site : undefined;
  const installTime =
    flow?.installTime && tempo * streams.open('crews', name, 'install time').draw(flow.installTime, 0);
  const crews = installTime === undefined ? (flow?.crews ?? deployment.crews) : AS_MANY_AS_IT_TAKES;
  const crew: Resource = simulation.resource(`${name} install crew`, { capacity: crews });
  const racksPerDay = streams.open('crews', name, 'install rate').draw(deployment.racksPerDay, 0);
  // The pods of the contract that the scenario itself states bear no name.
  const drawsOf = (quantity: string, tenant: string) =>
    streams.open('acceptance', name, tenant === '' ? quantity : `${quantity} of ${tenant}`);
  return {
    index,
    name,
    provider,
    layout,
    existing: kind !== 'dedicated',
    entity: simulation.entity(name),
    crew,
    tempo,
    installDays: tempo / racksPerDay,
    installTime,
    burnIn: deployment.burnIn,
    acceptanceDays: tempo * streams.open('acceptance', name, 'shake-out').draw(deployment.acceptance, 0),
    crewMove: streams.open('crews', name, 'crew move'),
    crewLag: streams.open('crews', name, 'crew lag'),
    blocks: [],
    firstOpenBlock: 0,
    open: 0,
    filled: 0,
    ready: 0,
    accepted: 0,
    shares: listOf(tenants, (tenant): SiteShare => ({
      gpus: 0,
      positions: 0,
      openPods: listOf(products, () => -1),
      pods: 0,
      bringUp: drawsOf('bring-up', tenant),
      podAcceptance: drawsOf('pod acceptance', tenant),
    })),
    toInstall: 0,
    underWay: [],
    crewsComing: 0,
    crewsVisiting: 0,
    crewCalls: 0,
    crewsAsked: 0,
    crewAsks: 0,
    closed: false,
    returnedAt: Number.POSITIVE_INFINITY,
  };
}
