import type { CauseGroup, Coalition } from '../design/index.ts';
import { blame, type Blame } from './blame.ts';
import { columnsFor, type PointRecords, type Records, attributionColumns } from '../record/index.ts';
import {
  crossedMean,
  keptValues,
  NOT_AVAILABLE,
  weightedMean,
  withinBounds,
  type Estimate,
  type Weights,
} from '../statistics/index.ts';
import { responseOf } from './response.ts';

/** What groups of causes did to one response, as means over the replications. */
export interface GroupBlame {
  readonly leaveOneOut: readonly Estimate[];
  readonly addOne: readonly Estimate[];
  readonly shapley: readonly Estimate[];
  readonly leaveOneOutSum: Estimate;
  readonly addOneSum: Estimate;
  /** As drawn less at plan: what the Shapley values sum to. */
  readonly delay: Estimate;
}

/** Who delayed a milestone: in days counted up to the horizon, and in what was short of it, integrated up to it. */
export interface MilestoneBlame {
  readonly milestone: string;
  readonly groups: readonly CauseGroup[];
  readonly replications: number;
  readonly runs: number;
  /** Pairs of sampled orders; 0 where Shapley values are exact. */
  readonly orderPairs: number;
  readonly days: GroupBlame;
  /** What was short of it by the horizon, in its unit; not for models that do not record it. */
  readonly shortfall: { readonly unit: string; readonly blame: GroupBlame } | undefined;
  /** Mean days on the driving path of those that reached the milestone, by group; nothing for models without. */
  readonly pathDays: readonly Estimate[];
  readonly pathSum: Estimate;
  readonly reached: number;
  /** Mean days, counted up to the horizon, as drawn and with everything at plan. */
  readonly asDrawn: Estimate;
  readonly atPlan: Estimate;
  /** Share of the replications in which the plan gets there by the horizon. */
  readonly planReached: number;
  /** Share of the runs, over all coalitions and replications, that the horizon cut. */
  readonly censored: number;
}

/**
 * Reads the blame for a milestone off the records of its coalitions.
 *
 * @throws when the records are not those of the coalitions.
 */
export function milestoneBlame({
  records,
  milestone,
  groups,
  coalitions,
  orders,
}: {
  records: Records;
  milestone: string;
  groups: readonly CauseGroup[];
  coalitions: readonly Coalition[];
  orders?: readonly (readonly number[])[] | undefined;
}): MilestoneBlame {
  const points = new Map(
    coalitions.map(({ name, disturbed }) => [
      disturbed,
      records.points.find((point) => point.name === name)!,
    ]),
  );
  const all = points.get(2 ** groups.length - 1)!;
  const { weights } = all;
  const share = (valuesOf: (point: PointRecords) => Float64Array): { blame: Blame; mean: GroupBlame } => {
    const values = new Map(Array.from(points, ([disturbed, point]) => [disturbed, valuesOf(point)]));
    const found = blame({
      groups: groups.length,
      values: (disturbed) => values.get(disturbed)!,
      orders,
      weights,
    });
    return { blame: found, mean: groupBlame(found, weights) };
  };
  const response = responseOf(milestone, all.outputs);
  if (response?.kind !== 'time') throw new Error(`milestone ${milestone}: none, expected a milestone`);
  const shortfall = columnsFor('shortfall', all.outputs.columns).find(
    ({ key }) => key?.milestone === milestone,
  );
  const { pathDays, pathSum, reached } = pathDaysOf(all, milestone, groups);
  const cutIn = (point: PointRecords): number =>
    point.column(milestone).reduce((sum, day, i) => sum + (day === Infinity ? (weights?.[i] ?? 1) : 0), 0);
  const censored = [...points.values()].map(cutIn);
  return {
    milestone,
    groups,
    replications: records.replications,
    runs: coalitions.length,
    orderPairs: (orders?.length ?? 0) / 2,
    days: share((point) => response.values(point)).mean,
    shortfall: shortfall && {
      unit: shortfall.unit,
      blame: share((point) => point.column(shortfall.name)).mean,
    },
    pathDays,
    pathSum,
    reached,
    asDrawn: weightedMean(response.values(all), weights),
    atPlan: weightedMean(response.values(points.get(0)!), weights),
    planReached: 1 - cutIn(points.get(0)!) / records.replications,
    censored: censored.reduce((sum, count) => sum + count, 0) / (points.size * records.replications),
  };
}

function groupBlame(
  { leaveOneOut, addOne, shapley, delay, shapleyByPair }: Blame,
  weights: Weights,
): GroupBlame {
  const plain = (columns: readonly Float64Array[]): Estimate[] =>
    columns.map((column) => weightedMean(column, weights));
  return {
    leaveOneOut: plain(leaveOneOut),
    addOne: plain(addOne),
    shapley: shapley.map((column, group) => {
      const byPair = shapleyByPair[group];
      return byPair === undefined
        ? weightedMean(column, weights)
        : crossedMean(column, byPair, 0.95, weights);
    }),
    leaveOneOutSum: weightedMean(sumOf(leaveOneOut), weights),
    addOneSum: weightedMean(sumOf(addOne), weights),
    delay: weightedMean(delay, weights),
  };
}

function pathDaysOf(point: PointRecords, milestone: string, groups: readonly CauseGroup[]) {
  const columns = attributionColumns(point.outputs.columns, milestone);
  const byGroup = groups.map(({ causes }) =>
    sumOf(columns.filter(({ key }) => causes.includes(key!['cause']!)).map(({ name }) => point.column(name))),
  );
  const meanOf = (days: Float64Array): Estimate => {
    const { values, weights } = keptValues(days, point.weights, Number.isFinite);
    return withinBounds(weightedMean(values, weights), { least: 0 });
  };
  const days = point.column(milestone);
  return {
    pathDays: columns.length === 0 ? groups.map(() => NOT_AVAILABLE) : byGroup.map(meanOf),
    pathSum: columns.length === 0 ? NOT_AVAILABLE : meanOf(days),
    reached: days.filter(Number.isFinite).length,
  };
}

function sumOf(columns: readonly Float64Array[]): Float64Array {
  const [first = new Float64Array(0), ...others] = columns;
  const sum = first.slice();
  for (const column of others) for (let i = 0; i < sum.length; i++) sum[i]! += column[i]!;
  return sum;
}
