import type { Column } from '../record/index.ts';
import type { TableField } from './table.ts';

/**
 * Name of a CSV column: the output's name and, unless it is there already, its unit.
 *
 * @example fieldName('contract', 'gpu'); // 'contract_gpus'
 */
export function fieldName(name: string, unit: string): string {
  return withUnit(slug(name), unit);
}

/**
 * A name as it is and, unless it is there already, its unit: of a dotted path that is to be found in a scenario.
 *
 * @example withUnit('chips.tenantCap', 'fraction'); // 'chips.tenantCap_fraction'
 */
export function withUnit(name: string, unit: string): string {
  const suffix = slug(unit.toLowerCase());
  if (suffix === '' || suffix === '1' || new RegExp(`_${suffix}s?_`).test(`_${slug(name)}_`)) return name;
  const named = isCountable(unit) ? `${suffix}s` : suffix;
  return name === '' ? named : `${name}_${named}`;
}

/**
 * What a series measures within its table: what its column says, else its name without the table's name and without
 * the values of its keys, of which one may be what another column measures.
 *
 * @example measureOf({ name: 'sites.east.energized', table: 'sites', key: { site: 'east' }, … }); // 'energized'
 */
export function measureOf(column: Column): string {
  if (column.measure !== undefined) return slug(column.measure);
  const keys = Object.values(column.key ?? {}).toSorted((a, b) => b.length - a.length);
  const without = keys.reduce((name, key) => withoutWord(name, key), column.name);
  const parts = without.split(/[./:\s]+/).filter((part) => part !== '');
  const own = parts.filter((part) => part !== column.table);
  return slug((own.length > 0 || keys.length > 0 ? own : parts).join('_'));
}

const uncounted: ReadonlySet<string> = new Set([
  'fraction',
  'percent',
  'probability',
  'quantile',
  'ratio',
  'share',
]);

/** Whether the unit is a plain singular word, such as gpu, rack or GPU-day, and no ratio or symbol. */
function isCountable(unit: string): boolean {
  const last = unit.split(/[^A-Za-z]+/).at(-1) ?? '';
  return /^[a-z]+[^s]$/.test(last) && !unit.includes('/') && !uncounted.has(last);
}

/**
 * Takes a key's value out once: the last part of the name that is it, else the last word. A value may be what a
 * column measures.
 */
function withoutWord(text: string, word: string): string {
  if (word === '') return text;
  const places = text.split(word).slice(0, -1);
  const starts = places.map((_, index) => places.slice(0, index + 1).join(word).length).reverse();
  for (const isEnd of [isPartEnd, isWordEnd]) {
    const at = starts.find((start) => isEnd(text[start - 1]) && isEnd(text[start + word.length]));
    if (at !== undefined) return `${text.slice(0, at)}${text.slice(at + word.length)}`;
  }
  return text;
}

function isPartEnd(character: string | undefined): boolean {
  return character === undefined || /[./:\s]/.test(character);
}

function isWordEnd(character: string | undefined): boolean {
  return character === undefined || !/[\p{L}\p{N}]/u.test(character);
}

/**
 * Fields whose names differ, in capitals or not: where two come to the same, the later ones are numbered.
 *
 * Databases and data frames take names that differ in capitals alone for one.
 */
export function uniqueFields(fields: readonly TableField[]): TableField[] {
  const used = new Set<string>();
  return fields.map((field) => {
    const stem = field.name === '' ? 'value' : field.name;
    let name = stem;
    for (let count = 2; used.has(folded(name)); count++) name = `${stem}_${count}`;
    used.add(folded(name));
    return name === field.name ? field : { ...field, name };
  });
}

function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

// Letters and digits of any script stay: names that differ in them alone are names of their own.
function slug(text: string): string {
  return text
    .replaceAll('%', ' percent ')
    .replaceAll('$', ' dollars ')
    .replaceAll('/', ' per ')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '');
}
