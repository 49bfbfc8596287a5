import type { BindingPoint } from './bindingChart.ts';
import { dateOf, dayText } from './calendarText.ts';

/** A band of a stack: its share at each date and where it starts. */
export interface StackedCause {
  readonly name: string;
  readonly shares: readonly number[];
  readonly lows: readonly number[];
  readonly kind: 'cause' | 'other' | 'unmet';
}

/** Bands from the bottom up, the greatest first; what they leave together on top, with the names in it. */
export interface Stack {
  readonly dates: readonly Date[];
  readonly causes: readonly StackedCause[];
  readonly others: readonly string[];
}

/** A cause with less than this share on average has no band of its own. */
const SMALL = 0.015;

/** How far the shares of a date may stand above 1: sums of floating-point numbers, and rounded input. */
const TOLERANCE = 0.01;

/** How causes are stacked. */
export interface StackOptions {
  /** Bands by name at most. */
  readonly count: number;
  /** What is no cause and stands on top. */
  readonly unmet: string;
  /** Causes whose name has no room. */
  readonly unnamed: ReadonlySet<string>;
}

/** Stacks the shares of causes by date; what has no name stands above them, and what is unmet on top. */
export function stackCauses(points: readonly BindingPoint[], { count, unmet, unnamed }: StackOptions): Stack {
  if (points.length === 0) throw new Error('binding: no dates, expected at least one');
  const dates = [...new Set(points.map(({ date }) => date))].sort();
  const places = new Map(dates.map((date, i) => [date, i]));
  const shares = new Map<string, number[]>();
  for (const { date, cause, share = 0 } of points) {
    if (!(share >= 0)) throw new Error(`binding: share ${share} of ${cause} on ${date}, expected at least 0`);
    const own = shares.get(cause) ?? dates.map(() => 0);
    own[places.get(date)!]! += share;
    shares.set(cause, own);
  }
  const ranked = [...shares]
    .map(([name, own]) => ({ name, own, mean: own.reduce((sum, share) => sum + share, 0) / dates.length }))
    .filter(({ name, mean }) => mean > 0 && name !== unmet)
    .sort((a, b) => b.mean - a.mean);
  const isNamed = ({ name, mean }: { name: string; mean: number }, rank: number): boolean =>
    rank < count && mean >= SMALL && !unnamed.has(name);
  const named = ranked.filter(isNamed);
  const rest = ranked.filter((cause, rank) => !isNamed(cause, rank));
  const together = dates.map((_, i) => rest.reduce((sum, { own }) => sum + own[i]!, 0));
  const lows = dates.map(() => 0);
  const band = (name: string, own: readonly number[], kind: StackedCause['kind']): StackedCause => {
    const stacked = { name, shares: own, lows: [...lows], kind };
    own.forEach((share, i) => (lows[i]! += share));
    return stacked;
  };
  const causes = named.map(({ name, own }) => band(name, own, 'cause'));
  if (rest.length > 0) causes.push(band(rest.length === 1 ? rest[0]!.name : 'other', together, 'other'));
  const never = shares.get(unmet);
  if (never?.some((share) => share > 0)) causes.push(band(unmet, never, 'unmet'));
  const days = dates.map(dateOf);
  const above = lows.findIndex((sum) => sum > 1 + TOLERANCE);
  if (above >= 0)
    throw new Error(`binding: shares that sum to ${lows[above]} on ${dayText(days[above]!)}, expected 1`);
  return { dates: days, causes, others: rest.map(({ name }) => name) };
}
