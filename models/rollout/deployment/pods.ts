import { CauseKind } from '../../../src/kernel/index.ts';
import { blackoutEnd } from '../calendars.ts';
import type { Deployment } from './deployment.ts';
import { splitPod, startPartialPodClock } from './partialPods.ts';
import { newPod } from './podTable.ts';
import type { SiteState } from './site.ts';

/** Adds a placed rack to its site's open pod; the last rack that is needed closes the pods that stay short. */
export function joinPod(deployment: Deployment, rack: number): void {
  const { pods, racks, sites, world } = deployment;
  const site = sites[racks.site[rack]!]!;
  if (site.openPod < 0) site.openPod = newPod(pods, site, world.scenario.deployment.podRacks);
  const pod = site.openPod;
  racks.pod[rack] = pod;
  const members = pods.members[pod]!;
  members.push(rack);
  if (members.length === pods.expected[pod]) site.openPod = -1;
  if (isLastPlaced(deployment, rack)) for (const each of sites) closeShortPod(deployment, each);
}

function isLastPlaced(
  { placed, placedCount, neededRacks, racksToReplace }: Deployment,
  rack: number,
): boolean {
  return placedCount === neededRacks + racksToReplace && rack === placed.at(-1);
}

/** Lets a site's open pod, which will get no further rack, be accepted with what it holds. */
export function closeShortPod(deployment: Deployment, site: SiteState): void {
  const { pods } = deployment;
  const pod = site.openPod;
  if (pod < 0) return;
  site.openPod = -1;
  pods.expected[pod] = pods.members[pod]!.length;
  if (pods.expected[pod] > 0 && pods.passed[pod] === pods.expected[pod]) completePod(deployment, pod);
}

/** Counts a rack that passed burn-in; the last one of a pod completes it. */
export function onRackPassed(deployment: Deployment, rack: number): void {
  const { pods, racks, world } = deployment;
  const pod = racks.pod[rack]!;
  racks.passed[rack] = 1;
  pods.passed[pod]!++;
  pods.previousPassAt[pod] = pods.lastPassAt[pod]!;
  pods.lastPassAt[pod] = world.simulation.now;
  if (pods.passed[pod] === pods.expected[pod]) completePod(deployment, pod);
  else if (pods.passed[pod] === 1) startPartialPodClock(deployment, pod);
}

/** The policy's patience with an incomplete pod is over: the racks that have passed go on without the others. */
export function onPartialPod(deployment: Deployment, pod: number): void {
  if (splitPod(deployment, pod)) completePod(deployment, pod);
}

function completePod(deployment: Deployment, pod: number): void {
  const { world, pods, callbacks, labels } = deployment;
  const { simulation } = world;
  const handle = simulation.schedule(
    0,
    callbacks.podComplete,
    pod,
    labels.podComplete,
    deployment.podEntity + pod,
  );
  const previous = pods.previousPassAt[pod]!;
  simulation.attribute(handle, CauseKind.joined, simulation.currentEvent, previous, labels.burnIn);
}

/** A complete pod waits for a change freeze to end, then joins the fabric. */
export function onPodComplete(deployment: Deployment, pod: number): void {
  const { world, callbacks, labels } = deployment;
  const open = blackoutEnd(world.calendars.networkFreeze, world.simulation.now);
  if (open === world.simulation.now) onPodUnfrozen(deployment, pod);
  else {
    const entity = deployment.podEntity + pod;
    world.simulation.scheduleAt(open, callbacks.podUnfrozen, pod, labels.networkFreeze, entity);
  }
}

/** The pod's powered racks are joined to fabric and storage. */
export function onPodUnfrozen(deployment: Deployment, pod: number): void {
  const { world, callbacks, pods, labels, sites } = deployment;
  const { bringUp } = world.scenario.deployment;
  if (bringUp === undefined) {
    onPodBroughtUp(deployment, pod);
    return;
  }
  const days = sites[pods.site[pod]!]!.draws.bringUp.draw(bringUp, pods.serial[pod]);
  world.simulation.schedule(days, callbacks.podBroughtUp, pod, labels.bringUp, deployment.podEntity + pod);
}

/** The pod runs its own acceptance tests. */
export function onPodBroughtUp(deployment: Deployment, pod: number): void {
  const { world, callbacks, pods, labels, sites } = deployment;
  const { podAcceptance } = world.scenario.deployment;
  if (podAcceptance === undefined) {
    onPodTested(deployment, pod);
    return;
  }
  const days = sites[pods.site[pod]!]!.draws.podAcceptance.draw(podAcceptance, pods.serial[pod]);
  world.simulation.schedule(days, callbacks.podTested, pod, labels.podAcceptance, deployment.podEntity + pod);
}

/** The pod joins the cluster, and the customer shakes it out before it counts. */
export function onPodTested(deployment: Deployment, pod: number): void {
  const { world, callbacks, pods, labels, sites } = deployment;
  const days = sites[pods.site[pod]!]!.acceptanceDays;
  world.simulation.schedule(days, callbacks.podAccepted, pod, labels.acceptance, deployment.podEntity + pod);
}

/** An accepted pod puts each of its racks in service. */
export function onPodAccepted(deployment: Deployment, pod: number): void {
  const { world, callbacks, pods, labels, rackEntity } = deployment;
  for (const rack of pods.members[pod]!)
    world.simulation.schedule(0, callbacks.inService, rack, labels.inService, rackEntity + rack);
}
