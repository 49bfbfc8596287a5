import type * as z from 'zod';
import { suggestion } from './suggestion.ts';

type RawIssue = z.core.$ZodRawIssue;

/** `"120"`, `12`, `a list`: how a value is named in a message. */
export function got(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  return typeof value === 'string'
    ? `"${value.length > 100 ? `${value.slice(0, 100)}…` : value}"`
    : String(value);
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  record: 'a map',
  tuple: 'a list',
  undefined: 'nothing',
  null: 'nothing',
};

function bound(issue: RawIssue & { code: 'too_small' | 'too_big' }): string {
  const small = issue.code === 'too_small';
  const limit = String(small ? issue.minimum : issue.maximum);
  const word =
    issue.inclusive === false ? (small ? 'more than' : 'less than') : small ? 'at least' : 'at most';
  const things: Readonly<Record<string, string>> = { string: ' characters', array: ' items', set: ' items' };
  return `expected ${word} ${limit}${things[issue.origin] ?? ''}, got ${got(issue.input)}`;
}

/** The house's words for what zod found; undefined leaves it to zod. */
export function messageOf(issue: RawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${KINDS[issue.expected] ?? issue.expected}, got ${got(issue.input)}`;
    case 'invalid_value': {
      const values = issue.values.map(String);
      const one =
        values.length === 1 ? `"${values[0]}"` : `one of ${values.map((value) => `"${value}"`).join(', ')}`;
      return `expected ${one}, got ${got(issue.input)}${hint(issue.input, values)}`;
    }
    case 'invalid_union':
      return unionMessage(issue);
    case 'too_small':
    case 'too_big':
      return bound(issue);
    default:
      return undefined;
  }
}

function hint(input: unknown, values: readonly string[]): string {
  const found = typeof input === 'string' ? suggestion(input, values) : '';
  return found.includes('did you mean') ? found : '';
}

function unionMessage(issue: RawIssue): string | undefined {
  const { discriminator, options, input } = issue as {
    discriminator?: unknown;
    options?: unknown;
    input?: unknown;
  };
  if (typeof discriminator !== 'string' || !Array.isArray(options)) return undefined;
  const values = options.map(String);
  const given =
    typeof input === 'object' && input !== null ? (input as Record<string, unknown>)[discriminator] : input;
  return `expected one of ${values.map((value) => `"${value}"`).join(', ')}, got ${got(given)}${hint(given, values)}`;
}

/** The keys the map may have, of the schema that refused a key. */
export function knownKeys(issue: RawIssue): readonly string[] {
  const shape = (issue.inst?._zod.def as { shape?: Record<string, unknown> } | undefined)?.shape;
  return Object.keys(shape ?? {});
}
