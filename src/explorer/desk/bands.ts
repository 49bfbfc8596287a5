import { columnFor, type Column, type PointRecords, type Records } from '../../record/index.ts';
import { fieldName, measureOf } from '../../output/fieldName.ts';
import { seriesTable } from '../../output/seriesTable.ts';
import type { Band, HeldBack, Line } from '../picture.ts';
import { dateCell } from '../../output/dateCell.ts';
import { asOfDay } from '../../record/asOf.ts';
import { numberIn, tableRows, textIn } from './tableRows.ts';

/** Replications that are drawn one by one. */
const LINES = 40;

/** Quantiles of one series by date, as its table has them; none where there is no such series. */
export function bandsOf(records: Records, column: Column | undefined): Band[] {
  if (column?.table === undefined) return [];
  const field = fieldName(measureOf(column), column.unit);
  return rowsOf(records, column.table, ({ name }) => name === column.name).flatMap((row) => {
    const date = textIn(row, 'date');
    if (date === undefined) return [];
    const [p10, p25, p50, p75, p90] = [10, 25, 50, 75, 90].map((p) => numberIn(row, `${field}_p${p}`));
    const [low, high] = [numberIn(row, `${field}_p50_low`), numberIn(row, `${field}_p50_high`)];
    return [{ date, p10, p25, p50, p75, p90, low, high }];
  });
}

/** What held back the capacity to come: the shares of `binding.csv`. */
export function bindingOf(records: Records): HeldBack[] {
  const column = columnFor('blocked', records.points[0]!.outputs.columns);
  if (column?.table === undefined) return [];
  return rowsOf(records, column.table, ({ role }) => role === 'blocked').flatMap((row) => {
    const date = textIn(row, 'date');
    if (date === undefined) return [];
    const [share, low, high] = ['', '_low', '_high'].map((end) => numberIn(row, `blocked_share${end}`));
    return [{ date, cause: textIn(row, 'cause') ?? '', share, low, high }];
  });
}

/** Dollars committed: what the spend is a part of. */
export function commitmentOf(records: Records): number | undefined {
  return columnFor('spend', records.points[0]!.outputs.columns)?.whole;
}

/**
 * The first replications one by one, or those that count most where totals were observed: GPUs in service on the dates
 * of the fan, and when each reached the milestone.
 */
export function linesOf(
  point: PointRecords,
  milestone: Column | undefined,
  gpus: Column | undefined,
): Line[] {
  if (gpus === undefined) return [];
  const { gridDays, startDate } = point.outputs;
  const values = point.column(gpus.name);
  const days = milestone && point.column(milestone.name);
  const known = asOfDay(point.outputs);
  const from = gridDays.findIndex((day) => day >= known);
  return shownOf(point).map((replication) => ({
    replication,
    values: Array.from(
      values.subarray(replication * gridDays.length + from, (replication + 1) * gridDays.length),
    ),
    date: days && dateCell(startDate, days[replication]),
  }));
}

function shownOf({ replications, weights }: PointRecords): number[] {
  const all = Array.from({ length: replications }, (_, replication) => replication);
  if (weights === undefined) return all.slice(0, LINES);
  const counting = all.filter((replication) => weights[replication]! > 0);
  return counting.sort((a, b) => weights[b]! - weights[a]! || a - b).slice(0, LINES);
}

function rowsOf(
  records: Records,
  table: string,
  isShown: (column: Column) => boolean,
): ReturnType<typeof tableRows> {
  const points = records.points.map((point) => {
    const columns = point.outputs.columns.filter((column) => column.table === table && isShown(column));
    return { ...point, outputs: { ...point.outputs, columns } };
  });
  if (points.every(({ outputs }) => outputs.columns.length === 0)) return [];
  return tableRows(seriesTable(table, { ...records, points }));
}
