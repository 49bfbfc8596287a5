import { blackoutEnd, CauseKind } from '../../../src/kernel/index.ts';
import type { Programme } from '../market/programme.ts';
import { productOf, programmeOf, siteOf, type Floor } from './floor.ts';
import { splitPod, startPartialPodClock } from './partialPods.ts';
import { newPod } from './podTable.ts';
import type { SiteShare, SiteState } from './site.ts';

/** Adds a placed rack to its programme's open pod at its site; the last rack that is needed closes the pods that stay short. */
export function joinPod(floor: Floor, rack: number): void {
  const { racks, pods } = floor.fleet;
  const programme = programmeOf(floor, rack);
  const site = siteOf(floor, rack);
  const product = productOf(floor, rack);
  const { openPods } = site.shares[programme.index]!;
  if (openPods[product.index]! < 0)
    openPods[product.index] = newPod(pods, { site, programme: programme.index, racks: product.podRacks });
  const pod = openPods[product.index]!;
  racks.pod[rack] = pod;
  const members = pods.members[pod]!;
  members.push(rack);
  if (members.length === pods.expected[pod]) openPods[product.index] = -1;
  if (isLastPlaced(programme, rack))
    for (const each of floor.sites) closeShortPods(floor, each, programme.index);
}

function isLastPlaced({ need }: Programme, rack: number): boolean {
  return need.placedGpus >= need.gpus + need.replacedGpus - ROUNDING && rack === need.lastPlaced;
}

// Far below one GPU, far above the rounding error of a sum.
const ROUNDING = 1e-6;

/** Lets a programme's open pods at a site, which will get no further rack, be accepted with what they hold. */
export function closeShortPods(floor: Floor, site: SiteState, programme: number): void {
  const { openPods } = site.shares[programme]!;
  openPods.forEach((pod, product) => {
    if (pod < 0) return;
    openPods[product] = -1;
    closePod(floor, pod);
  });
}

function closePod(floor: Floor, pod: number): void {
  const { pods } = floor.fleet;
  pods.expected[pod] = pods.members[pod]!.length;
  if (pods.expected[pod] > 0 && pods.passed[pod] === pods.expected[pod]) completePod(floor, pod);
}

/** Counts a rack that passed burn-in; the last one of a pod completes it. */
export function onRackPassed(floor: Floor, rack: number): void {
  const { pods, racks } = floor.fleet;
  const pod = racks.pod[rack]!;
  racks.passed[rack] = 1;
  pods.passed[pod]!++;
  pods.previousPassAt[pod] = pods.lastPassAt[pod]!;
  pods.lastPassAt[pod] = floor.clock.simulation.now;
  if (pods.passed[pod] === pods.expected[pod]) completePod(floor, pod);
  else if (pods.passed[pod] === 1) startPartialPodClock(floor, pod);
}

/** The policy's patience with an incomplete pod is over: the racks that have passed go on without the others. */
export function onPartialPod(floor: Floor, pod: number): void {
  if (splitPod(floor, pod)) completePod(floor, pod);
}

function completePod({ clock: { simulation }, fleet, steps }: Floor, pod: number): void {
  const { callbacks, labels, podEntity } = steps;
  const handle = simulation.schedule(0, callbacks.podComplete, pod, labels.podComplete, podEntity + pod);
  const previous = fleet.pods.previousPassAt[pod]!;
  simulation.attribute(handle, CauseKind.joined, simulation.currentEvent, previous, labels.burnIn);
}

/** A complete pod waits for a change freeze to end, then joins the fabric. */
export function onPodComplete(floor: Floor, pod: number): void {
  const { clock, steps } = floor;
  const open = blackoutEnd(clock.calendars.networkFreeze, clock.simulation.now);
  if (open === clock.simulation.now) onPodUnfrozen(floor, pod);
  else {
    const entity = steps.podEntity + pod;
    clock.simulation.scheduleAt(open, steps.callbacks.podUnfrozen, pod, steps.labels.networkFreeze, entity);
  }
}

/** The pod's powered racks are joined to fabric and storage. */
export function onPodUnfrozen(floor: Floor, pod: number): void {
  const { clock, plan, fleet, steps } = floor;
  if (plan.bringUp === undefined) {
    onPodBroughtUp(floor, pod);
    return;
  }
  const days = shareOf(floor, pod).bringUp.draw(plan.bringUp, fleet.pods.serial[pod]);
  const { callbacks, labels, podEntity } = steps;
  clock.simulation.schedule(days, callbacks.podBroughtUp, pod, labels.bringUp, podEntity + pod);
}

/** The pod runs its own acceptance tests. */
export function onPodBroughtUp(floor: Floor, pod: number): void {
  const { clock, plan, fleet, steps } = floor;
  if (plan.podAcceptance === undefined) {
    onPodTested(floor, pod);
    return;
  }
  const days = shareOf(floor, pod).podAcceptance.draw(plan.podAcceptance, fleet.pods.serial[pod]);
  const { callbacks, labels, podEntity } = steps;
  clock.simulation.schedule(days, callbacks.podTested, pod, labels.podAcceptance, podEntity + pod);
}

function shareOf({ sites, fleet: { pods } }: Floor, pod: number): SiteShare {
  return sites[pods.site[pod]!]!.shares[pods.programme[pod]!]!;
}

/** The pod joins the cluster, and the customer shakes it out before it counts. */
export function onPodTested({ clock, fleet, sites, steps }: Floor, pod: number): void {
  const { callbacks, labels, podEntity } = steps;
  const days = sites[fleet.pods.site[pod]!]!.acceptanceDays;
  clock.simulation.schedule(days, callbacks.podAccepted, pod, labels.acceptance, podEntity + pod);
}

/** An accepted pod puts each of its racks in service. */
export function onPodAccepted({ clock, fleet, steps }: Floor, pod: number): void {
  const { callbacks, labels, rackEntity } = steps;
  for (const rack of fleet.pods.members[pod]!)
    clock.simulation.schedule(0, callbacks.inService, rack, labels.inService, rackEntity + rack);
}
