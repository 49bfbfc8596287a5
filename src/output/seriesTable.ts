import {
  asOfDay,
  columnDescription,
  type Column,
  type PointRecords,
  type Records,
  dateOfDay,
} from '../record/index.ts';
import {
  keptValues,
  weightedMean,
  withinBounds,
  weightedProportion,
  weightedQuantiles,
  weightedShare,
  type Estimate,
  type Weights,
} from '../statistics/index.ts';
import type { Cell } from './cell.ts';
import { estimateCells, estimateFields } from './estimateFields.ts';
import { everyNth } from './everyNth.ts';
import { fieldName, measureOf, uniqueFields } from './fieldName.ts';
import { pointField } from './milestonesTable.ts';
import { meaningOf, type Table, type TableField } from './table.ts';

const probabilities = [0.1, 0.25, 0.5, 0.75, 0.9] as const;

/** A group of CSV columns: one measure of a table, reduced in one way. */
interface Measure {
  readonly id: string;
  readonly fields: readonly TableField[];
}

/** Names of the tables that the series of the points belong to, in order of appearance. */
export function seriesTableNames(records: Records): string[] {
  return [...new Set(seriesColumns(records).flatMap((column) => column.table ?? []))];
}

/** A table of series by date and key, each reduced over the replications as its column says. */
export function seriesTable(name: string, records: Records): Table {
  const columns = seriesColumns(records).filter((column) => column.table === name);
  const several = records.points.length > 1;
  const keyNames = [...new Set(columns.flatMap((column) => Object.keys(column.key ?? {})))];
  const measures = new Map<string, Measure>();
  const ids = measureIds(columns);
  for (const column of columns) {
    const id = ids.get(column.name)!;
    if (!measures.has(id)) measures.set(id, measure(column, id));
  }
  const places = new Map<string, number>();
  let width = 0;
  for (const { id, fields } of measures.values()) {
    places.set(id, width);
    width += fields.length;
  }
  return {
    name,
    description:
      'State at the end of each date from the as-of date on, over the replications, with 95 % intervals.',
    fields: uniqueFields([
      ...(several ? [pointField] : []),
      { name: 'date', type: 'date', description: 'day, to its end' },
      ...keyNames.map((key): TableField => ({ name: key, type: 'string', description: `which ${key}` })),
      ...[...measures.values()].flatMap(({ fields }) => fields),
    ]),
    *rows() {
      for (const point of records.points) {
        const { startDate, gridDays } = point.outputs;
        const rows = pointRows(point, name, { keyNames, ids, places, width });
        const known = asOfDay(point.outputs);
        for (const [place, day] of gridDays.entries()) {
          if (day < known) continue;
          for (const { key, cells } of rows) {
            yield [...(several ? [point.name] : []), dateOfDay(startDate, day), ...key, ...cells[place]];
          }
        }
      }
    },
  };
}

/** Where the measures of a table stand. */
interface TablePlan {
  readonly keyNames: readonly string[];
  /** Column → measure → place of its first cell. */
  readonly ids: ReadonlyMap<string, string>;
  readonly places: ReadonlyMap<string, number>;
  readonly width: number;
}

interface KeyRows {
  readonly key: readonly Cell[];
  /** By place on the date grid. */
  readonly cells: readonly Cell[][];
}

function pointRows(
  point: PointRecords,
  table: string,
  { keyNames, ids, places, width }: TablePlan,
): KeyRows[] {
  const grid = point.outputs.gridDays.length;
  const { weights } = point;
  const columns = point.outputs.columns.filter(
    (column) => column.kind === 'series' && column.table === table,
  );
  const rows = new Map<string, KeyRows>();
  const hasKey = (column: Column): boolean => keyNames.every((name) => column.key?.[name] !== undefined);
  const totals = shareTotals(point, columns, ids);
  // What has no key of its own stands beside every row of its date, so it comes when all rows are there.
  for (const column of columns.toSorted((a, b) => Number(hasKey(b)) - Number(hasKey(a)))) {
    const beside = keyNames.length > 0 && !hasKey(column) ? [...rows.values()] : undefined;
    const key = keyNames.map((name) => column.key?.[name]);
    const id = JSON.stringify(key);
    const row = rows.get(id) ?? {
      key,
      cells: Array.from({ length: grid }, () => Array.from<Cell>({ length: width })),
    };
    if (beside === undefined) rows.set(id, row);
    const start = places.get(ids.get(column.name)!) ?? 0;
    const values = point.column(column.name);
    for (let place = 0; place < grid; place++) {
      const all = everyNth(values, grid, place);
      const { values: sample, weights: counts } = column.mayBeMissing
        ? keptValues(all, weights, (value) => !Number.isNaN(value))
        : { values: all, weights };
      const ofAll = totals.get(ids.get(column.name)!);
      const cells = reduce(column, sample, ofAll && everyNth(ofAll, grid, place), counts);
      for (const one of beside ?? [row])
        for (const [index, cell] of cells.entries()) one.cells[place][start + index] = cell;
    }
  }
  return [...rows.values()];
}

