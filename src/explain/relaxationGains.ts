import { minus } from './minus.ts';
import type { Relaxation, RelaxationRow } from '../design/index.ts';
import {
  attributionColumns,
  columnFor,
  ON_TIME,
  type PointRecords,
  type Records,
  targetMilestone,
} from '../record/index.ts';
import {
  isDust,
  keptValues,
  NOT_AVAILABLE,
  weightedDifference,
  weightedMean,
  weightedProportionDifference,
  type Estimate,
} from '../statistics/index.ts';
import { censoredIn } from './censored.ts';
import { responseOf, type Response } from './response.ts';
import { isPastDue } from './targetProbability.ts';

/** What a constraint made less tight gains. */
export interface Gain {
  readonly name: string;
  /** By how much, and who can do it, where the step says so; of several, each. */
  readonly step: string | undefined;
  readonly by: string | undefined;
  readonly relaxed: readonly number[];
  readonly settings: RelaxationRow['settings'];
  /** Days, counted up to the horizon, by which it comes earlier. */
  readonly days: Estimate;
  /**
   * Gain of the probability that it is in time; nothing for a milestone that is due on no date, or was before the as-of
   * date.
   */
  readonly probability: Estimate | undefined;
  /** Further spend by the horizon: GPUs in service sooner are paid for sooner. */
  readonly worthDollars: Estimate | undefined;
  readonly costDollars: number | undefined;
  readonly dollarsPerDay: Estimate;
  /** The cause whose days on the driving path grow most, over replications that reach the milestone both times. */
  readonly bindsNext: { readonly cause: string; readonly days: Estimate } | undefined;
  /** Replications in which the horizon came first, with or without. */
  readonly censored: number;
}

/** Two constraints relaxed together. */
export interface PairGain extends Gain {
  /** Gain together less the sum of both alone, in days. */
  readonly interaction: Estimate;
  /** Whether it is above 0 at the level shared out among all pairs (Bonferroni). */
  readonly exceedsSum: boolean;
}

/** Gains of all relaxations of a milestone, the largest first. */
export interface RelaxationGains {
  readonly milestone: string;
  readonly replications: number;
  readonly gains: readonly Gain[];
  readonly pairs: readonly PairGain[];
  readonly base: Estimate;
  readonly baseProbability: Estimate | undefined;
}

const LEVEL = 0.05;

/**
 * Reads what each relaxation gained off the records of its points.
 *
 * @throws when the records are not those of the rows, or the milestone is none.
 */
export function relaxationGains({
  records,
  rows,
  relaxations,
  milestone,
}: {
  records: Records;
  rows: readonly RelaxationRow[];
  relaxations: readonly Relaxation[];
  milestone: string;
}): RelaxationGains {
  const pointOf = ({ name }: RelaxationRow): PointRecords =>
    records.points.find((point) => point.name === name)!;
  const base = pointOf(rows[0]!);
  const response = responseOf(milestone, base.outputs);
  if (response?.kind !== 'time') throw new Error(`milestone ${milestone}: none, expected a milestone`);
  const target = targetMilestone(base.outputs.columns);
  const isForecast = target?.name === milestone && !isPastDue(target, base.outputs);
  const onTime = isForecast ? responseOf(ON_TIME, base.outputs) : undefined;
  const gained = (row: RelaxationRow): Float64Array =>
    minus(response.values(base), response.values(pointOf(row)));
  const context = { base, response, onTime, relaxations };
  const singles = rows.filter(({ relaxed }) => relaxed.length === 1);
  const together = rows.filter(({ relaxed }) => relaxed.length === 2);
  const alone = singles.map(gained);
  const pairs = together.map((row): PairGain => {
    const [first, second] = row.relaxed;
    const extra = minus(minus(gained(row), alone[first!]!), alone[second!]!);
    const strict = weightedMean(extra, base.weights, 1 - LEVEL / together.length);
    return {
      ...gainOf(context, row, pointOf(row)),
      interaction: weightedMean(extra, base.weights),
      exceedsSum: (strict.low ?? 0) > 0,
    };
  });
  return {
    milestone,
    replications: records.replications,
    gains: sorted(
      singles.map((row) => gainOf(context, row, pointOf(row))),
      ({ days }) => days,
    ),
    pairs: sorted(pairs, ({ interaction }) => interaction),
    base: weightedMean(response.values(base), base.weights),
    baseProbability: onTime && weightedMean(onTime.values(base), base.weights),
  };
}

interface Context {
  readonly base: PointRecords;
  readonly response: Response;
  readonly onTime: Response | undefined;
  readonly relaxations: readonly Relaxation[];
}

function gainOf(
  { base, response, onTime, relaxations }: Context,
  row: RelaxationRow,
  point: PointRecords,
): Gain {
  const { weights } = base;
  const days = weightedDifference(response.values(base), response.values(point), weights);
  const worth = columnFor('worth', base.outputs.columns);
  const costs = row.relaxed.map((index) => relaxations[index]!.costDollars);
  const costDollars = costs.includes(undefined)
    ? undefined
    : costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0);
  const before = base.column(response.name);
  return {
    name: row.name,
    step: joined(row.relaxed.map((index) => relaxations[index]!.step)),
    by: joined([...new Set(row.relaxed.map((index) => relaxations[index]!.by))]),
    relaxed: row.relaxed,
    settings: row.settings,
    days,
    probability: onTime && weightedProportionDifference(onTime.values(point), onTime.values(base), weights),
    worthDollars: worth && weightedDifference(point.column(worth.name), base.column(worth.name), weights),
    costDollars,
    dollarsPerDay: perDay(costDollars, days, Math.max(...before.filter(Number.isFinite))),
    bindsNext: bindsNext(base, point, response.name),
    censored: censoredIn(response.name, base, point),
  };
}

function joined(parts: readonly (string | undefined)[]): string | undefined {
  const known = parts.filter((part) => part !== undefined);
  return known.length === 0 ? undefined : known.join(' + ');
}

/**
 * A stated cost over the days it gains, of so many; without a gain that is surely above nothing there is no upper
 * bound.
 */
function perDay(cost: number | undefined, { estimate, low, high }: Estimate, days: number): Estimate {
  if (cost === undefined || estimate === undefined || estimate <= 0 || isDust(estimate, days))
    return NOT_AVAILABLE;
  return {
    estimate: cost / estimate,
    low: high === undefined ? undefined : cost / high,
    high: low === undefined || low <= 0 ? undefined : cost / low,
  };
}

function bindsNext(base: PointRecords, point: PointRecords, milestone: string): Gain['bindsNext'] {
  const growing = attributionColumns(base.outputs.columns, milestone).flatMap(({ name, key }) => {
    const [before, after] = [base.column(name), point.column(name)];
    const { values, weights } = keptValues(minus(after, before), base.weights, Number.isFinite);
    const days = values.length === 0 ? NOT_AVAILABLE : weightedMean(values, weights);
    return (days.estimate ?? 0) > 0 ? [{ cause: key!['cause']!, days }] : [];
  });
  return sorted(growing, ({ days }) => days)[0];
}

function sorted<T>(items: readonly T[], by: (item: T) => Estimate): T[] {
  return items.toSorted((a, b) => (by(b).estimate ?? -Infinity) - (by(a).estimate ?? -Infinity));
}
