import type { Floor } from './floor.ts';
import { completePod, expectPass, lastToPass } from './pods.ts';
import { newPod } from './podTable.ts';
import type { Racks } from './racks.ts';
import { recordSoak } from './soak.ts';

/**
 * Sets the time after which an incomplete pod is accepted in part, counted from its first rack that passes; nothing
 * where the policy waits for all.
 */
export function setPatience({ clock, fleet, programmes, steps }: Floor, pod: number): void {
  const { pods, racks } = fleet;
  const { partialPods } = programmes[pods.programme[pod]!]!.policies;
  if (partialPods === undefined) return;
  const first = firstToPass({ racks, pods }, pod);
  if (first < 0) return;
  const day = racks.passedAt[first]! + partialPods.after;
  const handle = pods.patience[pod]!;
  if (handle === 0) pods.patience[pod] = clock.simulation.scheduleAt(day, steps.callbacks.partialPod, pod);
  else clock.simulation.reschedule(handle, day);
}

/** The rack of a pod that passes first, −1 while none is known to; of two at one time the one that was placed first. */
function firstToPass({ racks, pods }: Pick<Floor['fleet'], 'racks' | 'pods'>, pod: number): number {
  let first = -1;
  for (const rack of pods.members[pod]!)
    if (!Number.isNaN(racks.passedAt[rack]) && (first < 0 || racks.passedAt[rack]! < racks.passedAt[first]!))
      first = rack;
  return first;
}

/** The policy's patience with an incomplete pod is over: the racks that have passed go on without the others. */
export function onPartialPod(floor: Floor, pod: number): void {
  const { clock, fleet, steps } = floor;
  const { simulation } = clock;
  const first = firstToPass(fleet, pod);
  if (!splitPod(floor, pod, first)) return;
  const { labels, podEntity } = steps;
  const passed = recordSoak(floor, first);
  const by = simulation.recordStep(passed, simulation.now, labels.partialPod, podEntity + pod);
  completePod(floor, pod, { by, previous: lastToPass(floor, pod).previous });
}

/**
 * Keeps in a pod only the racks that have passed and moves the others, and the places still open, to a new pod.
 *
 * @returns false where the pod was complete and nothing is left to do
 */
function splitPod(floor: Floor, pod: number, first: number): boolean {
  const { fleet, sites, clock } = floor;
  const { pods, racks } = fleet;
  const { simulation } = clock;
  const { now } = simulation;
  const all = pods.members[pod]!;
  const passed = all.filter((rack) => hasPassed(racks, rack, first, now));
  const places = pods.expected[pod]! - passed.length;
  if (places === 0) return false;
  const site = sites[pods.site[pod]!]!;
  const programme = pods.programme[pod]!;
  const next = newPod(pods, { site, programme, racks: places });
  const rest = all.filter((rack) => !hasPassed(racks, rack, first, now));
  pods.members[pod] = passed;
  pods.expected[pod] = passed.length;
  pods.members[next] = rest;
  pods.begun[next] = pods.begun[pod]! - passed.length;
  pods.begun[pod] = passed.length;
  for (const rack of rest) racks.pod[rack] = next;
  const share = site.shares[programme]!;
  const open = share.openPods.indexOf(pod);
  if (open >= 0) share.openPods[open] = next;
  simulation.cancel(pods.passing[pod]!);
  if (pods.begun[next] === places) expectPass(floor, next);
  setPatience(floor, next);
  return true;
}

/**
 * Who passes in the very moment goes along if its soak began before the first one passed, and stays behind otherwise.
 */
function hasPassed({ passedAt, lastSoakAt }: Racks, rack: number, first: number, now: number): boolean {
  return (
    passedAt[rack]! < now ||
    rack === first ||
    (passedAt[rack] === now && lastSoakAt[rack]! < passedAt[first]!)
  );
}
