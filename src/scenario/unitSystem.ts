import { nearest } from './suggestion.ts';
import { productFactor, unitProduct, type UnitProduct } from './unitProduct.ts';
import { unitSizes } from './unitSizes.ts';

/** Things that are counted. Each is a unit of its own, so that racks never add to GPUs. */
const NOUNS: readonly (readonly [noun: string, ...others: string[]])[] = [
  ['gpu'],
  ['rack'],
  ['package'],
  ['die', 'dies', 'dice'],
  ['wafer'],
  ['stack'],
  ['tray'],
  ['server'],
  ['chip', 'accelerator'],
  ['position'],
  ['slot'],
  ['pod'],
  ['lot'],
  ['hall'],
  ['building'],
  ['site'],
  ['campus', 'campuses'],
  ['crew'],
  ['team'],
  ['person', 'people', 'worker'],
  ['unit'],
  ['transformer'],
  ['switch', 'switches'],
  ['port'],
  ['module'],
  ['endpoint'],
  ['cable'],
  ['event'],
  ['project'],
  ['parameter', 'param'],
  ['token'],
  ['gallon'],
  ['point'],
];

/** Written word → unit, for the units that only one spelling may name: `mW` is not `MW`. */
const EXACT: Readonly<Record<string, string>> = {
  W: 'W',
  kW: 'kW',
  MW: 'MW',
  GW: 'GW',
  TW: 'TW',
  VA: 'VA',
  kVA: 'kVA',
  MVA: 'MVA',
  GVA: 'GVA',
  V: 'V',
  kV: 'kV',
  Wh: 'Wh',
  kWh: 'kWh',
  MWh: 'MWh',
  GWh: 'GWh',
  TWh: 'TWh',
  b: 'b',
  Mb: 'Mb',
  Gb: 'Gb',
  Tb: 'Tb',
  B: 'B',
  kB: 'kB',
  MB: 'MB',
  GB: 'GB',
  TB: 'TB',
  PB: 'PB',
  EB: 'EB',
  TFLOP: 'Tflop',
  PFLOP: 'Pflop',
  EFLOP: 'Eflop',
  kg: 'kg',
  PUE: 'ratio',
};

/** Written word in any case → unit. */
const LOOSE: Readonly<Record<string, string>> = {
  second: 'second',
  seconds: 'second',
  s: 'second',
  minute: 'minute',
  minutes: 'minute',
  min: 'minute',
  hour: 'hour',
  hours: 'hour',
  h: 'hour',
  day: 'day',
  days: 'day',
  d: 'day',
  week: 'week',
  weeks: 'week',
  month: 'month',
  months: 'month',
  quarter: 'quarter',
  quarters: 'quarter',
  year: 'year',
  years: 'year',
  yr: 'year',
  dollar: 'dollar',
  dollars: 'dollar',
  usd: 'dollar',
  percent: 'percent',
  pp: 'percent',
  ratio: 'ratio',
  gal: 'gallon',
  mgal: 'megagallon',
  ...Object.fromEntries(
    NOUNS.flatMap(([noun, ...others]) =>
      [noun, ...others].flatMap((word) => [
        [word, noun],
        [/(s|x|ch)$/.test(word) || word === 'people' ? word : `${word}s`, noun],
      ]),
    ),
  ),
};

const UNITS = unitSizes(NOUNS.map(([noun]) => noun));

export class UnitError extends Error {}

const LONGEST = 60;

/** `$/gpu-hour` → `dollar/(gpu hour)`: every word checked against the words of this language. */
function expression(text: string): string {
  if (text.length > LONGEST) throw new UnitError(`unit of more than ${LONGEST} characters`);
  const grouped = text
    .replace(/[A-Za-z]+(?:-[A-Za-z]+)+/g, (words) => `(${words.replaceAll('-', ' ')})`)
    .replaceAll('$', ' dollar ')
    .replaceAll('%', ' percent ')
    .replace(/\bper\b/g, '/')
    .replaceAll('·', '*');
  const strange = /[^A-Za-z\s/*()]/.exec(grouped);
  if (strange !== null) throw new UnitError(`unexpected ${strange[0]} in a unit`);
  return grouped
    .replace(/[A-Za-z]+/g, (word) => {
      const unit = Object.hasOwn(EXACT, word) ? EXACT[word] : undefined;
      const loose = Object.hasOwn(LOOSE, word.toLowerCase()) ? LOOSE[word.toLowerCase()] : undefined;
      if (unit === undefined && loose === undefined) throw new UnitError(unknownUnit(word));
      return unit ?? (loose as string);
    })
    .trim();
}

function unknownUnit(word: string): string {
  const near = nearest(word, [...Object.keys(EXACT), ...Object.keys(LOOSE)]);
  return `unknown unit ${word}${near === undefined ? '' : `, did you mean ${near}?`}`;
}

function parseUnit(text: string): UnitProduct {
  const product = unitProduct(expression(text), (word) => UNITS.get(word));
  if (product === undefined) throw new UnitError(`cannot read the unit ${text.trim()}`);
  return product;
}

/**
 * How many of the unit `to` one of the unit `from` is; undefined when they measure different things.
 *
 * @throws UnitError on an unknown word
 * @example unitFactor('weeks', 'day') // 7
 */
export function unitFactor(from: string, to: string): number | undefined {
  const factor = productFactor(parseUnit(from), parseUnit(to));
  return factor === undefined ? undefined : snapped(factor);
}

/** Compound units come out with rounding errors in the last digit: 1000 and 1/7 are meant exactly. */
function snapped(factor: number): number {
  const whole = Math.round(factor);
  if (Math.abs(factor - whole) <= 1e-12 * whole) return whole;
  const inverse = Math.round(1 / factor);
  return Math.abs(1 / factor - inverse) <= 1e-12 * inverse ? 1 / inverse : factor;
}

/** @throws UnitError when the text is no unit of this language */
export function checkUnit(text: string): void {
  parseUnit(text);
}
