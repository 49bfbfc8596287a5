import { formatPath, type Issue } from './issue.ts';
import { markedByKind } from './otherKind.ts';
import { suggestion } from './suggestion.ts';
import { nameOf, removalOf, type ListNode, type MapEntry, type MapNode, type TreeNode } from './treeNode.ts';

const ACTUAL_KEYS: readonly string[] = ['started', 'finished'];

/** A map that states a quantity: an overlay that states another takes its place whole. */
export function statesQuantity(node: TreeNode): boolean {
  return node.kind === 'map' && (node.entries.has('value') || node.entries.has('catalog'));
}

function onlyActuals(node: MapNode): boolean {
  return node.entries.size > 0 && [...node.entries.keys()].every((key) => ACTUAL_KEYS.includes(key));
}

/** A list of named items; an empty one has none, and stands for itself. */
function isNamed(node: TreeNode): node is ListNode {
  return (
    node.kind === 'list' && node.items.length > 0 && node.items.every((item) => nameOf(item) !== undefined)
  );
}

/** `{ name: …, remove: true }` takes an inherited item out of its list; what else stands beside it would be lost. */
function removes(node: TreeNode, report: (issue: Issue) => void, path: readonly PropertyKey[]): boolean {
  const removal = removalOf(node);
  if (removal?.node.kind !== 'scalar' || removal.node.value !== true || node.kind !== 'map') return false;
  if (node.entries.size > 2)
    report({
      ...removal.key,
      path: formatPath([...path, nameOf(node) ?? '', 'remove']),
      message: 'expected name and remove alone, got further keys',
    });
  return true;
}

/** A bare quantity as the map of a stage, so that `started` and `finished` can be laid over it. */
export function asStage(node: TreeNode): MapNode | undefined {
  if (node.kind !== 'scalar' && !statesQuantity(node)) return undefined;
  const entries = new Map<string, MapEntry>([['duration', { key: node.origin, node }]]);
  return { kind: 'map', entries, origin: node.origin, replaced: node.replaced };
}

export function isActualKey(key: string): boolean {
  return ACTUAL_KEYS.includes(key);
}

/**
 * Lays one tree over another: maps merge key by key, lists of named items by name, everything else is replaced and
 * marked so.
 *
 * A map that states another `kind` leaves behind what that kind does not have. Over a bare duration, a map of only
 * `started` and `finished` keeps the duration. An empty list takes the place of any other. Reports an item to remove
 * that is not there.
 */
export function overlay(
  base: TreeNode,
  over: TreeNode,
  report: (issue: Issue) => void,
  path: readonly PropertyKey[] = [],
): TreeNode {
  if (over.kind === 'map') {
    const under =
      base.kind === 'map' && !statesQuantity(base) ? base : onlyActuals(over) ? asStage(base) : undefined;
    if (under !== undefined && !statesQuantity(over)) return overlayMap(under, over, report, path);
    if (base.kind === 'map' && statesQuantity(base) && !statesQuantity(over))
      return overlayMap(base, over, report, path);
  }
  if (isNamed(over) && isNamed(base)) return overlayNamed(base, over, report, path);
  return { ...over, replaced: true };
}

function overlayMap(
  base: MapNode,
  over: MapNode,
  report: (issue: Issue) => void,
  path: readonly PropertyKey[],
): MapNode {
  const entries = new Map(markedByKind(base.entries, over.entries));
  for (const [key, { key: origin, node }] of over.entries) {
    const inherited = entries.get(key);
    const merged = inherited === undefined ? node : overlay(inherited.node, node, report, [...path, key]);
    entries.set(key, { key: origin, node: merged });
  }
  return { ...base, entries };
}

function overlayNamed(
  base: ListNode,
  over: ListNode,
  report: (issue: Issue) => void,
  path: readonly PropertyKey[],
): ListNode {
  const items = new Map(base.items.map((item) => [nameOf(item) ?? '', item]));
  for (const item of over.items) {
    const name = nameOf(item) ?? '';
    const inherited = items.get(name);
    if (removes(item, report, path)) {
      if (inherited === undefined) {
        const message = `name: ${name}, nothing to remove${suggestion(name, [...items.keys()])}`;
        report({ ...item.origin, path: formatPath(path), message });
      }
      items.delete(name);
    } else {
      items.set(name, inherited === undefined ? item : overlay(inherited, item, report, [...path, name]));
    }
  }
  return { ...base, items: [...items.values()] };
}
