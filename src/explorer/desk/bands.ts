import type { Column, PointRecords, Records } from '../../experiment/index.ts';
import { everyNth } from '../../output/everyNth.ts';
import { seriesTable } from '../../output/seriesTable.ts';
import { quantile7 } from '../../statistics/index.ts';
import { milestoneTitle } from '../../app/cli/milestoneTitle.ts';
import type { Band, HeldBack, Line } from '../exchange.ts';
import { dateCell } from '../../output/calendarDate.ts';
import { asOfDay } from '../../output/known.ts';
import { numberIn, tableRows, textIn } from './tableRows.ts';

/** Replications that are drawn one by one. */
const LINES = 40;

/** Quantiles of one series by date, as its table has them; none where there is no such series. */
export function bandsOf(records: Records, column: Column | undefined, field: string): Band[] {
  if (column?.table === undefined) return [];
  const rows = rowsOf(records, column.table, ({ name }) => name === column.name);
  return rows.flatMap((row) => {
    const date = textIn(row, 'date');
    if (date === undefined) return [];
    const [p10, p25, p50, p75, p90] = [10, 25, 50, 75, 90].map((p) => numberIn(row, `${field}_p${p}`));
    const [low, high] = [numberIn(row, `${field}_p50_low`), numberIn(row, `${field}_p50_high`)];
    return [{ date, p10, p25, p50, p75, p90, low, high }];
  });
}

/** What held back the capacity to come: the shares of `binding.csv`. */
export function bindingOf(records: Records): HeldBack[] {
  return rowsOf(records, 'binding', ({ statistic }) => statistic === 'share').flatMap((row) => {
    const date = textIn(row, 'date');
    if (date === undefined) return [];
    const [share, low, high] = ['', '_low', '_high'].map((end) => numberIn(row, `blocked_share${end}`));
    return [{ date, cause: textIn(row, 'cause') ?? '', share, low, high }];
  });
}

/** Dollars committed: what the spend is a part of. */
export function commitmentOf(records: Records): number | undefined {
  const point = records.points[0]!;
  const width = point.outputs.gridDays.length;
  const has = (name: string): boolean => point.outputs.columns.some((column) => column.name === name);
  if (width === 0 || !has('spend') || !has('committed_part')) return undefined;
  const [spend, part] = ['spend', 'committed_part'].map((name) =>
    everyNth(point.column(name), width, width - 1),
  );
  const place = part!.findIndex((value) => value > 0);
  return place < 0 ? undefined : Number((spend![place]! / part![place]!).toPrecision(9));
}

/** The first replications one by one: GPUs in service on the dates of the fan, and when each reached the milestone. */
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
  return Array.from({ length: Math.min(LINES, point.replications) }, (_, replication) => ({
    replication,
    values: Array.from(
      values.subarray(replication * gridDays.length + from, (replication + 1) * gridDays.length),
    ),
    date: days && dateCell(startDate, days[replication]),
  }));
}

/** How many GPUs a milestone asks for, over the replications; nothing where it does not say. */
export function askedOf(
  point: PointRecords,
  milestone: Column | undefined,
  contract: string,
): Omit<Band, 'date'> | undefined {
  if (milestone === undefined) return undefined;
  if (milestone.gpus !== undefined) return { p10: milestone.gpus, p50: milestone.gpus, p90: milestone.gpus };
  const [, percent] = /^(\d+(?:\.\d+)?) % of the contract\b/.exec(milestoneTitle(milestone)) ?? [];
  if (percent === undefined || !point.outputs.columns.some(({ name }) => name === contract)) return undefined;
  const bought = point.column(contract).sort();
  const [p10, p50, p90] = [0.1, 0.5, 0.9].map((p) => (quantile7(bought, p)! * Number(percent)) / 100);
  return { p10, p50, p90 };
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
