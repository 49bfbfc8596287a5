import { columnFor, type PointRecords } from '../../record/index.ts';
import { asOfDay, dateOfDay, everyNth } from '../../output/index.ts';
import { weightedQuantiles, type Estimate } from '../../statistics/index.ts';
import { percentWithInterval } from './percent.ts';
import { plainTable } from './plainTable.ts';

const DECEMBER = '-12-31';

/** Spend up to the end of every year, with the part of the commitment it is. */
export function moneySpent(point: PointRecords): string[] {
  const { startDate, gridDays, columns } = point.outputs;
  const column = columnFor('spend', columns);
  if (column?.whole === undefined) return [];
  const { whole } = column;
  const spend = point.column(column.name);
  const part = spend.map((dollars) => dollars / whole);
  const rows: string[][] = [];
  gridDays.forEach((day, place) => {
    const date = dateOfDay(startDate, day);
    if (!date.endsWith(DECEMBER) || day < asOfDay(point.outputs)) return;
    const at = (values: Float64Array, levels: readonly number[]): Estimate[] =>
      weightedQuantiles(everyNth(values, gridDays.length, place), point.weights, levels);
    rows.push([
      date.slice(0, 4),
      ...at(spend, [0.1, 0.5, 0.9]).map(billions),
      percentWithInterval(at(part, [0.5])[0]!),
    ]);
  });
  const head = ['spend by the end of', 'P10', 'P50', 'P90', 'P50 of the commitment'];
  return rows.length > 0 ? [plainTable(head, rows)] : [];
}

function billions({ estimate, low, high }: Estimate): string {
  const amount = (dollars: number | undefined): string =>
    dollars === undefined ? '…' : `$${(dollars / 1e9).toFixed(2)}B`;
  return `${amount(estimate)} (${amount(low)} to ${amount(high)})`;
}
