import type { MapEntry } from './treeNode.ts';

const KIND = 'kind';

/** What decides which keys a map may have, where it says so. */
function kindOf(entry: MapEntry | undefined): unknown {
  return entry?.node.kind === 'scalar' ? entry.node.value : undefined;
}

/** Entries of a map over which another `kind` is laid, each marked so; the same where the kind stays or is new. */
export function markedByKind(
  entries: ReadonlyMap<string, MapEntry>,
  over: MapEntry | undefined,
): ReadonlyMap<string, MapEntry> {
  const [before, after] = [kindOf(entries.get(KIND)), kindOf(over)];
  if (before === undefined || after === undefined || before === after) return entries;
  return new Map([...entries].map(([key, entry]) => [key, { ...entry, ofOtherKind: true }]));
}
