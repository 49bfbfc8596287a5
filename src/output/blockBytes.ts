import { choiceWriter, countWriter, datesWriter, numbersWriter, type CellsWriter } from './cellsWriter.ts';
import { csvCell } from './csvCell.ts';
import type { BlockColumn, RowBlock } from './rowBlock.ts';

const LINE_FEED = 10;

/**
 * Makes a function that writes blocks of rows as lines of a CSV file: the bytes of the rows one by one. What it learns
 * of dates from one block serves the next. The bytes are those of a buffer that is given, where it is long enough.
 *
 * @example
 * const write = blockWriter();
 * write({ rows: 2, columns: [{ kind: 'count', from: 0 }, { kind: 'number', values }] }); // '0,1.5\n1,2\n'
 */
export function blockWriter(): (block: RowBlock, into?: ArrayBuffer) => Uint8Array {
  const dates = new Map<string, Map<number, Uint8Array>>();
  const datesFrom = (startDate: string): Map<number, Uint8Array> => {
    const known = dates.get(startDate) ?? new Map<number, Uint8Array>();
    dates.set(startDate, known);
    return known;
  };
  const writerOf = (column: Exclude<BlockColumn, { kind: 'number' }>): CellsWriter => {
    switch (column.kind) {
      case 'same':
        return choiceWriter([csvCell(column.cell)], () => 0);
      case 'choice':
        return choiceWriter(column.texts.map(csvCell), (row) => column.chosen[row]!);
      case 'count':
        return countWriter(column.from);
      case 'date':
        return datesWriter(column, datesFrom(column.startDate));
    }
  };
  return ({ rows, columns }, into = new ArrayBuffer(0)) => {
    const writers: CellsWriter[] = [];
    for (let place = 0; place < columns.length;) {
      const numbers = numbersFrom(columns, place);
      const column = columns[place]!;
      writers.push(column.kind === 'number' ? numbersWriter(numbers) : writerOf(column));
      place += Math.max(1, numbers.length);
    }
    const most = writers.reduce((sum, writer) => sum + writer.most, 0);
    const bytes = new Uint8Array(into.byteLength < rows * most ? new ArrayBuffer(rows * most) : into);
    let at = 0;
    for (let row = 0; row < rows; row++) {
      for (const writer of writers) at = writer.write(bytes, at, row);
      bytes[at - 1] = LINE_FEED;
    }
    return bytes.subarray(0, at);
  };
}

/** The values of the columns of numbers that stand side by side from a place on. */
function numbersFrom(columns: readonly BlockColumn[], from: number): Float64Array[] {
  const values: Float64Array[] = [];
  for (let place = from; place < columns.length; place++) {
    const column = columns[place]!;
    if (column.kind !== 'number') break;
    values.push(column.values);
  }
  return values;
}
