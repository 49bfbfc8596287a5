import { csvCell } from './csvCell.ts';
import { dateCell } from './dateCell.ts';
import { NUMBER_BYTES, writeNumber } from './numberBytes.ts';
import type { BlockColumn } from './rowBlock.ts';

const COMMA = 44;

/** Writes the cells of some columns in a row from `at` on, a comma after each, and says where they end. */
export interface CellsWriter {
  /** Bytes that they take, at most. */
  readonly most: number;
  write(bytes: Uint8Array, at: number, row: number): number;
}

/** Columns of numbers side by side, in one go: a call a cell takes as long as half of a number. */
export function numbersWriter(columns: readonly Float64Array[]): CellsWriter {
  return {
    most: columns.length * (NUMBER_BYTES + 1),
    write(bytes, from, row) {
      let at = from;
      for (let place = 0; place < columns.length; place++) {
        const value = columns[place]![row]!;
        // 0 of a finite number, and no number of another.
        if (value - value === 0) at = writeNumber(bytes, at, value);
        bytes[at++] = COMMA;
      }
      return at;
    },
  };
}

export function countWriter(first: number): CellsWriter {
  return {
    most: NUMBER_BYTES + 1,
    write: (bytes, at, row) => withComma(bytes, writeNumber(bytes, at, first + row)),
  };
}

/** One of a few texts in each row. */
export function choiceWriter(texts: readonly string[], chosen: (row: number) => number): CellsWriter {
  const encoded = texts.map((text) => new TextEncoder().encode(text));
  return {
    most: Math.max(...encoded.map(({ length }) => length)) + 1,
    write: (bytes, at, row) => withComma(bytes, copy(encoded[chosen(row)]!, bytes, at)),
  };
}

/** Dates, of which those that are known by their day are not worked out again. */
export function datesWriter(
  { days, startDate }: Extract<BlockColumn, { kind: 'date' }>,
  known: Map<number, Uint8Array>,
): CellsWriter {
  return {
    // A date and the comma.
    most: 11,
    write(bytes, at, row) {
      const day = Math.floor(days[row]!);
      let date = known.get(day);
      if (date === undefined) {
        date = new TextEncoder().encode(csvCell(dateCell(startDate, day)));
        known.set(day, date);
      }
      return withComma(bytes, copy(date, bytes, at));
    },
  };
}

function withComma(bytes: Uint8Array, at: number): number {
  bytes[at] = COMMA;
  return at + 1;
}

/** `set` takes longer for so few bytes. */
function copy(from: Uint8Array, bytes: Uint8Array, at: number): number {
  for (let place = 0; place < from.length; place++) bytes[at + place] = from[place]!;
  return at + from.length;
}
