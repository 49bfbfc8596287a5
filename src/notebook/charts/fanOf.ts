import {
  asOfBehindStart,
  columnFor,
  type PointRecords,
  type Records,
  dateOfDay,
  targetMilestone,
} from '../../record/index.ts';
import { askedAmount, everyNth } from '../../output/index.ts';
import { dueDay, targetProbability } from '../../explain/index.ts';
import { fanChart, type FanTarget } from '../../plot/index.ts';
import { weightedQuantiles } from '../../statistics/index.ts';
import { pointOf } from './pointOf.ts';
import { twoWidths, type PageChart } from './twoWidths.ts';

/**
 * GPUs in service over time with the target: the series of role `progress` of a point.
 *
 * @param point its name; the first when absent.
 * @throws on a point that is not there, or a model without that series.
 * @example display(fanOf(result.records));
 */
export function fanOf(records: Records, point?: string): PageChart {
  const found = pointOf(records, point);
  const { startDate, gridDays } = found.outputs;
  const asOf = asOfBehindStart(found.outputs);
  const progress = columnFor('progress', found.outputs.columns);
  if (progress === undefined)
    throw new Error(`point ${found.name}: no output of role progress, expected one`);
  const values = found.column(progress.name);
  const fan = gridDays.map((day, place) => {
    const date = dateOfDay(startDate, day);
    const [p10, p25, p50, p75, p90] = weightedQuantiles(
      everyNth(values, gridDays.length, place),
      found.weights,
      [0.1, 0.25, 0.5, 0.75, 0.9],
    ).map(({ estimate }) => estimate);
    return { date, p10, p25, p50, p75, p90 };
  });
  return twoWidths((settings) => fanChart({ ...settings, asOf, fan, target: targetOf(records, found) }));
}

function targetOf(records: Records, point: PointRecords): FanTarget | undefined {
  const { name, outputs } = point;
  const target = targetMilestone(outputs.columns);
  if (target?.due === undefined) return undefined;
  return {
    date: dateOfDay(outputs.startDate, dueDay(target, outputs)),
    gpus: askedAmount(point, target),
    probability: targetProbability(records, name),
  };
}
