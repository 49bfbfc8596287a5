import type { Column } from '../experiment/index.ts';

/**
 * Name of a CSV column: the output's name and, unless it is there already, its unit.
 *
 * @example fieldName('contract', 'gpu'); // 'contract_gpus'
 */
export function fieldName(name: string, unit: string): string {
  const stem = slug(name);
  const suffix = slug(unit.toLowerCase());
  if (suffix === '' || suffix === '1' || new RegExp(`_${suffix}s?_`).test(`_${stem}_`)) return stem;
  const named = isCountable(unit) ? `${suffix}s` : suffix;
  return stem === '' ? named : `${stem}_${named}`;
}

/**
 * A CSV name for each output, no two alike, in capitals or not: where two come to the same, the later ones are numbered.
 *
 * @example [...fieldNames([{ name: 'a b', unit: '' }, { name: 'a-b', unit: '' }]).values()]; // ['a_b', 'a_b_2']
 */
export function fieldNames(
  outputs: readonly { readonly name: string; readonly unit: string }[],
  taken: readonly string[] = [],
): Map<string, string> {
  const used = new Set(taken);
  const names = new Map<string, string>();
  for (const { name, unit } of outputs) {
    const stem = fieldName(name, unit) || 'value';
    let free = stem;
    for (let count = 2; used.has(free); count++) free = `${stem}_${count}`;
    used.add(free);
    names.set(name, free);
  }
  return names;
}

/**
 * What a series measures within its table: what its column says, else its name without the table's name and without the values of
 * its keys, of which one may be what another column measures.
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

/** Removes a word where it stands alone or between marks. */
function withoutWord(text: string, word: string): string {
  const at = ` ${text} `.split(word);
  return at
    .reduce((left, right) => {
      const alone = !/[a-z0-9]$/i.test(left) && !/^[a-z0-9]/i.test(right);
      return alone ? `${left}${right}` : `${left}${word}${right}`;
    })
    .trim();
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
