import { catalogRoom, entryAlone, type CatalogRoom } from './catalogRoom.ts';
import { entrySchema, type CatalogEntry } from './catalogEntry.ts';
import type { Issue } from './issue.ts';
import { suggestion } from './suggestion.ts';
import { find, type Origin, type TreeNode } from './treeNode.ts';
import { validateTree } from './validateTree.ts';

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
  const opened = new Map<string, CatalogRoom | undefined>();
  const answers = new Map<string, CatalogAnswer>();

  const open = (room: string): CatalogRoom | undefined => {
    if (!opened.has(room)) {
      const content = NAME.test(room) ? read(room) : undefined;
      const path = `catalog/${room}.yaml`;
      opened.set(room, content === undefined ? undefined : catalogRoom(content, path));
    }
    return opened.get(room);
  };

  const answer = (reference: string): CatalogAnswer => {
    const [roomName, name] = split(reference);
    if (name === undefined)
      return missing(`catalog: ${reference}, expected room.entry such as power.transformer-lead-time`);
    const room = open(roomName);
    if (room === undefined)
      return missing(`catalog room ${roomName} not found${suggestion(roomName, rooms)}`);
    return entryOf(room, roomName, name);
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

const missing = (message: string): CatalogAnswer => ({ kind: 'missing', message });

function entryOf(room: CatalogRoom, roomName: string, name: string): CatalogAnswer {
  let node = entryAlone(room, name);
  if (node === undefined) {
    const { root, issues } = room.whole();
    if (root?.kind !== 'map') return { kind: 'broken', issues };
    node = root.entries.get(name)?.node;
    if (node === undefined)
      return missing(
        `catalog entry ${name} not found in ${roomName}${suggestion(name, [...root.entries.keys()])}`,
      );
  }
  const checked = validateTree(entrySchema, node, { at: [name] });
  if (checked.value === undefined) return { kind: 'broken', issues: checked.issues };
  const { origin } = find(node, [checked.value.series === undefined ? 'value' : 'series']);
  return { kind: 'found', entry: checked.value, origin };
}

function split(reference: string): [room: string, name: string | undefined] {
  const dot = reference.indexOf('.');
  return dot < 1 || dot === reference.length - 1
    ? [reference, undefined]
    : [reference.slice(0, dot), reference.slice(dot + 1)];
}
