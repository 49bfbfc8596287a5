import type { Records } from '../../experiment/index.ts';
import { seriesTable } from '../../output/index.ts';
import { domDocument } from '../../page/index.ts';
import { bindingChart, type Chart } from '../../plot/index.ts';
import { pointOf } from './pointOf.ts';

/**
 * What holds a point back over time: the share of each cause, of table `binding`.
 *
 * @param point its name; the first when absent.
 * @throws on a point that is not there.
 * @example display(bindingOf(result.records));
 */
export function bindingOf(records: Records, point?: string): Chart {
  const alone = { replications: records.replications, points: [pointOf(records, point)] };
  const points = [...seriesTable('binding', alone).rows()].map(([date, cause, share]) => ({
    date: String(date),
    cause: String(cause),
    share: typeof share === 'number' ? share : undefined,
  }));
  return bindingChart({ document: domDocument(), heading: false, points });
}
