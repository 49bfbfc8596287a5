import type { MapEntry, TreeNode } from './treeNode.ts';

const KIND = 'kind';

/** What decides which keys a map may have, where it says so. */
function kindIn(entries: ReadonlyMap<string, MapEntry>): unknown {
  const node = entries.get(KIND)?.node;
  return node?.kind === 'scalar' ? node.value : undefined;
}

/**
 * Entries of a map over which others are laid that state another `kind`, each marked with all that is in it; the same
 * entries where the kind stays or is new.
 *
 * @param stays entries that are meant for the new kind already
 */
export function markedByKind(
  entries: ReadonlyMap<string, MapEntry>,
  over: ReadonlyMap<string, MapEntry>,
  stays: (entry: MapEntry) => boolean = () => false,
): ReadonlyMap<string, MapEntry> {
  const [before, after] = [kindIn(entries), kindIn(over)];
  if (before === undefined || after === undefined || before === after) return entries;
  return new Map([...entries].map(([key, entry]) => [key, marked(entry, stays)]));
}

function marked(entry: MapEntry, stays: (entry: MapEntry) => boolean): MapEntry {
  const node = markedInside(entry.node, stays);
  return stays(entry) ? { ...entry, node } : { ...entry, node, ofOtherKind: true };
}

function markedInside(node: TreeNode, stays: (entry: MapEntry) => boolean): TreeNode {
  if (node.kind === 'list') return { ...node, items: node.items.map((item) => markedInside(item, stays)) };
  if (node.kind !== 'map') return node;
  return { ...node, entries: new Map([...node.entries].map(([key, entry]) => [key, marked(entry, stays)])) };
}
