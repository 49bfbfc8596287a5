import { columnFor, type PointRecords, targetMilestone } from '../record/index.ts';
import { isTelling } from './inputEffects.ts';
import { defaultResponses, ON_TIME, responseOf, type Response } from './response.ts';
import { milestoneProbability } from './targetProbability.ts';

/**
 * What there is to explain, the most telling first: whether the target is on time where that is neither nearly sure
 * nor nearly ruled out, else the part of it that is there on its date, or where the model has no such output the days
 * to it; then all milestones.
 *
 * @param point some replications, to see how sure the target is.
 */
export function informativeResponses(point: PointRecords): Response[] {
  const { outputs } = point;
  const all = defaultResponses(outputs);
  const target = targetMilestone(outputs.columns);
  if (target === undefined || isTelling(milestoneProbability(point, target).estimate)) return all;
  const attained = columnFor('attained', outputs.columns);
  const telling = [attained?.name, target.name].flatMap((name) =>
    name === undefined ? [] : (responseOf(name, outputs) ?? []),
  );
  return [...telling, ...all.filter(({ name }) => name !== ON_TIME && name !== target.name)];
}
