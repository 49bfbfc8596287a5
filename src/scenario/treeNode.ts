import { canonicalName } from './canonicalName.ts';

/** Where a value was written. Line and column count from 1; 0 stands for a value that is in no file. */
export interface Origin {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** `file.yaml:12:9`; nothing for a value that was not written in a file. */
export function placeOf({ file, line, column }: Origin): string | undefined {
  return line === 0 ? undefined : `${file}:${line}:${column}`;
}

interface Placed {
  readonly origin: Origin;
  /** True when this value took the place of one that the scenario extends. */
  readonly replaced: boolean;
}

export interface ScalarNode extends Placed {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
}
export interface ListNode extends Placed {
  readonly kind: 'list';
  readonly items: readonly TreeNode[];
}
export interface MapNode extends Placed {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, MapEntry>;
}
export interface MapEntry {
  readonly key: Origin;
  readonly node: TreeNode;
  /** Inherited by a map that states another `kind`: left out where that kind does not have the key. */
  readonly ofOtherKind?: true;
}

/** A value with the place where it was written: what files, overlays and settings are merged as. */
export type TreeNode = ScalarNode | ListNode | MapNode;

/** The value alone, as zod gets it. */
export function plainValue(node: TreeNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plainValue);
  return Object.fromEntries([...node.entries].map(([key, entry]) => [key, plainValue(entry.node)]));
}

/** The `name` of a map that has one: how items of a list are told apart. */
export function nameOf(node: TreeNode): string | undefined {
  if (node.kind !== 'map') return undefined;
  const name = node.entries.get('name')?.node;
  return name?.kind === 'scalar' && typeof name.value === 'string' ? canonicalName(name.value) : undefined;
}

/** The `remove` of a named item, which takes an inherited one out of its list. */
export function removalOf(node: TreeNode): MapEntry | undefined {
  return node.kind === 'map' && nameOf(node) !== undefined ? node.entries.get('remove') : undefined;
}

/** The value at one key or index, with the place of its key. */
export function childOf(node: TreeNode, part: PropertyKey): MapEntry | undefined {
  if (node.kind === 'map') return node.entries.get(String(part));
  const item = node.kind === 'list' ? node.items[Number(part)] : undefined;
  return item === undefined ? undefined : { key: item.origin, node: item };
}

export interface Found {
  readonly origin: Origin;
  /** Where the last key of the path was written, if it was. */
  readonly key: Origin;
  /** True when this value or one around it took the place of an inherited one. */
  readonly replaced: boolean;
  /** True when the last key was inherited by a map that states another `kind`. */
  readonly ofOtherKind: boolean;
}

/** The deepest value along the path that exists: a missing key is reported where the map around it begins. */
export function find(root: TreeNode, path: readonly PropertyKey[]): Found {
  const start: Found & { node: TreeNode } = {
    node: root,
    origin: root.origin,
    key: root.origin,
    replaced: root.replaced,
    ofOtherKind: false,
  };
  let found = start;
  for (const part of path) {
    const entry = childOf(found.node, part);
    if (entry === undefined) break;
    const { node, key, ofOtherKind = false } = entry;
    found = { node, key, origin: node.origin, replaced: found.replaced || node.replaced, ofOtherKind };
  }
  const { node: _, ...rest } = found;
  return rest;
}

/** Where the first value at a path, or below it, was written by other files than those given; nothing without one. */
export function firstWrittenBeside(
  files: ReadonlySet<string>,
  root: TreeNode,
  path: readonly PropertyKey[],
): Origin | undefined {
  let node: TreeNode | undefined = root;
  for (const part of path) node = node && childOf(node, part)?.node;
  return node && firstBeside(files, node);
}

function firstBeside(files: ReadonlySet<string>, node: TreeNode): Origin | undefined {
  if (!files.has(node.origin.file)) return node.origin;
  if (node.kind === 'scalar') return undefined;
  // A name finds an item that is there already: it changes nothing.
  const inner =
    node.kind === 'list'
      ? node.items
      : [...node.entries].flatMap(([key, entry]) => (key === 'name' ? [] : [entry.node]));
  for (const each of inner) {
    const found = firstBeside(files, each);
    if (found !== undefined) return found;
  }
  return undefined;
}
