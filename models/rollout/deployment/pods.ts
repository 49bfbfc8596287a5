import { ROUNDING } from '../rounding.ts';
import { CauseKind } from '../../../src/kernel/index.ts';
import type { Programme } from '../market/programme.ts';
import { productOf, programmeOf, type Floor } from './floor.ts';
import { newPod } from './podTable.ts';
import type { Racks } from './racks.ts';
import type { SiteState } from './site.ts';
import { recordSoak } from './soak.ts';

/**
 * Adds the racks of a job to their programme's open pod at their site; the last rack that is needed closes the pods
 * that stay short.
 */
export function joinPods(floor: Floor, job: number): void {
  const { racks, pods, placed, jobs } = floor.fleet;
  const { site, first, count } = jobs[job]!;
  const programme = programmeOf(floor, placed[first]!);
  const { index: product, podRacks } = productOf(floor, placed[first]!);
  const { openPods } = site.shares[programme.index]!;
  const end = first + count;
  for (let i = first; i < end;) {
    if (openPods[product]! < 0)
      openPods[product] = newPod(pods, { site, programme: programme.index, racks: podRacks });
    const pod = openPods[product]!;
    const members = pods.members[pod]!;
    const full = Math.min(end, i + pods.expected[pod]! - members.length);
    for (; i < full; i++) {
      const rack = placed[i]!;
      racks.pod[rack] = pod;
      members.push(rack);
    }
    if (members.length === pods.expected[pod]) openPods[product] = -1;
  }
  if (isLastPlaced(programme, placed[first + count - 1]!))
    for (const each of floor.sites) closeShortPods(floor, each, programme.index);
}

function isLastPlaced({ need }: Programme, rack: number): boolean {
  return need.placedGpus >= need.gpus + need.replacedGpus - ROUNDING && rack === need.lastPlaced;
}

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
  const { pods, racks } = floor.fleet;
  const members = pods.members[pod]!;
  pods.expected[pod] = members.length;
  if (members.length === 0 || pods.begun[pod]! < members.length) return;
  const { simulation } = floor.clock;
  const { last, previous } = lastToPass(floor, pod);
  if (racks.passedAt[last]! < simulation.now)
    completePod(floor, pod, { by: simulation.currentEvent, previous });
  else expectPass(floor, pod);
}

/**
 * The installation of a rack has begun, so that it is known when it passes; the last one of a pod says when the pod
 * does.
 */
export function onRackBegun(floor: Floor, rack: number): void {
  const { pods, racks } = floor.fleet;
  const pod = racks.pod[rack]!;
  if (++pods.begun[pod]! === pods.expected[pod]) expectPass(floor, pod);
}

/** Schedules that the last rack of a pod passes. */
export function expectPass(floor: Floor, pod: number): void {
  const { pods, racks } = floor.fleet;
  const { callbacks } = floor.steps;
  const members = pods.members[pod]!;
  let day = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < members.length; place++) day = Math.max(day, racks.passedAt[members[place]!]!);
  pods.passing[pod] = floor.clock.simulation.scheduleAt(day, callbacks.podPassed, pod);
}

/** The last rack of a pod has passed: how it got there goes on record. */
export function onPodPassed(floor: Floor, pod: number): void {
  const { last, previous } = lastToPass(floor, pod);
  completePod(floor, pod, { by: recordSoak(floor, last), previous });
}

/** Completes a pod: `by` is the row of what came last, `previous` the last rack but one, −1 for none: the runner-up. */
export function completePod(
  { clock, fleet, steps }: Floor,
  pod: number,
  { by, previous }: { by: number; previous: number },
): void {
  const { simulation } = clock;
  const { callbacks, labels, podEntity } = steps;
  const handle = simulation.schedule(0, callbacks.podComplete, pod, labels.podComplete, podEntity + pod);
  const runnerUp = previous < 0 ? Number.NaN : fleet.racks.passedAt[previous]!;
  simulation.attribute(handle, CauseKind.joined, by, runnerUp, labels.burnIn, 0, by);
}

/** The rack of a pod that passes last, and the one before it, −1 for none. */
export function lastToPass(
  { fleet: { pods, racks } }: Floor,
  pod: number,
): { last: number; previous: number } {
  const members = pods.members[pod]!;
  let last = -1;
  let previous = -1;
  for (let place = 0; place < members.length; place++) {
    const rack = members[place]!;
    if (last < 0 || passesAfter(racks, rack, last)) {
      previous = last;
      last = rack;
    } else if (previous < 0 || passesAfter(racks, rack, previous)) previous = rack;
  }
  return { last, previous };
}

/**
 * Of two racks that pass at one time the one whose soak began later passes after the other, and then the one placed
 * later.
 */
function passesAfter({ passedAt, lastSoakAt }: Racks, rack: number, earlier: number): boolean {
  return passedAt[rack] === passedAt[earlier]
    ? lastSoakAt[rack]! >= lastSoakAt[earlier]!
    : passedAt[rack]! > passedAt[earlier]!;
}
