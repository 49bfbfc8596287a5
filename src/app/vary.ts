import type { ListedFactor } from '../design/index.ts';
import { InputError } from '../experiment/inputError.ts';
import type { Setting } from '../scenario/index.ts';
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

const unitLetters: Readonly<Record<string, string>> = { d: 'days', w: 'weeks', y: 'years' };

/** A unit as scenario files spell it: `w` is weeks; nothing of a number without one. */
export function spelled(unit: string): string | undefined {
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

/** A setting with `d`, `w` or `y` behind its number spelled out. */
export function expanded(value: Setting): Setting {
  const [, number, letter] = /^(.*\d\.?)\s*([dwy])$/.exec(String(value)) ?? [];
  if (number === undefined || !PLAIN_NUMBER.test(number.trim())) return value;
  return `${number.trim()} ${unitLetters[letter!]}`;
}
