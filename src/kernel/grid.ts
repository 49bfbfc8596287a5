/** Below it doubles hold every whole number. */
export const EXACT: number = 2 ** 53;
const MOST_TERMS = 64;

/**
 * Times that are whole multiples of a step, each the double that is nearest to its own.
 *
 * The step is taken as the simplest ratio of whole numbers that is this double: 0.3 as 3 of 10, so that three steps
 * are 9 / 10 and not three times what 0.3 is rounded to.
 */
export class Grid {
  /** Points to a day where they are a whole number, else 0. */
  readonly pointsPerDay: number;
  private readonly step: number;
  private readonly days: number;
  private readonly points: number;

  /** The step is a finite number > 0. */
  constructor(step: number) {
    const ratio = ratioOf(step);
    this.step = step;
    this.days = ratio?.above ?? step;
    this.points = ratio?.below ?? Infinity;
    this.pointsPerDay = ratio?.above === 1 ? ratio.below : 0;
  }

  /** The point that is nearest to a time; the time itself where doubles lie further apart than the grid's points. */
  nearest(time: number): number {
    const { step, days, points } = this;
    // Adding 0 makes -0 a plain 0.
    if (Math.abs(time) * points < EXACT) return (Math.round((time * points) / days) * days) / points + 0;
    const steps = time / step;
    return Math.abs(steps) < EXACT ? Math.round(steps) * step + 0 : time;
  }
}

/** The simplest ratio of whole numbers, `above` over `below`, that is this positive double; undefined beyond 2^53. */
export function ratioOf(number: number): { above: number; below: number } | undefined {
  // Its continued fraction to the nearest whole numbers, which rounding does not lead astray.
  let [above, below, aboveBefore, belowBefore] = [Math.round(number), 1, 1, 0];
  let rest = number - above;
  for (let term = 0; term < MOST_TERMS && above / below !== number && rest !== 0; term++) {
    const inverse = 1 / rest;
    const whole = Math.round(inverse);
    rest = inverse - whole;
    [above, aboveBefore] = [whole * above + aboveBefore, above];
    [below, belowBefore] = [whole * below + belowBefore, below];
  }
  const isExact = above / below === number && Math.abs(above) < EXACT && Math.abs(below) < EXACT;
  return isExact ? { above: Math.abs(above), below: Math.abs(below) } : undefined;
}
