import { columnFor, type Column, type PointRecords, type Records, type Role } from '../../record/index.ts';
import { fieldName } from '../../output/fieldName.ts';
import { seriesTable } from '../../output/seriesTable.ts';
import type { Band, Line, Picture } from '../exchange.ts';
import { dateCell } from '../../output/calendarDate.ts';
import { numberIn, tableRows, textIn } from './tableRows.ts';

/** Replications that are drawn one by one. */
const LINES = 40;

/** Quantiles of the series of a role by date, as its table has them. */
export function bandsOf(records: Records, role: Role): Band[] {
  const column = columnFor(role, records.points[0]!.outputs.columns);
  if (column?.table === undefined) return [];
  const field = fieldName(column.name, column.unit);
  return rowsOf(records, column.table, (each) => each.role === role).flatMap((row) => {
    const date = textIn(row, 'date');
    if (date === undefined) return [];
    const [p10, p25, p50, p75, p90] = [10, 25, 50, 75, 90].map((p) => numberIn(row, `${field}_p${p}`));
    const [low, high] = [numberIn(row, `${field}_p50_low`), numberIn(row, `${field}_p50_high`)];
    return [{ date, p10, p25, p50, p75, p90, low, high }];
  });
}

/** What held back the capacity to come: the shares of `binding.csv`. */
export function bindingOf(records: Records): Picture['binding'] {
  const column = columnFor('blocked', records.points[0]!.outputs.columns);
  if (column?.table === undefined) return [];
  return rowsOf(records, column.table, ({ role }) => role === 'blocked').flatMap((row) => {
    const date = textIn(row, 'date');
    return date === undefined
      ? []
      : [{ date, cause: textIn(row, 'cause') ?? '', share: numberIn(row, 'blocked_share') }];
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
export function linesOf(point: PointRecords, milestone: Column | undefined, first: number): Line[] {
  const { columns, gridDays, startDate } = point.outputs;
  const progress = columnFor('progress', columns);
  if (progress === undefined) return [];
  const values = point.column(progress.name);
  const days = milestone && point.column(milestone.name);
  const from = gridDays.findIndex((day) => day >= first);
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
