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
 * What a series measures within its table: its name without the table's name and without the values of its keys.
 *
 * @example measureOf({ name: 'sites.east.energized', table: 'sites', key: { site: 'east' }, … }); // 'energized'
 */
export function measureOf(column: Column): string {
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

function slug(text: string): string {
  return text
    .replaceAll('%', ' percent ')
    .replaceAll('$', ' dollars ')
    .replaceAll('/', ' per ')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
}
