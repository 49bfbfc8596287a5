import type { Column, PointRecords } from '../record/index.ts';
import type { BlockColumn, RowBlock } from './rowBlock.ts';

const STATUSES = ['complete', 'censored'] as const;

/**
 * The rows of `runs.csv` of one point, in order: point, replication, status, the weight where replications have one,
 * and a cell for each of some columns, empty where the point does not have it.
 */
export function* runBlocks(
  point: PointRecords,
  columns: readonly Column[],
  isWeighted: boolean,
): Generator<RowBlock> {
  const own = new Set(point.layout.fields.map(({ column }) => column.name));
  const names = columns.filter(({ name }) => own.has(name)).map(({ name }) => name);
  const places = new Map(names.map((name, place) => [name, place]));
  const { startDate } = point.outputs;
  const length = blockRows(columns.length);
  let from = 0;
  for (const values of point.parts(names, length)) {
    const rows = Math.min(length, point.replications - from);
    const cells = columns.map(({ name, kind }): BlockColumn => {
      const place = places.get(name);
      if (place === undefined) return { kind: 'same', cell: undefined };
      if (kind === 'milestone') return { kind: 'date', days: values[place]!, startDate };
      return { kind: 'number', values: values[place]! };
    });
    const weights = point.weights?.slice(from, from + rows);
    yield {
      rows,
      columns: [
        { kind: 'same', cell: point.name },
        { kind: 'count', from },
        { kind: 'choice', texts: STATUSES, chosen: statuses(cells, rows) },
        ...(isWeighted ? [weightColumn(weights)] : []),
        ...cells,
      ],
    };
    from += rows;
  }
}

/** So many rows that a block is worth a message to a thread, and short beside what it takes to write it. */
function blockRows(columns: number): number {
  return Math.max(1, Math.min(10_000, Math.floor(250_000 / columns)));
}

/** Which of the statuses each row has: that of a milestone that is not reached, where there is one. */
function statuses(columns: readonly BlockColumn[], rows: number): Uint8Array {
  const chosen = new Uint8Array(rows);
  for (const column of columns) {
    if (column.kind !== 'date') continue;
    for (let row = 0; row < rows; row++) if (column.days[row] === Infinity) chosen[row] = 1;
  }
  return chosen;
}

function weightColumn(values: Float64Array | undefined): BlockColumn {
  return values === undefined ? { kind: 'same', cell: undefined } : { kind: 'number', values };
}
