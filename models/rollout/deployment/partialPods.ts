import type { Deployment } from './deployment.ts';
import { newPod } from './podTable.ts';

/** Starts the time after which an incomplete pod is accepted in part; nothing where the policy waits for all. */
export function startPartialPodClock(deployment: Deployment, pod: number): void {
  const { world, callbacks, labels } = deployment;
  const { partialPods } = world.scenario.policies;
  if (partialPods === undefined) return;
  const entity = deployment.podEntity + pod;
  world.simulation.schedule(partialPods.after, callbacks.partialPod, pod, labels.partialPod, entity);
}

/**
 * Keeps in a pod only the racks that have passed and moves the others, and the places still open, to a new pod.
 *
 * @returns false where the pod was complete and nothing is left to do
 */
export function splitPod({ pods, racks, sites }: Deployment, pod: number): boolean {
  const passed = pods.passed[pod]!;
  if (passed === pods.expected[pod]) return false;
  const site = sites[pods.site[pod]!]!;
  const all = pods.members[pod]!;
  const rest = all.filter((rack) => racks.passed[rack] === 0);
  const places = pods.expected[pod]! - passed;
  pods.members[pod] = all.filter((rack) => racks.passed[rack] === 1);
  pods.expected[pod] = passed;
  const next = newPod(pods, site, places);
  pods.members[next] = rest;
  for (const rack of rest) racks.pod[rack] = next;
  if (site.openPod === pod) site.openPod = next;
  return true;
}
