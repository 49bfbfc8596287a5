import { CauseKind } from '../../../src/kernel/index.ts';
import { blackoutEnd } from '../calendars.ts';
import type { Deployment } from './deployment.ts';

/** Pods, one column a fact: a pod is accepted as a whole, when its last rack has passed burn-in. */
export interface Pods {
  readonly site: number[];
  /** Racks the pod waits for: the pod size, fewer for the last pod of a site. */
  readonly expected: number[];
  readonly members: number[][];
  readonly passed: number[];
  /** When the last rack but one passed: the runner-up of the pod's join. */
  readonly previousPassAt: number[];
  readonly lastPassAt: number[];
}

/** No pods yet. */
export function newPods(): Pods {
  return { site: [], expected: [], members: [], passed: [], previousPassAt: [], lastPassAt: [] };
}

/** Adds a placed rack to its site's open pod; the contract's last rack closes the pods that stay short. */
export function joinPod(deployment: Deployment, rack: number): void {
  const { pods, racks, sites, world } = deployment;
  const site = sites[racks.site[rack]!]!;
  if (site.openPod < 0) site.openPod = newPod(pods, site.index, world.scenario.deployment.podRacks);
  const pod = site.openPod;
  racks.pod[rack] = pod;
  const members = pods.members[pod]!;
  members.push(rack);
  if (members.length === pods.expected[pod]) site.openPod = -1;
  if (deployment.placedCount === deployment.neededRacks && rack === deployment.placed.at(-1))
    closeShortPods(deployment);
}

function newPod(pods: Pods, site: number, podRacks: number): number {
  pods.site.push(site);
  pods.expected.push(podRacks);
  pods.members.push([]);
  pods.passed.push(0);
  pods.previousPassAt.push(Number.NaN);
  return pods.lastPassAt.push(Number.NaN) - 1;
}

/** Lets pods that will get no further rack be accepted with what they hold. */
export function closeShortPods(deployment: Deployment): void {
  const { pods, sites } = deployment;
  for (const site of sites) {
    const pod = site.openPod;
    if (pod < 0) continue;
    pods.expected[pod] = pods.members[pod]!.length;
    site.openPod = -1;
    if (pods.passed[pod] === pods.expected[pod]) completePod(deployment, pod);
  }
}

/** Counts a rack that passed burn-in; the last one of a pod completes it. */
export function onRackPassed(deployment: Deployment, rack: number): void {
  const { pods, racks, world } = deployment;
  const pod = racks.pod[rack]!;
  pods.passed[pod]!++;
  pods.previousPassAt[pod] = pods.lastPassAt[pod]!;
  pods.lastPassAt[pod] = world.simulation.now;
  if (pods.passed[pod] === pods.expected[pod]) completePod(deployment, pod);
}

function completePod(deployment: Deployment, pod: number): void {
  const { world, pods, callbacks } = deployment;
  const { simulation } = world;
  const handle = simulation.schedule(
    0,
    callbacks.podComplete,
    pod,
    world.label('pod complete'),
    deployment.podEntity + pod,
  );
  const previous = pods.previousPassAt[pod]!;
  simulation.attribute(handle, CauseKind.joined, simulation.currentEvent, previous, world.label('burn-in'));
}

/** A complete pod waits for a change freeze to end, then joins the fabric and is shaken out. */
export function onPodComplete(deployment: Deployment, pod: number): void {
  const { world, callbacks } = deployment;
  const open = blackoutEnd(world.calendars.networkFreeze, world.simulation.now);
  if (open === world.simulation.now) {
    onPodUnfrozen(deployment, pod);
    return;
  }
  world.simulation.scheduleAt(
    open,
    callbacks.podUnfrozen,
    pod,
    world.label('network freeze'),
    deployment.podEntity + pod,
  );
}

/** The pod is on the fabric: storage bring-up, shake-out and the customer's acceptance follow. */
export function onPodUnfrozen(deployment: Deployment, pod: number): void {
  const { world, callbacks, pods, sites } = deployment;
  world.simulation.schedule(
    sites[pods.site[pod]!]!.acceptanceDays,
    callbacks.podAccepted,
    pod,
    world.label('acceptance'),
    deployment.podEntity + pod,
  );
}

/** An accepted pod puts each of its racks in service. */
export function onPodAccepted(deployment: Deployment, pod: number): void {
  const { world, callbacks, pods } = deployment;
  for (const rack of pods.members[pod]!) {
    world.simulation.schedule(
      0,
      callbacks.inService,
      rack,
      world.label('in service'),
      deployment.rackEntity + rack,
    );
  }
}

/** A rack counts towards the contract, once and for good. */
export function onInService(deployment: Deployment, rack: number): void {
  const { world, racks, tally, milestones } = deployment;
  racks.inServiceAt[rack] = world.simulation.now;
  deployment.acceptedRacks++;
  tally.rackInService(deployment.sites[racks.site[rack]!]!, world.simulation.now);
  world.switching.inService(racks.site[rack]!, rack, racks.readyAt[rack]!);
  milestones.reach(
    deployment.acceptedRacks * deployment.gpusPerRack,
    world.simulation.now,
    world.simulation.currentEvent,
  );
}
