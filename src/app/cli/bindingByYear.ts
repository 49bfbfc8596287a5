import CliTable from 'cli-table3';
import type { PointRecords } from '../../experiment/index.ts';
import { dateOfDay, sharesAt } from '../../output/index.ts';
import { percentWithInterval } from './percent.ts';

/** Shares below this, in every year, are not worth a row. */
const LEAST_SHARE = 0.005;

/** What the capacity still to come waited for at the end of each year: the shares of `binding.csv` on its last report date. */
export function bindingByYear(point: PointRecords): string[] {
  const { startDate, gridDays, columns } = point.outputs;
  const classes = columns.filter(({ table, statistic }) => table === 'binding' && statistic === 'share');
  if (classes.length === 0) return [];
  const places = new Map(gridDays.map((day, place) => [dateOfDay(startDate, day).slice(0, 4), place]));
  const byYear = [...places.values()].map((place) => sharesAt(point, classes, place));
  const table = new CliTable({
    head: ['bound at the end of', ...places.keys()],
    style: { head: [], border: [], compact: true },
  });
  classes.forEach(({ key = {} }, index) => {
    const shares = byYear.map((year) => year[index]!.share);
    if (!shares.some(({ estimate }) => (estimate ?? 0) >= LEAST_SHARE)) return;
    table.push([
      Object.values(key).join(' '),
      ...shares.map((share) =>
        share.estimate === undefined ? 'nothing blocked' : percentWithInterval(share),
      ),
    ]);
  });
  return table.length > 0 ? [table.toString()] : [];
}
