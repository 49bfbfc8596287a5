import type { Records } from '../../record/index.ts';
import { ON_TIME } from '../../record/index.ts';
import { absolute, responseNames, responseOf, type Response } from '../../explain/index.ts';
import { intervalsChart } from '../../plot/index.ts';
import { twoWidths, type PageChart } from './twoWidths.ts';

/**
 * One response at every point, each with its interval: a share as it is, a time or another number as its mean.
 *
 * @param response `on time`, a milestone (days to it, or to the horizon) or a scalar.
 * @param measure what the dots are, with their unit; by default the response's name, and its unit beside each number.
 * @throws on a response that a point does not have.
 * @example display(byPoint(result.records, 'gpus_at_target_date', 'GPUs in service at the target date'));
 */
export function byPoint(records: Records, response: string = ON_TIME, measure?: string): PageChart {
  const rows = records.points.map((point) => {
    const found = responseOf(response, point.outputs);
    if (found === undefined) {
      throw new Error(`response: ${response}, expected one of ${responseNames(point.outputs).join(', ')}`);
    }
    return { response: found, name: point.name, ...absolute(found, found.values(point), point.weights) };
  });
  const [first] = rows;
  return twoWidths((settings) =>
    intervalsChart({
      ...settings,
      measure: measure ?? measureOf(first.response),
      unit: measure === undefined || first.response.kind === 'proportion' ? first.response.unit : '',
      rows: rows.map(({ name, estimate, low, high }) => ({ name, estimate, low, high })),
    }),
  );
}

function measureOf({ name, kind, restricted }: Response): string {
  if (kind === 'proportion') return 'probability of the target by its date';
  return `mean of ${name}${restricted ? ', or to the horizon' : ''}`;
}
