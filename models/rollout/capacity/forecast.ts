import type { SiteState } from '../deployment/site.ts';

/** What the planners expect: positions by the day on which they should be ready. */
export interface ReadinessForecast {
  /** Adds positions whose last stage has begun, or whose hand-over is agreed; none of a lender whose halls go back. */
  expect(readyDay: number, positions: number, lender?: SiteState): void;
  /** Takes back all that was expected of a lender. */
  forget(lender: SiteState): void;
  /** Positions expected, or already there, by `day`. */
  positionsBy(day: number): number;
  /**
   * Of all positions expected within so many days from now those that came in sight last: the row of the cause record
   * at which they were expected, and the day on which they came in sight. Undefined where none are.
   */
  lastInSight(now: number, ahead: number): Sight | undefined;
}

export interface Sight {
  readonly row: number;
  readonly day: number;
  /** Whether they are existing capacity of a lender, and not a hall that is commissioned. */
  readonly isLent: boolean;
}

/**
 * Opens an empty forecast.
 *
 * A hall enters it when its last stage starts, with the median of what is left: before that nobody would
 * release racks against it.
 *
 * @param clock.now the day, and the row of the cause record, at which positions are expected
 */
export function openForecast(clock: {
  readonly now: number;
  readonly currentEvent: number;
}): ReadinessForecast {
  const days: number[] = [];
  const positions: number[] = [];
  // Positions of all entries up to and with each one, in order of day.
  const sums: number[] = [];
  const lenders: (SiteState | undefined)[] = [];
  const expectedOn: number[] = [];
  const rows: number[] = [];
  const addUp = (from: number): void => {
    for (let i = from; i < positions.length; i++) sums[i] = (i > 0 ? sums[i - 1]! : 0) + positions[i]!;
  };
  return {
    expect: (readyDay, count, lender) => {
      if (lender?.closed) return;
      const at = entriesUpTo(days, readyDay);
      days.splice(at, 0, readyDay);
      positions.splice(at, 0, count);
      lenders.splice(at, 0, lender);
      expectedOn.splice(at, 0, clock.now);
      rows.splice(at, 0, clock.currentEvent);
      addUp(at);
    },
    forget: (gone) => {
      for (const [i, lender] of lenders.entries()) if (lender === gone) positions[i] = 0;
      addUp(0);
    },
    positionsBy: (day) => {
      const entries = entriesUpTo(days, day);
      return entries === 0 ? 0 : sums[entries - 1]!;
    },
    lastInSight: (now, ahead) => {
      let last: Sight | undefined;
      for (let i = entriesUpTo(days, now + ahead) - 1; i >= 0; i--) {
        const day = Math.max(expectedOn[i]!, Math.min(now, days[i]! - ahead));
        if (positions[i]! <= 0 || (last !== undefined && day <= last.day)) continue;
        last = { row: rows[i]!, day, isLent: lenders[i] !== undefined };
      }
      return last;
    },
  };
}

/** How many of the sorted days are at most `day`. */
function entriesUpTo(days: readonly number[], day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
