import type { Cell } from './cell.ts';
import { estimateFields } from './estimateFields.ts';
import type { Standing } from './known.ts';
import type { TableField } from './table.ts';

/** A date with the ends of its interval, empty where none may be shown, and how it stands. */
export interface SaidDate {
  readonly cells: readonly Cell[];
  readonly status: Standing;
}

/** The columns `name`, `name_low` and `name_high` of a date and, where there is a past, `name_status`. */
export function dateFields(name: string, description: string, hasPast: boolean): TableField[] {
  const status: TableField = {
    name: `${name}_status`,
    type: 'string',
    description: `${description}: forecast; known; or unobserved, as it lies before the as-of date, and is left empty`,
  };
  return [...estimateFields(name, 'date', description), ...(hasPast ? [status] : [])];
}

/** The cells of dates in the order of `dateFields`. */
export function saidDateCells(dates: readonly SaidDate[], hasPast: boolean): Cell[] {
  return dates.flatMap(({ cells, status }) => (hasPast ? [...cells, status] : cells));
}
