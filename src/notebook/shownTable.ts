import { upperFirst } from '../wording/index.ts';
import type { Cell, Table, TableField } from '../output/index.ts';
import type { Shown, ShownCell } from './shown.ts';
import { intervalCell, isShare, numberText } from './valueText.ts';

/** One shown column: an estimate with the two that are its interval, or a field alone. */
interface Group {
  readonly field: TableField;
  readonly place: number;
  readonly hasInterval: boolean;
}

/**
 * A table of results for people: each estimate with its interval below it, numbers rounded to what the interval
 * allows one to see.
 */
export function shownTable({ name, fields, rows }: Table, mostRows = Infinity): Shown {
  const groups = groupsOf(fields);
  const shown: ShownCell[][] = [];
  let omitted = 0;
  for (const row of rows()) {
    if (shown.length < mostRows) shown.push(groups.map((group) => cellOf(group, row)));
    else omitted++;
  }
  return {
    kind: 'table',
    title: upperFirst(words(name)),
    columns: groups.map(({ field }) => ({ title: titleOf(field), isNumeric: field.type !== 'string' })),
    rows: shown,
    omitted,
  };
}

function groupsOf(fields: readonly TableField[]): Group[] {
  const groups: Group[] = [];
  for (let place = 0; place < fields.length; place++) {
    const field = fields[place];
    const hasInterval =
      fields[place + 1]?.name === `${field.name}_low` && fields[place + 2]?.name === `${field.name}_high`;
    groups.push({ field, place, hasInterval });
    if (hasInterval) place += 2;
  }
  return groups;
}

function cellOf({ field, place, hasInterval }: Group, row: readonly Cell[]): ShownCell {
  if (!hasInterval) return { text: aloneText(field, row[place]) };
  const [estimate, low, high] = [row[place], row[place + 1], row[place + 2]];
  if (field.type === 'date') {
    return { text: String(estimate ?? 'later'), interval: `${low ?? '…'} to ${high ?? '…'}` };
  }
  const finite = (value: Cell): number | undefined =>
    typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  return intervalCell({ estimate: finite(estimate), low: finite(low), high: finite(high) }, field.unit);
}

function aloneText({ unit, type }: TableField, value: Cell): string {
  if (value === undefined || typeof value === 'string') return value ?? '';
  if (!Number.isFinite(value)) return '';
  if (type === 'integer') return value.toLocaleString('en-US');
  return numberText(value, unit === undefined ? {} : { unit });
}

function titleOf({ name, unit }: TableField): string {
  const title = words(name);
  const isSaid = unit === undefined || isShare(unit) || `_${name}_`.includes(`_${unit.toLowerCase()}`);
  return isSaid ? title : `${title}, ${unit}`;
}

const words = (name: string): string => name.replaceAll('_', ' ').replaceAll(/\bp(\d+)\b/g, 'P$1');
