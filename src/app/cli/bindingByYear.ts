import CliTable from 'cli-table3';
import type { Column, PointRecords } from '../../experiment/index.ts';
import { dateOfDay } from '../../output/index.ts';
import { shareOfMeans } from '../../statistics/index.ts';
import { percentWithInterval } from './percent.ts';

/** Shares below this, in every year, are not worth a row. */
const LEAST_SHARE = 0.005;

/** What bound in each year, as shares of the blocked capacity averaged over the year's report dates. */
export function bindingByYear(point: PointRecords): string[] {
  const { startDate, gridDays, columns } = point.outputs;
  const classes = columns.filter(({ table, statistic }) => table === 'binding' && statistic === 'share');
  if (classes.length === 0) return [];
  const years = [...new Set(gridDays.map((day) => dateOfDay(startDate, day).slice(0, 4)))];
  const inYear = years.map((year) => gridDays.map((day) => dateOfDay(startDate, day).startsWith(year)));
  const sums = classes.map((column) => inYear.map((places) => sumOver(point, column, places)));
  const totals = years.map((_, year) =>
    sums[0]![year]!.map((__, replication) =>
      sums.reduce((sum, byYear) => sum + byYear[year]![replication]!, 0),
    ),
  );
  const table = new CliTable({
    head: ['bound by', ...years],
    style: { head: [], border: [], compact: true },
  });
  classes.forEach((column, index) => {
    const estimates = years.map((_, year) => shareOfMeans(sums[index]![year]!, totals[year]!));
    if (!estimates.some(({ estimate }) => (estimate ?? 0) >= LEAST_SHARE)) return;
    table.push([
      Object.values(column.key ?? {}).join(' '),
      ...estimates.map((share) =>
        share.estimate === undefined ? 'nothing blocked' : percentWithInterval(share),
      ),
    ]);
  });
  return [table.toString()];
}

function sumOver(point: PointRecords, column: Column, places: readonly boolean[]): Float64Array {
  const values = point.column(column.name);
  const width = places.length;
  const sums = new Float64Array(values.length / width);
  for (let replication = 0; replication < sums.length; replication++) {
    for (let place = 0; place < width; place++)
      if (places[place]) sums[replication]! += values[replication * width + place]!;
  }
  return sums;
}
