import { MONTH_DAYS, YEAR_DAYS } from '../kernel/lengths.ts';
import type { UnitSize } from './unitProduct.ts';

const PREFIXES: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
};

const TIME = { second: 1 };
const DAY = 86_400;

const TIMES: Readonly<Record<string, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: DAY,
  week: 7 * DAY,
  month: MONTH_DAYS * DAY,
  quarter: 3 * MONTH_DAYS * DAY,
  year: YEAR_DAYS * DAY,
};

const ENERGY = { kg: 1, metre: 2, second: -2 };
const POWER = { ...ENERGY, second: -3 };

/** Units that take a prefix. */
const PREFIXED: Readonly<Record<string, UnitSize>> = {
  W: { size: 1, dimensions: POWER },
  Wh: { size: 3600, dimensions: ENERGY },
  V: { size: 1, dimensions: { ...POWER, ampere: -1 } },
  // Of a kind of their own: what a transformer is rated at is not what a rack draws.
  VA: { size: 1, dimensions: { VA: 1 } },
  b: { size: 1, dimensions: { bit: 1 } },
  B: { size: 8, dimensions: { bit: 1 } },
  flop: { size: 1, dimensions: { flop: 1 } },
};

/**
 * Every unit of the scenario language by its name, with a unit of its own for each noun.
 *
 * @param nouns things that are counted, `gallon` among them.
 */
export function unitSizes(nouns: readonly string[]): ReadonlyMap<string, UnitSize> {
  return new Map<string, UnitSize>([
    ...nouns.map((noun): [string, UnitSize] => [noun, { size: 1, dimensions: { [noun]: 1 } }]),
    ...Object.entries(TIMES).map(([name, size]): [string, UnitSize] => [name, { size, dimensions: TIME }]),
    ...Object.entries(PREFIXED).flatMap(([name, { size, dimensions }]) =>
      Object.entries(PREFIXES).map(([prefix, times]): [string, UnitSize] => [
        prefix + name,
        { size: size * times, dimensions },
      ]),
    ),
    ['kg', { size: 1, dimensions: { kg: 1 } }],
    ['dollar', { size: 1, dimensions: { dollar: 1 } }],
    ['ratio', { size: 1, dimensions: { ratio: 1 } }],
    ['percent', { size: 0.01, dimensions: { ratio: 1 } }],
    ['megagallon', { size: 1e6, dimensions: { gallon: 1 } }],
  ]);
}
