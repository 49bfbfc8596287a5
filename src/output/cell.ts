/** A value of a CSV cell; undefined, NaN and infinite numbers become an empty cell. */
export type Cell = string | number | undefined;

/** How a spreadsheet sees that a cell is a formula to be run; a plain number is none. */
const FORMULA = /^'*\s*[=+\-@＝＋－＠\t\r]/u;
const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/**
 * Text of a cell: the shortest text that reads back as the same number, in plain or `1e21` form, and 0 for −0. A text
 * that a spreadsheet would run as a formula is led by an apostrophe, which makes it text there.
 *
 * @example formatCell(-0); // '0'
 */
export function formatCell(value: Cell): string {
  if (typeof value === 'string')
    return FORMULA.test(value) && !PLAIN_NUMBER.test(value) ? `'${value}` : value;
  return value === undefined || !Number.isFinite(value) ? '' : String(value);
}

/** The text that a cell was written from: without the apostrophe that keeps it from being a formula. */
export function plainText(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
