import { blackoutEnd } from '../../../src/kernel/index.ts';
import type { Floor } from './floor.ts';
import { putInService } from './service.ts';
import type { SiteShare } from './site.ts';

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
export function onPodAccepted(floor: Floor, pod: number): void {
  putInService(floor, floor.fleet.pods.members[pod]!);
}
