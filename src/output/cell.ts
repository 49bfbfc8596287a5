/** A value of a CSV cell; undefined, NaN and infinite numbers become an empty cell. */
export type Cell = string | number | undefined;

/**
 * Text of a cell: the shortest text that reads back as the same number, in plain or `1e21` form, and 0 for −0.
 *
 * @example formatCell(-0); // '0'
 */
export function formatCell(value: Cell): string {
  if (typeof value === 'string') return value;
  return value === undefined || !Number.isFinite(value) ? '' : String(value);
}
