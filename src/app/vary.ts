import type { Factor, ListedFactor } from '../design/index.ts';
import { InputError } from '../experiment/inputError.ts';
import { unitFactor, UnitError } from '../scenario/unitSystem.ts';
import type { Setting } from '../scenario/index.ts';
import { numberIn, typedRange, type TypedNumber } from './typedNumber.ts';
import type { Varied } from './sweepSchema.ts';

/** Dotted paths into a value, list items by any name. */
export type DottedPath<T, Depth extends readonly 0[] = []> = Depth['length'] extends 7
  ? never
  : T extends readonly (infer Item)[]
    ? `${string}.${DottedPath<Item, [...Depth, 0]>}`
    : T extends object
      ? { [K in keyof T & string]: K | `${K}.${DottedPath<T[K], [...Depth, 0]>}` }[keyof T & string]
      : never;

/**
 * A factor over a scenario parameter, with its path checked by the compiler.
 *
 * @example vary<RolloutScenario>('deployment.crews', ['1 crew', '2 crew'])
 */
export function vary<S>(path: DottedPath<S>, values: readonly Setting[]): ListedFactor {
  return { kind: 'values', name: path, values };
}

/**
 * Reads `path=v1,v2,v3`, `path=40..120 weeks`, `input` or `input=0.1,0.9`; commas within brackets belong to a value,
 * and a number with `d`, `w` or `y` is in days, weeks or years. Numbers are written as in a scenario file: 1e3, 100k,
 * 5 %.
 *
 * @throws InputError on anything else.
 */
export function variedFrom(text: string): Varied {
  const [, name, rest] = /^\s*([^=\s](?:[^=]*[^=\s])?)\s*(?:=\s*(.*?)\s*)?$/s.exec(text) ?? [];
  if (name === undefined || rest === '') {
    throw new InputError(
      `vary: ${text}, expected path=v1,v2,… or path=low..high unit or the name of an uncertain input`,
    );
  }
  if (rest === undefined) return { vary: name };
  // Between `to` and numbers stands a distribution, which is a value.
  if (rest.includes('..')) return { vary: name, range: rest };
  const parts = rest.split(/,(?![^(]*\))/);
  const values = parts.map((value) => settingFrom(value));
  if (parts.slice(1).some((part) => /^0\d/.test(part)))
    throw new InputError(
      `vary: ${text}, a comma parts values: expected numbers without them, such as 1000 or 1k`,
    );
  if (values.includes('')) throw new InputError(`vary: ${text}, an empty value, expected one between commas`);
  return { vary: name, values };
}

/**
 * Reads `path=value` for a single setting.
 *
 * @throws InputError on anything else.
 */
export function settingPair(text: string): [string, Setting] {
  const [, path, value] = /^\s*([^=\s](?:[^=]*[^=\s])?)\s*=\s*(\S(?:.*\S)?)\s*$/s.exec(text) ?? [];
  if (path === undefined) throw new InputError(`set: ${text}, expected path=value`);
  return [path, settingFrom(value)];
}

/**
 * Turns what is varied into factors: a name without a dot that the model has as an uncertain input is that input, all
 * else is a path.
 *
 * @throws InputError on values or ranges that make no sense.
 */
export function factorsOf(varied: readonly Varied[], inputs: readonly string[]): Factor[] {
  return varied.map((one): Factor => {
    const { vary: name, values, range } = one;
    if (values !== undefined && range !== undefined) {
      throw new InputError(`vary ${name}: values and a range, expected one of them`);
    }
    if (inputs.includes(name)) return inputFactor(one);
    if (values !== undefined) return { kind: 'values', name, values: values.map(expanded) };
    if (range !== undefined) return rangedFactor(name, range);
    throw new InputError(
      `vary ${name}: no values, expected some, or one of the uncertain inputs ${inputs.length === 0 ? '(none)' : inputs.join(', ')}`,
    );
  });
}

const unitLetters: Readonly<Record<string, string>> = { d: 'days', w: 'weeks', y: 'years' };

function inputFactor({ vary: name, values, range }: Varied): Factor {
  if (range !== undefined) {
    throw new InputError(`vary ${name}: range ${range}, expected points of its distribution such as 0.1,0.9`);
  }
  const levels = values?.map((value) => numberIn(String(value), { '': 1, '%': 100 }) ?? NaN);
  for (const [index, level] of levels?.entries() ?? []) {
    if (!(level > 0 && level < 1)) {
      throw new InputError(
        `vary ${name}: ${values?.[index]}, expected a point of its distribution strictly between 0 and 1`,
      );
    }
  }
  return { kind: 'input', name, levels };
}

function rangedFactor(name: string, range: string): Factor {
  const refusal = (expected: string): InputError =>
    new InputError(`vary ${name}: range ${range}, expected ${expected} such as 40..120 weeks`);
  const ends = typedRange(range);
  if (ends === undefined) throw refusal('a low and a high');
  const [high, low] = [ends[1], inUnitOf(ends[1], ends[0])];
  if (low === undefined) throw refusal('both ends in one unit, behind the high');
  if (low >= high.number) throw refusal('a low below a high');
  return { kind: 'range', name, low, high: high.number, unit: spelled(high.unit) };
}

/** One end of a range in the unit of the other; nothing where that cannot be. */
function inUnitOf({ unit }: TypedNumber, end: TypedNumber): number | undefined {
  const [from, to] = [end.unit, unit].map(spelled);
  if (from === to) return end.number;
  if (from === undefined || to === undefined) return undefined;
  try {
    const factor = unitFactor(from, to);
    return factor === undefined ? undefined : end.number * factor;
  } catch (error) {
    if (error instanceof UnitError) return undefined;
    throw error;
  }
}

/** A unit as scenario files spell it: `w` is weeks; nothing of a number without one. */
function spelled(unit: string): string | undefined {
  return unit === '' ? undefined : (unitLetters[unit] ?? unit);
}

// Numbers as YAML reads them.
const PLAIN_NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;

function settingFrom(text: string): Setting {
  const value = text.trim();
  if (value === 'true' || value === 'false') return value === 'true';
  // What no number holds stays as it was typed, for the refusal to quote.
  return PLAIN_NUMBER.test(value) && Number.isFinite(Number(value)) ? Number(value) : expanded(value);
}

function expanded(value: Setting): Setting {
  const [, number, letter] = /^(.*\d\.?)\s*([dwy])$/.exec(String(value)) ?? [];
  if (number === undefined || !PLAIN_NUMBER.test(number.trim())) return value;
  return `${number.trim()} ${unitLetters[letter!]}`;
}
