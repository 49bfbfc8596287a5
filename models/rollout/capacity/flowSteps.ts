import { MONTH_DAYS, YEAR_DAYS } from '../../../src/kernel/lengths.ts';
import { variate } from '../../../src/random/index.ts';
import { datedValue } from '../datedValue.ts';
import type { FlowScenario } from './flowSchema.ts';

/** A step of a flow: when it comes, and how much has come by then. */
export interface FlowStep {
  readonly day: number;
  readonly megawatts: number;
}

/**
 * The steps of a flow up to a day, with all that has come by each: the first is what is there at once.
 *
 * Within a step power is added at the rate of its middle.
 *
 * @param level place in the range of what is added, 0 to 1
 * @example flowSteps({ from: '2026-01-01', added: [120 MW/year], every: 30.4375 }, { level: 0.5, … })
 * // 0 MW on day 0, 10 MW on day 30.4, 20 MW on day 60.9, …
 */
export function flowSteps(
  { from, initial = 0, added, growth = 0, every = MONTH_DAYS }: FlowScenario,
  { level, until, dayOf }: { level: number; until: number; dayOf: (isoDate: string) => number },
): FlowStep[] {
  const first = dayOf(from);
  const steps = [{ day: first, megawatts: initial }];
  for (let step = 1, megawatts = initial; first + step * every <= until; step++) {
    const middle = (step - 0.5) * every;
    const rate = datedValue(added, { day: first + middle, dayOf, read: (range) => variate(range, level) });
    megawatts += ((rate * every) / YEAR_DAYS) * (1 + growth) ** (middle / YEAR_DAYS);
    steps.push({ day: first + step * every, megawatts });
  }
  return steps;
}
