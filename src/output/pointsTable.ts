import type { DesignRow } from '../design/index.ts';
import { commonScale, type Setting } from '../scenario/index.ts';
import type { Cell } from './cell.ts';
import { uniqueFields, withUnit } from './fieldName.ts';
import type { Table } from './table.ts';

/**
 * `points.csv`: a row a point of a design with the values that it varies; empty where a point leaves the base as it
 * is.
 */
export function pointsTable(rows: readonly DesignRow[]): Table {
  const settings = [...new Set(rows.flatMap((row) => Object.keys(row.settings)))];
  const columns = settings.map((name) => settingColumn(rows, name));
  const inputs = [...new Set(rows.flatMap((row) => Object.keys(row.inputs)))];
  const hasPlan = rows.some(({ atPlan }) => atPlan.length > 0);
  return {
    name: 'points',
    description: 'The points of the experiment and what each sets.',
    fields: uniqueFields([
      { name: 'point', type: 'string', description: 'name of the point in the other tables' },
      ...columns.map(({ name, unit }) => ({
        name: withUnit(name, unit ?? ''),
        ...(unit === undefined
          ? { type: 'string' as const }
          : { type: 'number' as const, ...(unit === '' ? {} : { unit }) }),
        description: `scenario parameter ${name}`,
        key: { varied: name },
      })),
      ...inputs.map((name) => ({
        name: withUnit(name, 'quantile'),
        type: 'number' as const,
        unit: 'quantile',
        description: `point of the distribution at which the uncertain input ${name} is held`,
        key: { varied: name },
      })),
      ...(hasPlan ? [{ name: 'at_plan', type: 'string' as const, description: 'causes at plan' }] : []),
    ]),
    *rows() {
      for (const row of rows) {
        yield [
          row.name,
          ...columns.map(({ name, cells }) =>
            name in row.settings ? cells.get(row.settings[name]!) : undefined,
          ),
          ...inputs.map((name) => row.inputs[name]),
          ...(hasPlan ? [row.atPlan.join(' ')] : []),
        ];
      }
    },
  };
}

/** The cells of a parameter: numbers in one unit where all its values are such, shares as in `runs.csv`; else texts. */
function settingColumn(
  rows: readonly DesignRow[],
  name: string,
): { name: string; unit: string | undefined; cells: Map<Setting, Cell> } {
  const values = [...new Set(rows.flatMap(({ settings }) => (name in settings ? [settings[name]!] : [])))];
  const number = /^\s*-?[\d.]+\s*([^\d\s-][^\d]*)?$/.exec(String(values[0]));
  const scale = number === null ? undefined : commonScale(values);
  const said = (number?.[1] ?? '').trim();
  const isShare = PER_CENT.has(said);
  const inUnit = (value: number): number => (isShare ? Number((value / 100).toPrecision(12)) : value);
  return {
    name,
    unit: scale === undefined ? undefined : isShare ? 'fraction' : said,
    cells: new Map(
      values.map((value, index) => [value, scale === undefined ? String(value) : inUnit(scale[index]!)]),
    ),
  };
}

const PER_CENT: ReadonlySet<string> = new Set(['%', 'percent', 'pp']);
