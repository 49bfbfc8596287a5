import { formatPath, placeOf, type Issue } from './issue.ts';
import { nameOf, removalOf, type ListNode, type TreeNode } from './treeNode.ts';

/**
 * Reports every name that a list of named things holds twice, with the places of both: merging by name would swallow one of them.
 *
 * Names that read the same are the same, however their accents are encoded. An item may be taken out and put in anew.
 */
export function reportRepeatedNames(root: TreeNode, report: (issue: Issue) => void): void {
  const visit = (node: TreeNode, path: readonly PropertyKey[]): void => {
    if (node.kind === 'map') for (const [key, entry] of node.entries) visit(entry.node, [...path, key]);
    if (node.kind !== 'list') return;
    checkList(node, path, report);
    node.items.forEach((item, index) => visit(item, [...path, index]));
  };
  visit(root, []);
}

function checkList({ items }: ListNode, path: readonly PropertyKey[], report: (issue: Issue) => void): void {
  const seen = new Map<string, { node: TreeNode; index: number }>();
  items.forEach((item, index) => {
    const name = nameOf(item);
    if (name === undefined) return;
    const first = seen.get(name.normalize());
    if (first === undefined || (removalOf(first.node) !== undefined && removalOf(item) === undefined)) {
      seen.set(name.normalize(), { node: item, index });
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
