import { boundText } from './boundText.ts';
import type { SchemaNode } from './schemaNode.ts';

/** How a schema says what may be written at one key, in words: the same for editors and for the reference. */
export interface KeyWords {
  readonly meaning: string;
  /** `day, or a range of it`; empty where there is none. */
  readonly unit: string;
  /** `0 to 1`, `one of "a", "b"`, `1 to 50 items`. */
  readonly bounds: string;
  /** `required`, or what holds where the key is not there. */
  readonly absent: string;
  /** As it would stand in a scenario; empty for a map that is described key by key. */
  readonly example: string;
}

/** What a schema says of one key. */
export function keyWords(node: SchemaNode, isRequired: boolean): KeyWords {
  return {
    meaning: node.description ?? '',
    unit: unitOf(node),
    bounds: boundsOf(node),
    absent: isRequired ? 'required' : absentOf(node),
    example: exampleOf(node) ?? '',
  };
}

/** One text of all of them, for editors. */
export function descriptionOf(node: SchemaNode, isRequired: boolean): string {
  const { meaning, unit, bounds, absent, example } = keyWords(node, isRequired);
  return [
    meaning,
    unit === '' ? '' : `Unit: ${unit}.`,
    bounds === '' ? '' : `Bounds: ${bounds}.`,
    absent === 'required' ? 'Required.' : absent === '' ? '' : `Default: ${absent}.`,
    example === '' ? '' : `Example: ${example}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

const UNITS: Readonly<Record<string, string>> = { day: 'days', ratio: 'fraction', $: 'dollars' };

const FORMS: Readonly<Record<string, string>> = {
  range: ', or a range of it',
  stage: ', or a range of it, with dates of what has happened',
  series: ', or a series by date',
};

function unitOf({ form, unit = '', type }: SchemaNode): string {
  if (form === 'date') return 'date';
  if (form !== undefined) return `${UNITS[unit] ?? unit}${FORMS[form] ?? ''}`;
  if (type === 'string') return 'text';
  if (type === 'integer' || type === 'number') return 'number';
  return '';
}

function boundsOf(node: SchemaNode): string {
  if (node.bounds !== undefined) return node.bounds;
  if (node.const !== undefined) return quoted([node.const]);
  if (node.enum !== undefined) return `one of ${quoted(node.enum)}`;
  if (node.type === 'boolean') return 'true or false';
  if (node.items !== undefined) return between(node.minItems ?? 0, node.maxItems, ' items');
  if (node.type === 'string')
    return node.maxLength === undefined ? '' : between(node.minLength ?? 0, node.maxLength, ' characters');
  if (node.type === 'integer' || node.type === 'number') {
    const whole = node.type === 'integer' ? 'whole, ' : '';
    return whole + between(node.minimum ?? -Infinity, node.maximum, '');
  }
  const options = node.anyOf ?? node.oneOf ?? [];
  if (options.some(({ properties }) => properties?.kind !== undefined))
    return `a map of kind ${options.map(({ properties }) => quoted([properties?.kind?.const])).join(', ')}`;
  return options.map(boundsOf).filter(Boolean).join(', or ');
}

function quoted(values: readonly unknown[]): string {
  return values.map((value) => (typeof value === 'string' ? `"${value}"` : String(value))).join(', ');
}

// JSON Schema bounds whole numbers by what a double holds exactly: no bound that anybody meant.
const ANY = Number.MAX_SAFE_INTEGER;

function between(least: number, most: number | undefined, things: string): string {
  const above = least > -ANY && (things === '' || least > 0);
  const below = most !== undefined && most < ANY;
  if (above && below)
    return least === most
      ? `${boundText(least)}${things}`
      : `${boundText(least)} to ${boundText(most)}${things}`;
  if (above) return `at least ${boundText(least)}${things}`;
  return below ? `at most ${boundText(most)}${things}` : things === '' ? 'any' : `any number of${things}`;
}

function absentOf(node: SchemaNode): string {
  return node.default === undefined ? (node.absent ?? '') : yamlLine(node.default);
}

// Longer than this, a map is better read key by key.
const MOST_CHARACTERS = 100;

/** An example as YAML of one line; undefined where there is none that is short. */
function exampleOf(node: SchemaNode): string | undefined {
  const value = exampleValue(node);
  const written = value === undefined ? undefined : yamlLine(value);
  return written !== undefined && written.length <= MOST_CHARACTERS ? written : undefined;
}

/** The stated example, or one put together of those of the parts. */
export function exampleValue(node: SchemaNode): unknown {
  if (node.examples?.[0] !== undefined) return node.examples[0];
  if (node.const !== undefined) return node.const;
  if (node.enum !== undefined) return node.enum[0];
  if (node.type === 'boolean') return true;
  if (node.items !== undefined) {
    const item = exampleValue(node.items);
    return item === undefined
      ? undefined
      : Array.from({ length: Math.max(1, node.minItems ?? 1) }, () => item);
  }
  if (node.properties !== undefined) {
    const keys = node.required ?? [];
    const values = keys.map((key) => exampleValue(node.properties![key]!));
    return values.includes(undefined) || keys.length === 0
      ? undefined
      : Object.fromEntries(keys.map((key, index) => [key, values[index]]));
  }
  const [first] = node.anyOf ?? node.oneOf ?? [];
  return first === undefined ? undefined : exampleValue(first);
}

/** A value as it would stand on one line of a scenario, on its own or inside brackets. */
function yamlLine(value: unknown, isInside = false): string {
  if (Array.isArray(value)) return `[${value.map((item) => yamlLine(item, true)).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, inner]) => `${key}: ${yamlLine(inner, true)}`)
      .join(', ')} }`;
  const written = String(value);
  const isMisread = /: | #|^[-?] |^[!&*%@'"|>[{]/.test(written) || (isInside && /[,[\]{}]/.test(written));
  return typeof value === 'string' && isMisread ? `'${written}'` : written;
}