function reduce(
  column: Column,
  sample: Float64Array,
  total: Float64Array | undefined,
  weights: Weights,
): Cell[] {
  const estimates: Estimate[] = [];
  if (column.statistic === 'share' && total !== undefined) {
    estimates.push(weightedShare(sample, total, weights));
  } else if (column.statistic === 'mean') {
    estimates.push(withinBounds(weightedMean(sample, weights), column));
  } else if (column.statistic === 'proportion') {
    estimates.push(weightedProportion(sample, weights));
  } else {
    estimates.push(...weightedQuantiles(sample, weights, probabilities));
  }
  return estimates.flatMap(estimateCells);
}

/** For each measure that is shown as a share, the sum over its keys, by replication and date. */
function shareTotals(
  point: PointRecords,
  columns: readonly Column[],
  ids: ReadonlyMap<string, string>,
): Map<string, Float64Array> {
  const totals = new Map<string, Float64Array>();
  for (const column of columns) {
    if (column.statistic !== 'share') continue;
    const values = point.column(column.name);
    const id = ids.get(column.name)!;
    const total = totals.get(id);
    if (total === undefined) totals.set(id, values);
    else for (let index = 0; index < values.length; index++) total[index] += values[index];
  }
  return totals;
}

/** What each column measures; two columns of one row never come to the same, however alike their names are. */
function measureIds(columns: readonly Column[]): Map<string, string> {
  const ids = new Map<string, string>();
  const rows = new Map<string, number>();
  for (const column of columns) {
    if (ids.has(column.name)) continue;
    const id = `${measureOf(column)} ${column.unit} ${column.statistic ?? 'quantiles'}`;
    const row = JSON.stringify([id, column.key ?? {}]);
    const before = rows.get(row) ?? 0;
    rows.set(row, before + 1);
    ids.set(column.name, before === 0 ? id : `${id} ${before + 1}`);
  }
  return ids;
}

function measure(column: Column, id: string): Measure {
  const { unit } = column;
  const name = measureOf(column);
  // The columns of one measure differ in their keys, and so may their descriptions.
  const description =
    column.key === undefined ? columnDescription(column) : `${name.replaceAll('_', ' ')} of the row`.trim();
  const named = (suffix: string, stem: string): string => (stem === '' ? suffix : `${stem}_${suffix}`);
  if (column.statistic === 'share') {
    const text = `share of the sum over all rows of the date, of ${description}`;
    return { id, fields: meant(column, estimateFields(named('share', name), 'number', text, 'share')) };
  }
  if (column.statistic === 'proportion') {
    return {
      id,
      fields: estimateFields(`p_${name}`, 'number', `probability that ${description}`, 'probability'),
    };
  }
  if (column.statistic === 'mean') {
    const fields = estimateFields(
      named('mean', fieldName(name, unit)),
      'number',
      `mean of ${description}`,
      unit,
    );
    return { id, fields: meant(column, fields) };
  }
  const fields = probabilities.flatMap((p) => {
    const text = `${p * 100} % quantile of ${description}`;
    const [estimate, ...bounds] = estimateFields(
      named(`p${p * 100}`, fieldName(name, unit)),
      'number',
      text,
      unit,
    );
    return meant(column, [{ ...estimate!, subject: description }, ...bounds], p);
  });
  return { id, fields };
}

/** Fields of an estimate of which the first says what it is for; the others are its interval. */
function meant(
  { role, whole }: Column,
  [estimate, ...bounds]: TableField[],
  quantile?: number,
): TableField[] {
  if (role === undefined) return [estimate, ...bounds];
  return [
    {
      ...estimate,
      ...meaningOf(whole === undefined ? { role } : { role, whole }),
      ...(quantile === undefined ? {} : { quantile }),
    },
    ...bounds,
  ];
}

function seriesColumns(records: Records): Column[] {
  return records.points.flatMap(({ outputs }) =>
    outputs.columns.filter((column) => column.kind === 'series'),
  );
}
