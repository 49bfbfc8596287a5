import { columnDescription, type Column, type Records, type Role } from '../record/index.ts';
import { fieldName, uniqueFields } from './fieldName.ts';
import { cellsOf, type RowBlock } from './rowBlock.ts';
import { runBlocks } from './runBlocks.ts';
import { meaningOf, type Table, type TableField } from './table.ts';

/** `runs.csv`: a row a point and replication, with scalars that have no table of their own and dates of milestones. */
export function runsTable(records: Records): Table {
  const columns = numberColumns(records);
  const isWeighted = records.given !== undefined;
  const fields = uniqueFields([
    { name: 'point', type: 'string', description: 'setting of the experiment' },
    { name: 'replication', type: 'integer', description: 'number of the replication, from 0' },
    {
      name: 'status',
      type: 'string',
      description: 'complete, or censored when a milestone was not reached by the horizon',
    },
    ...(isWeighted ? [weightField] : []),
    ...columns.map((column): TableField => {
      const { name, unit, kind } = column;
      const said = { description: columnDescription(column), output: name, ...meaningOf(column) };
      if (kind === 'milestone') return { name: `${fieldName(name, '')}_date`, type: 'date', ...said };
      return { name: fieldName(name, unit), type: 'number', unit, ...said };
    }),
  ]);
  const blocks = function* (): Generator<RowBlock> {
    for (const point of records.points) yield* runBlocks(point, columns, isWeighted);
  };
  return {
    name: 'runs',
    description: 'One row a point and replication; an empty cell is a milestone not reached, or no value.',
    fields,
    blocks,
    *rows() {
      for (const block of blocks()) yield* cellsOf(block);
    },
  };
}

const weightField: TableField = {
  name: 'weight',
  type: 'number',
  description: 'how much the replication counts, by how well it agrees with what was observed; 1 on average',
};

// Days by cause have `attribution.csv`; with them a row of the shipped case is twice as long.
const OWN_TABLE: ReadonlySet<Role | undefined> = new Set<Role>(['attribution', 'drag', 'drag bound']);

/** Scalars and milestones of all points, each once, scalars first; of those without a table of their own. */
function numberColumns(records: Records): Column[] {
  const columns = new Map<string, Column>();
  for (const kind of ['scalar', 'milestone']) {
    for (const { layout } of records.points) {
      for (const { column } of layout.fields) {
        if (column.kind === kind && !OWN_TABLE.has(column.role) && !columns.has(column.name))
          columns.set(column.name, column);
      }
    }
  }
  return [...columns.values()];
}
