import { columnFor, ON_TIME, type PointRecords, targetMilestone } from '../record/index.ts';
import { defaultResponses, responseOf, type Response } from './response.ts';
import { isPastDue, milestoneProbability } from './targetProbability.ts';
import { tellingResponse } from './tellingResponse.ts';

/**
 * What there is to explain, the most telling first: whether the target is on time where that is neither nearly sure
 * nor nearly ruled out. Where it is nearly ruled out the part of it that is there on its date, if the model has such
 * an output, and the days to it; where it is nearly sure, or was due before the as-of date, the days alone. Then all
 * milestones.
 *
 * @param point some replications, to see how sure the target is.
 */
export function informativeResponses(point: PointRecords): Response[] {
  const { outputs } = point;
  const all = defaultResponses(outputs);
  const target = targetMilestone(outputs.columns);
  if (target === undefined) return all;
  const telling = isPastDue(target, outputs)
    ? 'days'
    : tellingResponse(milestoneProbability(point, target).estimate);
  if (telling === 'probability') return all;
  const attained = telling === 'part' ? columnFor('attained', outputs.columns) : undefined;
  const first = [attained?.name, target.name].flatMap((name) =>
    name === undefined ? [] : (responseOf(name, outputs) ?? []),
  );
  return [...first, ...all.filter(({ name }) => name !== ON_TIME && name !== target.name)];
}
