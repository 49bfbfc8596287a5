import type { Programme } from './programme.ts';

/**
 * A milestone of some tenant: its threshold, when it was reached and by which event, and what was missing by the
 * horizon.
 */
export interface ReachedMilestone {
  readonly threshold: number;
  readonly day: number;
  readonly event: number;
  shortfall(end: number): number;
}

/** The milestones of all tenants in the order of `milestoneNames`. */
export function reachedMilestones(programmes: readonly Programme[]): ReachedMilestone[] {
  return programmes.flatMap(({ milestones }) =>
    milestones.thresholds.map((threshold, index) => ({
      threshold,
      day: milestones.days[index]!,
      event: milestones.events[index]!,
      shortfall: (end) => milestones.shortfall(index, end),
    })),
  );
}
