import { unprintable } from './nameText.ts';
import type { SeriesItem } from './catalogEntry.ts';
import { BASES, CONFIDENCES, type Basis, type Confidence, type LedgerEntry, type Role } from './ledger.ts';
import type { BlockParams, LoadContext } from './loadContext.ts';
import { got } from './schemaMessage.ts';
import { suggestion } from './suggestion.ts';
import type { Origin } from './treeNode.ts';

/** A quantity as a scenario may state it: a text, a pure number, or a map with where it comes from. */
export type QuantityInput = string | number | QuantityMap;

export interface QuantityMap {
  readonly value?: string | number | undefined;
  readonly catalog?: string | undefined;
  readonly source?: string | undefined;
  readonly asOf?: string | number | undefined;
  readonly confidence?: Confidence | undefined;
  readonly basis?: Basis | undefined;
  readonly note?: string | undefined;
}

/** What a reference says of a quantity beside its meaning. */
export interface QuantityFacts {
  readonly form: 'number' | 'range' | 'date' | 'series';
  /** Unit of the number that comes out; empty where there is none. */
  readonly unit: string;
  /** `0 to 1`. */
  readonly bounds: string;
  readonly example: string;
}

/** What a block does with the text it is given; the rest (maps, catalog, ledger) is the same for all. */
export interface QuantityReading<T> {
  /** `a power such as "120 MW"`. */
  readonly expected: string;
  /** Of the text, for editors. */
  readonly pattern: string;
  readonly facts: QuantityFacts;
  readonly allowRole: readonly Role[];
  /** @throws QuantityError */
  readonly read: (text: string) => { readonly value: T; readonly unit: string };
  /** Absent where a series has no place. @throws QuantityError */
  readonly readSeries?:
    ((items: readonly SeriesItem[]) => { readonly value: T; readonly unit: string }) | undefined;
}

const KEYS: readonly string[] = ['value', 'catalog', 'source', 'asOf', 'confidence', 'basis', 'note'];
const CATALOG = 'catalog:';

/** The text of the node, where it comes from, and what the ledger says of it. */
export interface Stated {
  readonly text: string;
  readonly series: readonly SeriesItem[] | undefined;
  readonly origin: Origin | undefined;
  readonly reference: string;
  readonly row: Omit<LedgerEntry, 'value' | 'unit'>;
}

export interface Failure {
  readonly message: string;
  readonly path?: readonly PropertyKey[];
  readonly params?: BlockParams;
}

/** What is wrong with one quantity node. */
export class Failed extends Error {
  readonly failures: readonly Failure[];

  constructor(failures: readonly Failure[]) {
    super(failures[0].message);
    this.failures = failures;
  }
}

export function fail(message: string, rest: Omit<Failure, 'message'> = {}): never {
  throw new Failed([{ message, ...rest }]);
}

function optionalText(map: Record<string, unknown>, key: string): string | undefined {
  const value = map[key];
  if (value === undefined) return undefined;
  if (!((typeof value === 'string' && value.trim() !== '') || typeof value === 'number'))
    return fail(`expected a text, got ${got(value)}`, { path: [key] });
  // A text of several lines is one: whoever prints it begins no line with it.
  const line = String(value)
    .trim()
    .replaceAll(/\s*[\n\r]+\s*/g, ' ');
  const problem = unprintable(line);
  return problem === undefined ? line : fail(problem, { path: [key] });
}

function oneOf<T extends string>(
  map: Record<string, unknown>,
  key: string,
  allowed: readonly T[],
): T | undefined {
  const value = map[key];
  if (value === undefined) return undefined;
  const found = allowed.find((candidate) => candidate === value);
  return found ?? fail(`expected one of ${allowed.join(', ')}, got ${got(value)}`, { path: [key] });
}

function fromCatalog(
  reference: string,
  path: readonly PropertyKey[],
  { allowRole, expected }: QuantityReading<unknown>,
  context: LoadContext,
): Stated {
  context.asked?.(reference.split('.')[0]);
  const answer = context.catalog?.look(reference) ?? {
    kind: 'missing' as const,
    message: 'no catalog is open',
  };
  if (answer.kind === 'missing') return fail(answer.message, { path });
  if (answer.kind === 'broken')
    return fail(`catalog:${reference} is broken`, { path, params: { issues: answer.issues } });
  const { entry, origin } = answer;
  if (entry.role !== 'input' && !allowRole.includes(entry.role)) {
    fail(`expected ${expected}, got catalog:${reference} with role ${entry.role}, which is no input`, {
      path,
    });
  }
  const { source, asOf, confidence, basis, role, note = '' } = entry;
  return {
    text: entry.value ?? '',
    series: entry.series,
    origin,
    reference,
    row: { source, asOf, confidence, basis, role, catalogId: reference, note },
  };
}

const BARE: Stated['row'] = {
  source: 'scenario',
  asOf: '',
  confidence: '',
  basis: 'assumption',
  role: 'input',
  catalogId: '',
  note: '',
};

function statedBare(
  text: string,
  path: readonly PropertyKey[],
  reading: QuantityReading<unknown>,
  context: LoadContext,
): Stated {
  if (text.startsWith(CATALOG)) return fromCatalog(text.slice(CATALOG.length).trim(), path, reading, context);
  return { text, series: undefined, origin: undefined, reference: '', row: BARE };
}

function statedMap(
  map: Record<string, unknown>,
  reading: QuantityReading<unknown>,
  context: LoadContext,
): Stated {
  const unknown = Object.keys(map).filter((key) => !KEYS.includes(key));
  if (unknown.length > 0) {
    throw new Failed(
      unknown.map((key) => ({
        message: `unknown key ${key}${suggestion(key, KEYS)}`,
        path: [key],
        params: { atKey: true },
      })),
    );
  }
  if ((map.value === undefined) === (map.catalog === undefined)) {
    fail(`expected ${reading.expected}, with either a value or a catalog reference`);
  }
  const { value } = map;
  if (value !== undefined && typeof value !== 'string' && typeof value !== 'number') {
    fail(`expected ${reading.expected}, got ${got(value)}`, { path: ['value'] });
  }
  const reference = optionalText(map, 'catalog');
  const stated =
    reference === undefined
      ? statedBare(String(value), ['value'], reading, context)
      : fromCatalog(reference.replace(/^catalog:/, ''), ['catalog'], reading, context);
  return {
    ...stated,
    row: {
      ...stated.row,
      source: optionalText(map, 'source') ?? stated.row.source,
      asOf: optionalText(map, 'asOf') ?? stated.row.asOf,
      confidence: oneOf(map, 'confidence', CONFIDENCES) ?? stated.row.confidence,
      basis: oneOf(map, 'basis', BASES) ?? stated.row.basis,
      note: optionalText(map, 'note') ?? stated.row.note,
    },
  };
}

/** What a quantity node says, its catalog reference looked up. @throws Failed */
export function statedQuantity(
  input: unknown,
  reading: QuantityReading<unknown>,
  context: LoadContext,
): Stated {
  if (typeof input === 'string' || typeof input === 'number')
    return statedBare(String(input), [], reading, context);
  if (typeof input === 'object' && input !== null && !Array.isArray(input)) {
    return statedMap(input as Record<string, unknown>, reading, context);
  }
  return fail(`expected ${reading.expected}, got ${got(input)}`);
}
