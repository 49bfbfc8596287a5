import { asOfBehindStart, type Records, dateOfDay, targetMilestone } from '../../record/index.ts';
import { chancesByDay } from '../../output/index.ts';
import { dueDay } from '../../explain/index.ts';
import { readinessChart } from '../../plot/index.ts';
import { pointOf } from './pointOf.ts';
import { twoWidths, type PageChart } from './twoWidths.ts';

/**
 * The probability that the target is reached by the end of each day.
 *
 * @param point its name; the first when absent.
 * @throws on a point that is not there, or a model without milestones.
 * @example display(readinessOf(result.records));
 */
export function readinessOf(records: Records, point?: string): PageChart {
  const found = pointOf(records, point);
  const { name, outputs } = found;
  const target = targetMilestone(outputs.columns);
  if (target === undefined) throw new Error(`point ${name}: no milestone, expected a target`);
  const readyBy = chancesByDay(found, target.name);
  const points = Array.from({ length: outputs.horizonDays }, (_, day) => {
    const { estimate = 0, low, high } = readyBy(day);
    return { date: dateOfDay(outputs.startDate, day), p: estimate, low, high };
  });
  // Where nothing changes the curve needs no point.
  const changes = points.filter(({ p }, day) => p !== points[day - 1]?.p || p !== points[day + 1]?.p);
  const date = dateOfDay(outputs.startDate, dueDay(target, outputs));
  const asOf = asOfBehindStart(outputs);
  return twoWidths((settings) => readinessChart({ ...settings, asOf, points: changes, target: { date } }));
}
