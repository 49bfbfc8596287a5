import * as z from 'zod';
import { isCalendarDate } from '../kernel/index.ts';
import { checkOrder } from './evaluateQuantity.ts';
import { entryBlocks, type EntryBlock } from './entryBlocks.ts';
import type { Issue } from './issue.ts';
import { BASES, CONFIDENCES, ROLES, type Basis, type Confidence, type Role } from './ledger.ts';
import { LIMITS } from './limits.ts';
import { parseQuantity, QuantityError } from './quantityText.ts';
import { readYaml } from './readYaml.ts';
import { suggestion } from './suggestion.ts';
import { find, type Origin, type TreeNode } from './treeNode.ts';
import { unitFactor, UnitError } from './unitSystem.ts';
import { validateTree } from './validateTree.ts';

/** One step (`from`, holds until the next) or point (`at`, a state on that day) of a series. */
export interface SeriesItem {
  readonly mark: 'from' | 'at';
  readonly date: string;
  readonly value: string;
}

export interface CatalogEntry {
  /** The row of the tables behind the catalog, to trace a figure by. */
  readonly id: string;
  readonly quantity: string;
  /** A quantity with its unit, or a date; absent when there is a series. */
  readonly value?: string | undefined;
  readonly series?: readonly SeriesItem[] | undefined;
  /** Year, month, quarter or day the figure speaks of, or two of them joined by ` to `. */
  readonly asOf: string;
  readonly source: string;
  readonly confidence: Confidence;
  readonly basis: Basis;
  readonly role: Role;
  readonly note?: string | undefined;
  /** Of a fitted value: how its error moves with that of other entries of the room, by name. */
  readonly correlations?: Readonly<Record<string, number>> | undefined;
}

const AS_OF = /^\d{4}(-\d{2}(-\d{2})?|-Q[1-4])?( to \d{4}(-\d{2}(-\d{2})?|-Q[1-4])?)?$/;

function whyNot(text: string): string | undefined {
  if (isCalendarDate(text)) return undefined;
  try {
    const { form, terms } = parseQuantity(text);
    if (terms.some(({ unit }) => unit === '')) return 'expected a value with its unit';
    const factors = terms.map(({ unit }) => unitFactor(unit, terms[0].unit));
    if (factors.some((factor) => factor === undefined)) return 'expected units of one kind';
    checkOrder(
      form,
      terms.map(({ number }, index) => number * (factors[index] ?? NaN)),
    );
    return undefined;
  } catch (error) {
    if (error instanceof QuantityError)
      return error.message || 'expected a quantity such as "20 / 50 / 80 weeks"';
    if (error instanceof UnitError) return error.message;
    throw error;
  }
}

const text = z.string().trim().min(1);
const quantityText = z
  .union([text, z.number()])
  .transform(String)
  .superRefine((value, context) => {
    const problem = whyNot(value);
    if (problem !== undefined) context.addIssue({ code: 'custom', message: `${problem}, got "${value}"` });
  });
const dateText = text.refine(isCalendarDate, {
  error: ({ input }) => `expected a date such as "2026-12-31", got "${String(input)}"`,
});

const seriesItem = z.union([
  z.strictObject({ from: dateText, value: quantityText }),
  z.strictObject({ at: dateText, value: quantityText }),
]);

const entrySchema = z
  .strictObject({
    id: text,
    quantity: text,
    value: quantityText.optional(),
    series: z.array(seriesItem).min(1).optional(),
    asOf: z
      .union([text, z.int()])
      .transform(String)
      .refine((value) => AS_OF.test(value), {
        error: 'expected a year, month, quarter or day such as 2026-01',
      }),
    source: text,
    confidence: z.enum(CONFIDENCES),
    basis: z.enum(BASES),
    role: z.enum(ROLES),
    note: text.optional(),
    correlations: z.record(text, z.number().min(-1).max(1)).optional(),
  })
  .superRefine(({ value, series }, context) => {
    if ((value === undefined) === (series === undefined)) {
      context.addIssue({ code: 'custom', message: 'expected either a value or a series' });
    }
    const dates = (series ?? []).map((item) => ('from' in item ? item.from : item.at));
    const unordered = dates.findIndex((date, index) => index > 0 && date <= dates[index - 1]);
    if (unordered >= 0) {
      context.addIssue({ code: 'custom', path: ['series', unordered], message: 'expected dates that rise' });
    }
  })
  .transform(({ series, ...entry }): CatalogEntry => ({
    ...entry,
    series: series?.map((item) =>
      'from' in item
        ? { mark: 'from' as const, date: item.from, value: item.value }
        : { mark: 'at' as const, date: item.at, value: item.value },
    ),
  }));

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export type CatalogAnswer =
  | {
      readonly kind: 'found';
      readonly entry: CatalogEntry;
      /** Where the value or the series stands. */
      readonly origin: Origin;
    }
  | { readonly kind: 'missing'; readonly message: string }
  | { readonly kind: 'broken'; readonly issues: readonly Issue[] };

