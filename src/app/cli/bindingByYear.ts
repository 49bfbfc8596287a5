import { columnsFor, type PointRecords } from '../../record/index.ts';
import { asOfDay, dateOfDay, sharesAt } from '../../output/index.ts';
import { percentWithInterval } from './percent.ts';
import { plainTable } from './plainTable.ts';

/** Shares below this, in every year, are not worth a row. */
const LEAST_SHARE = 0.005;

/**
 * What the capacity still to come waited for at the end of each year: the shares of `binding.csv` on its last report
 * date.
 */
export function bindingByYear(point: PointRecords): string[] {
  const { startDate, gridDays, columns } = point.outputs;
  const classes = columnsFor('blocked', columns);
  if (classes.length === 0) return [];
  const places = new Map(
    [...gridDays.entries()]
      .filter(([, day]) => day >= asOfDay(point.outputs))
      .map(([place, day]) => [dateOfDay(startDate, day).slice(0, 4), place]),
  );
  const byYear = [...places.values()].map((place) => sharesAt(point, classes, place));
  const rows = classes.flatMap(({ key = {} }, index) => {
    const shares = byYear.map((year) => year[index]!.share);
    if (!shares.some(({ estimate }) => (estimate ?? 0) >= LEAST_SHARE)) return [];
    const cells = shares.map((share) =>
      share.estimate === undefined ? 'nothing blocked' : percentWithInterval(share),
    );
    return [[Object.values(key).join(' '), ...cells]];
  });
  return rows.length > 0 ? [plainTable(['bound at the end of', ...places.keys()], rows)] : [];
}
