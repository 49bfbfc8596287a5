import type { DesignRow } from '../design/index.ts';
import { uniqueFields } from './fieldName.ts';
import type { Table } from './table.ts';

/** `points.csv`: a row a point of a design with the values that it varies; empty where a point leaves the base as it is. */
export function pointsTable(rows: readonly DesignRow[]): Table {
  const settings = [...new Set(rows.flatMap((row) => Object.keys(row.settings)))];
  const inputs = [...new Set(rows.flatMap((row) => Object.keys(row.inputs)))];
  const hasPlan = rows.some(({ atPlan }) => atPlan.length > 0);
  return {
    name: 'points',
    description: 'The points of the experiment and what each sets.',
    fields: uniqueFields([
      { name: 'point', type: 'string', description: 'name of the point in the other tables' },
      ...settings.map((name) => ({
        name,
        type: 'string' as const,
        description: `scenario parameter ${name}`,
      })),
      ...inputs.map((name) => ({
        name,
        type: 'number' as const,
        unit: 'quantile',
        description: `point of the distribution at which the uncertain input ${name} is held`,
      })),
      ...(hasPlan ? [{ name: 'at_plan', type: 'string' as const, description: 'causes at plan' }] : []),
    ]),
    *rows() {
      for (const row of rows) {
        yield [
          row.name,
          ...settings.map((name) => (name in row.settings ? String(row.settings[name]) : undefined)),
          ...inputs.map((name) => row.inputs[name]),
          ...(hasPlan ? [row.atPlan.join(' ')] : []),
        ];
      }
    },
  };
}
