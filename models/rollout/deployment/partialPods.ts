import type { Floor } from './floor.ts';
import { newPod } from './podTable.ts';

/** Starts the time after which an incomplete pod is accepted in part; nothing where the policy waits for all. */
export function startPartialPodClock({ clock, fleet, programmes, steps }: Floor, pod: number): void {
  const { partialPods } = programmes[fleet.pods.programme[pod]!]!.policies;
  if (partialPods === undefined) return;
  const entity = steps.podEntity + pod;
  clock.simulation.schedule(
    partialPods.after,
    steps.callbacks.partialPod,
    pod,
    steps.labels.partialPod,
    entity,
  );
}

/**
 * Keeps in a pod only the racks that have passed and moves the others, and the places still open, to a new pod.
 *
 * @returns false where the pod was complete and nothing is left to do
 */
export function splitPod({ fleet: { pods, racks }, sites }: Floor, pod: number): boolean {
  const passed = pods.passed[pod]!;
  if (passed === pods.expected[pod]) return false;
  const site = sites[pods.site[pod]!]!;
  const programme = pods.programme[pod]!;
  const all = pods.members[pod]!;
  const rest = all.filter((rack) => racks.passed[rack] === 0);
  const places = pods.expected[pod]! - passed;
  pods.members[pod] = all.filter((rack) => racks.passed[rack] === 1);
  pods.expected[pod] = passed;
  const next = newPod(pods, { site, programme, racks: places });
  pods.members[next] = rest;
  for (const rack of rest) racks.pod[rack] = next;
  const share = site.shares[programme]!;
  const open = share.openPods.indexOf(pod);
  if (open >= 0) share.openPods[open] = next;
  return true;
}
