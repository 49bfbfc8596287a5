import type { Cell, Table, TableField } from '../output/index.ts';
import type { Shown, ShownCell } from './shown.ts';

/** One shown column: an estimate with the two that are its interval, or a field alone. */
interface Group {
  readonly field: TableField;
  readonly place: number;
  readonly hasInterval: boolean;
}

/** A table of results for people: each estimate with its interval below it, numbers rounded to what the interval allows one to see. */
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
    title: words(name),
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
  if (!hasInterval) return { text: valueText(field, row[place]) };
  const [estimate, low, high] = [row[place], row[place + 1], row[place + 2]];
  const width = typeof low === 'number' && typeof high === 'number' ? high - low : undefined;
  const text = (value: Cell, missing: string): string => valueText(field, value, { width, missing });
  return {
    text: text(estimate, field.type === 'date' ? 'later' : '…'),
    interval: `${text(low, '…')} to ${text(high, '…')}`,
  };
}

function valueText(
  { unit, type }: TableField,
  value: Cell,
  { width, missing = '' }: { width?: number | undefined; missing?: string } = {},
): string {
  if (value === undefined || (typeof value === 'number' && !Number.isFinite(value))) return missing;
  if (typeof value === 'string') return value;
  if (type === 'integer') return value.toLocaleString('en-US');
  if (unit === 'share') return `${(value * 100).toFixed(1)} %`;
  const span = width ?? Math.abs(value) / 100;
  const digits = span > 0 ? Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(span)))) : 2;
  const text = value.toLocaleString('en-US', { maximumFractionDigits: digits });
  return text === '-0' ? '0' : text;
}

function titleOf({ name, unit }: TableField): string {
  const title = words(name);
  const isSaid = unit === undefined || unit === 'share' || `_${name}_`.includes(`_${unit.toLowerCase()}`);
  return isSaid ? title : `${title}, ${unit}`;
}

const words = (name: string): string => name.replaceAll('_', ' ').replaceAll(/\bp(\d+)\b/g, 'P$1');
