import { isWellFormed } from './isWellFormed.ts';
import type { Column } from './column.ts';
import type { Outputs } from './outputs.ts';

/** Days from the start that every milestone and grid day lies within, so that it has a date: about 2,700 years. */
export const furthestDay = 1_000_000;

/** Where a column lies in a packed record. */
export interface Field {
  readonly column: Column;
  readonly offset: number;
  readonly width: number;
}

/** Order and widths of the numbers of one replication: scalars, then milestones, then series. */
export interface Layout {
  readonly width: number;
  readonly fields: readonly Field[];
}

/** What a terminal obeys: controls, ends of lines, marks of direction. */
const OBEYED = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u;

const kinds = ['scalar', 'milestone', 'series'] as const;

/**
 * Lays out the columns that a model declared.
 *
 * @throws on a column name that is repeated, empty or not well formed, a text that a terminal would obey, no columns,
 *   a table of what is no series, and a date grid that is not ascending or is needed and empty.
 */
export function layoutOf(outputs: Outputs): Layout {
  const { columns, gridDays } = outputs;
  if (columns.length === 0) throw new Error('outputs: no columns, expected at least one');
  const names = new Set<string>();
  for (const column of columns) {
    if (column.name === '') throw new Error('column: empty name, expected a name');
    if (!isWellFormed(column.name))
      throw new Error(
        `column ${JSON.stringify(column.name)}: half of a character, expected a name of whole ones: files hold all halves alike`,
      );
    for (const text of [column.name, column.title ?? '', column.unit])
      if (OBEYED.test(text))
        throw new Error(
          `column ${JSON.stringify(column.name)}: ${JSON.stringify(text)} with a control character or a mark of direction, expected printable text`,
        );
    if (names.has(column.name)) throw new Error(`column: "${column.name}" twice, expected names that differ`);
    names.add(column.name);
    if (column.kind !== 'series' && column.table !== undefined) {
      throw new Error(
        `column ${column.name}: table ${column.table} of a ${column.kind}, expected one of a series alone; a ${column.kind} has a role`,
      );
    }
    if (column.kind === 'series' && gridDays.length === 0) {
      throw new Error(`column ${column.name}: a series, expected grid days`);
    }
  }
  for (const [index, day] of gridDays.entries()) {
    if (!(Math.abs(day) <= furthestDay)) {
      throw new Error(`grid day ${index}: ${day}, expected a day within ${furthestDay} of the start`);
    }
  }
  for (let index = 1; index < gridDays.length; index++) {
    if (!(gridDays[index] > gridDays[index - 1])) {
      throw new Error(`grid day ${index}: ${gridDays[index]}, expected more than ${gridDays[index - 1]}`);
    }
  }
  const fields: Field[] = [];
  let offset = 0;
  for (const kind of kinds) {
    for (const column of columns) {
      if (column.kind !== kind) continue;
      const width = kind === 'series' ? gridDays.length : 1;
      fields.push({ column, offset, width });
      offset += width;
    }
  }
  return { width: offset, fields };
}
