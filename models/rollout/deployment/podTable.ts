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
  readonly passed: number[];
  /** When the last rack but one passed: the runner-up of the pod's join. */
  readonly previousPassAt: number[];
  readonly lastPassAt: number[];
}

/** No pods yet. */
export function newPods(): Pods {
  return {
    site: [],
    programme: [],
    serial: [],
    expected: [],
    members: [],
    passed: [],
    previousPassAt: [],
    lastPassAt: [],
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
  pods.passed.push(0);
  pods.previousPassAt.push(Number.NaN);
  return pods.lastPassAt.push(Number.NaN) - 1;
}
