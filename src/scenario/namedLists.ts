import { formatPath, type Issue } from './issue.ts';
import { got } from './schemaMessage.ts';
import { nameOf, placeOf, plainValue, removalOf, type ListNode, type TreeNode } from './treeNode.ts';

type Report = (issue: Issue) => void;

/**
 * Reports every name that a list of named things holds twice, with the places of both: merging by name would swallow
 * one of them.
 *
 * Names that read the same are the same, however their accents are encoded. An item may be taken out and put in anew.
 */
export function reportRepeatedNames(root: TreeNode, report: Report): void {
  visitLists(root, [], (list, path) => checkList(list, path, report));
}

/** Reports items that are to be removed where nothing is inherited, or with something else than true. */
export function reportRemovals(root: TreeNode, report: Report): void {
  visitLists(root, [], (list, path) => {
    list.items.forEach((item, index) => {
      const flag = removalOf(item)?.node;
      if (flag === undefined) return;
      report({
        ...flag.origin,
        path: formatPath([...path, index, 'remove']),
        message:
          flag.kind === 'scalar' && flag.value === true
            ? `expected an item that this file inherits, got "${nameOf(item)}", which it does not`
            : `expected true, got ${got(plainValue(flag))}`,
      });
    });
  });
}

function visitLists(
  node: TreeNode,
  path: readonly PropertyKey[],
  visit: (list: ListNode, path: readonly PropertyKey[]) => void,
): void {
  if (node.kind === 'map')
    for (const [key, entry] of node.entries) visitLists(entry.node, [...path, key], visit);
  if (node.kind !== 'list') return;
  visit(node, path);
  node.items.forEach((item, index) => visitLists(item, [...path, index], visit));
}

function checkList({ items }: ListNode, path: readonly PropertyKey[], report: Report): void {
  const seen = new Map<string, { node: TreeNode; index: number }>();
  items.forEach((item, index) => {
    const name = nameOf(item);
    if (name === undefined) return;
    const first = seen.get(name);
    if (first === undefined || (removalOf(first.node) !== undefined && removalOf(item) === undefined)) {
      seen.set(name, { node: item, index });
      return;
    }
    const where = placeOf(nameOrigin(first.node)) ?? formatPath([...path, first.index]);
    report({
      ...nameOrigin(item),
      path: formatPath([...path, index, 'name']),
      message: `expected a name of its own, got "${name}" again, first at ${where}`,
    });
  });
}

function nameOrigin(item: TreeNode): TreeNode['origin'] {
  return (item.kind === 'map' ? item.entries.get('name')?.node.origin : undefined) ?? item.origin;
}