/** The sourced quantities, read room by room when first asked for. */
export interface Catalog {
  /** @param reference `power.transformer-lead-time-2026`: room, dot, entry. */
  look(reference: string): CatalogAnswer;
  /** Everything wrong in one room, entry by entry. */
  check(room: string): readonly Issue[];
  /** Every entry of one room; broken ones are left out. */
  entries(room: string): ReadonlyMap<string, CatalogEntry>;
  /** The file a room is in, as positions name it, and its text. */
  file(room: string): { readonly path: string; readonly text: string } | undefined;
}

interface Room {
  readonly path: string;
  readonly text: string;
  /** Its entries, not read yet; undefined where only the whole can be read. */
  readonly blocks: ReadonlyMap<string, EntryBlock> | undefined;
  /** All of it, read when it is asked for. */
  whole(): WholeRoom;
}

interface WholeRoom {
  readonly root: TreeNode | undefined;
  readonly issues: readonly Issue[];
}

/**
 * Opens a catalog over a function that gives the text of a room's file. What was read is kept, so share one between
 * loads.
 *
 * @example const catalog = openCatalog((room) => texts[room], { rooms: ['chips', 'power'] });
 */
export function openCatalog(
  read: (room: string) => string | undefined,
  { rooms = [] }: { rooms?: readonly string[] } = {},
): Catalog {
  const opened = new Map<string, Room | undefined>();
  const answers = new Map<string, CatalogAnswer>();

  const open = (room: string): Room | undefined => {
    if (!opened.has(room)) {
      const content = NAME.test(room) ? read(room) : undefined;
      const path = `catalog/${room}.yaml`;
      opened.set(room, content === undefined ? undefined : roomOf(content, path));
    }
    return opened.get(room);
  };

  const answer = (reference: string): CatalogAnswer => {
    const [roomName, name] = split(reference);
    if (name === undefined) {
      return {
        kind: 'missing',
        message: `catalog: ${reference}, expected room.entry such as power.transformer-lead-time`,
      };
    }
    const room = open(roomName);
    if (room === undefined) {
      return { kind: 'missing', message: `catalog room ${roomName} not found${suggestion(roomName, rooms)}` };
    }
    let node = entryAlone(room, name);
    if (node === undefined) {
      const { root, issues } = room.whole();
      if (root?.kind !== 'map') return { kind: 'broken', issues };
      node = root.entries.get(name)?.node;
      if (node === undefined) {
        const message = `catalog entry ${name} not found in ${roomName}${suggestion(name, [...root.entries.keys()])}`;
        return { kind: 'missing', message };
      }
    }
    const checked = validateTree(entrySchema, node, { at: [name] });
    if (checked.value === undefined) return { kind: 'broken', issues: checked.issues };
    const { origin } = find(node, [checked.value.series === undefined ? 'value' : 'series']);
    return { kind: 'found', entry: checked.value, origin };
  };

  const look = (reference: string): CatalogAnswer => {
    const known = answers.get(reference) ?? answer(reference);
    answers.set(reference, known);
    return known;
  };

  const namesIn = (room: string): string[] => {
    const root = open(room)?.whole().root;
    return root?.kind === 'map' ? [...root.entries.keys()] : [];
  };

  return {
    look,
    file: (room) => open(room),
    check: (room) => {
      const content = open(room);
      if (content === undefined)
        return [{ file: room, line: 0, column: 0, path: '', message: 'expected a file that can be read' }];
      const { root, issues } = content.whole();
      const problems = [...issues];
      for (const name of namesIn(room)) {
        if (!NAME.test(name)) {
          const { origin } = find(root as TreeNode, [name]);
          problems.push({ ...origin, path: name, message: 'expected a name in kebab-case' });
        }
        const found = look(`${room}.${name}`);
        if (found.kind === 'broken') problems.push(...found.issues);
      }
      return problems;
    },
    entries: (room) =>
      new Map(
        namesIn(room).flatMap((name) => {
          const found = look(`${room}.${name}`);
          return found.kind === 'found' ? [[name, found.entry] as const] : [];
        }),
      ),
  };
}

function split(reference: string): [room: string, name: string | undefined] {
  const dot = reference.indexOf('.');
  return dot < 1 || dot === reference.length - 1
    ? [reference, undefined]
    : [reference.slice(0, dot), reference.slice(dot + 1)];
}

function roomOf(text: string, path: string): Room {
  let whole: WholeRoom | undefined;
  return {
    path,
    text,
    blocks: text.length > LIMITS.characters ? undefined : entryBlocks(text),
    whole: () => (whole ??= rootOf(text, path)),
  };
}

/** One entry read for itself, with its places in the room; undefined where that does not go without a fault. */
function entryAlone({ blocks, path }: Room, name: string): TreeNode | undefined {
  const block = blocks?.get(name);
  if (block === undefined) return undefined;
  const { root } = readYaml(block.text, path, LIMITS, block.line);
  return root?.kind === 'map' ? root.entries.get(name)?.node : undefined;
}

function rootOf(content: string, path: string): WholeRoom {
  const { root, issues } = readYaml(content, path);
  if (root === undefined || root.kind === 'map') return { root, issues };
  return { root: undefined, issues: [{ ...root.origin, path: '', message: 'expected a map of entries' }] };
}
