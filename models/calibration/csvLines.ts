import { csvParseRows } from 'd3-dsv';

/** A row of a CSV text, and the line on which it begins, from 1. */
export interface CsvLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Splits a CSV text into rows by RFC 4180; empty lines are left out, and cells lose the space around them.
 *
 * A quote that is never closed ends with the text.
 */
export function csvLines(text: string): CsvLine[] {
  let next = 1;
  return csvParseRows(text.replace(/^\uFEFF/, '')).flatMap((cells) => {
    const line = next;
    // A cell in quotes may hold line ends.
    next += cells.reduce((lines, cell) => lines + cell.split('\n').length - 1, 1);
    const isEmpty = cells.length === 1 && cells[0]!.trim() === '';
    return isEmpty ? [] : [{ line, cells: cells.map((cell) => cell.trim()) }];
  });
}
