import type { EventHandle } from '../../../src/kernel/index.ts';
import type { SiteState } from './site.ts';

/** Pods, one column a fact: a pod is accepted as a whole, when its last rack has passed burn-in. */
export interface Pods {
  readonly site: number[];
  readonly programme: number[];
  /** Serial of the pod among those of its programme at its site. */
  readonly serial: number[];
  /** Racks the pod waits for: the pod size, fewer for the last pod of a site. */
  readonly expected: number[];
  readonly members: number[][];
  /** Racks whose installation has begun, so that it is known when they pass. */
  readonly begun: number[];
  /**
   * The event at which the last of all passes, and that at which the patience with a part of them is over; 0 for
   * none.
   */
  readonly passing: EventHandle[];
  readonly patience: EventHandle[];
}

/** No pods yet. */
export function newPods(): Pods {
  return {
    site: [],
    programme: [],
    serial: [],
    expected: [],
    members: [],
    begun: [],
    passing: [],
    patience: [],
  };
}

/** Opens a pod of a programme at a site for so many racks. */
export function newPod(
  pods: Pods,
  { site, programme, racks }: { site: SiteState; programme: number; racks: number },
): number {
  pods.site.push(site.index);
  pods.programme.push(programme);
  pods.serial.push(site.shares[programme]!.pods++);
  pods.expected.push(racks);
  pods.members.push([]);
  pods.begun.push(0);
  pods.passing.push(0);
  return pods.patience.push(0) - 1;
}
