import { columnsFor, type PointRecords } from '../record/index.ts';
import { weightedMean, weightedWelch, weightsAt, withinBounds, type Estimate } from '../statistics/index.ts';
import { lightest } from './lightest.ts';

/** How much is held back among the worst tenth of the replications, and among the others. */
export interface HeldBackInWorst {
  /** The cause that it waits for, or what is not there at the horizon. */
  readonly what: string;
  /** Whether it is the mean over the dates to the horizon, or what is left at it. */
  readonly when: 'over time' | 'at the horizon';
  /** What is held back, such as `rack`. */
  readonly unit: string;
  readonly worst: Estimate;
  readonly others: Estimate;
  readonly difference: Estimate;
}

/** The worst tenth of the replications by one milestone, those that never reach it included. */
export interface WorstTenth {
  readonly milestone: string;
  readonly replications: number;
  /** Of them: those that do not reach it by the horizon. */
  readonly never: number;
  readonly others: number;
  readonly held: readonly HeldBackInWorst[];
}

/** With fewer there is nothing to compare. */
const FEWEST = 2;

/**
 * What holds back the tenth of all replications that reach a milestone last or not at all; of those that do not, the
 * ones that are farthest short of it come first. A replication that never arrives has no driving path, but what waits
 * for what on every date is known of it, and what is left at the horizon.
 *
 * @returns nothing where every replication reaches the milestone, whose paths say more, or there are too few.
 */
export function worstTenth(point: PointRecords, milestone: string): WorstTenth | undefined {
  const { columns } = point.outputs;
  const days = point.column(milestone);
  const blocked = columnsFor('blocked', columns);
  if (blocked.length === 0 || days.every(Number.isFinite)) return undefined;
  const short = columnsFor('shortfall', columns).find(({ key }) => key?.milestone === milestone);
  const shortfalls = short && point.column(short.name);
  const worstFirst = Array.from(days, (_, place) => place).sort(
    (a, b) =>
      (days[a] === days[b] ? 0 : days[b]! - days[a]!) ||
      (shortfalls === undefined ? 0 : shortfalls[b]! - shortfalls[a]!) ||
      a - b,
  );
  const worst = lightest(worstFirst, 0.1, point.weights);
  const others = worstFirst.slice(worst.length);
  if (worst.length < FEWEST || others.length < FEWEST) return undefined;
  const comparedIn = (values: Float64Array): Pick<HeldBackInWorst, 'worst' | 'others' | 'difference'> => {
    const [late, rest] = [worst, others].map((places) => ({
      values: places.map((place) => values[place]!),
      weights: weightsAt(point.weights, places),
    }));
    return {
      worst: withinBounds(weightedMean(late!.values, late!.weights), { least: 0 }),
      others: withinBounds(weightedMean(rest!.values, rest!.weights), { least: 0 }),
      difference: weightedWelch(late!, rest!),
    };
  };
  return {
    milestone,
    replications: worst.length,
    never: worst.filter((place) => days[place] === Number.POSITIVE_INFINITY).length,
    others: others.length,
    held: [
      ...blocked.map(({ name, unit, key }) => ({
        what: key!.cause!,
        when: 'over time' as const,
        unit,
        ...comparedIn(meansOf(point.column(name), days.length)),
      })),
      ...columnsFor('unfinished', columns).map(({ name, unit, measure = name }) => ({
        what: measure,
        when: 'at the horizon' as const,
        unit,
        ...comparedIn(point.column(name)),
      })),
    ],
  };
}

/** Mean over the dates of a series, which has them replication after replication. */
function meansOf(series: Float64Array, replications: number): Float64Array {
  const dates = series.length / replications;
  return Float64Array.from({ length: replications }, (_, place) => {
    let sum = 0;
    for (let date = 0; date < dates; date++) sum += series[place * dates + date]!;
    return sum / dates;
  });
}
