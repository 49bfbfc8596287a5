import { asOfDay, type Outputs } from '../record/index.ts';
import type { Weights } from '../statistics/index.ts';
import { dateCell } from './dateCell.ts';

/**
 * What is said of a milestone: `known`, as it came on one date by the as-of date in all replications; `unobserved`,
 * as some of what is said of it lies before that date, where nothing told the model what happened; else `forecast`.
 */
export type Standing = 'known' | 'unobserved' | 'forecast';

type Dates = Pick<Outputs, 'startDate' | 'asOf'>;

/**
 * How a milestone stands, by its days in rising order or the ends of them; dates before the start of the simulation are
 * those of its past too.
 */
export function standingOf(outputs: Dates, sorted: Float64Array): Standing {
  const known = asOfDay(outputs);
  const [first, last] = [sorted[0] ?? Infinity, sorted.at(-1) ?? Infinity];
  if (Math.floor(first) >= known) return 'forecast';
  return first === last ? 'known' : 'unobserved';
}

/**
 * The first and the last of the days of those replications that count, as they are when sorted; none where none does.
 */
export function endsOf(days: Float64Array, weights: Weights): Float64Array {
  let [first, last] = [NaN, NaN];
  let hasNone = false;
  for (let place = 0; place < days.length; place++) {
    if (weights !== undefined && !(weights[place]! > 0)) continue;
    const day = days[place]!;
    if (Number.isNaN(day)) hasNone = true;
    else {
      if (!(first <= day)) first = day;
      if (!(last >= day)) last = day;
    }
  }
  if (Number.isNaN(first) && !hasNone) return new Float64Array(0);
  // Where days are sorted what is no number comes last.
  return Float64Array.of(first, hasNone ? NaN : last);
}

/**
 * How what is said of a date stands: as its days do, but that it is a forecast where all days that are said lie at or
 * after the as-of date.
 */
export function standingOfSaid(
  outputs: Dates,
  sorted: Float64Array,
  said: readonly (number | undefined)[],
): Standing {
  const standing = standingOf(outputs, sorted);
  const known = asOfDay(outputs);
  const isAhead = said.every((day) => day === undefined || Math.floor(day) >= known);
  return standing === 'unobserved' && isAhead ? 'forecast' : standing;
}

/** How one date of several stands that are said of a milestone or a stage. */
export function standingOfDate(outputs: Dates, day: number | undefined, standing: Standing): Standing {
  if (standing === 'known' || day === undefined) return standing === 'known' ? standing : 'forecast';
  return Math.floor(day) < asOfDay(outputs) ? 'unobserved' : 'forecast';
}

/** The date of a day as a forecast has it: nothing for what lies before the as-of date and is not known. */
export function forecastCell(
  outputs: Dates,
  day: number | undefined,
  standing: Standing,
): string | undefined {
  if (standing === 'unobserved' && day !== undefined && Math.floor(day) < asOfDay(outputs)) return undefined;
  return dateCell(outputs.startDate, day);
}
