import { asOfBehindStart, type Records } from '../../record/index.ts';
import { seriesTable } from '../../output/index.ts';
import { bindingChart } from '../../plot/index.ts';
import { pointOf } from './pointOf.ts';
import { twoWidths, type PageChart } from './twoWidths.ts';

/**
 * What holds a point back over time: the share of each cause, of table `binding`.
 *
 * @param point its name; the first when absent.
 * @throws on a point that is not there.
 * @example display(bindingOf(result.records));
 */
export function bindingOf(records: Records, point?: string): PageChart {
  const found = pointOf(records, point);
  const alone = { replications: records.replications, points: [found] };
  const points = [...seriesTable('binding', alone).rows()].map(([date, cause, share]) => ({
    date: String(date),
    cause: String(cause),
    share: typeof share === 'number' ? share : undefined,
  }));
  const asOf = asOfBehindStart(found.outputs);
  return twoWidths((settings) => bindingChart({ ...settings, asOf, points }));
}
