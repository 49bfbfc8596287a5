import { formatPath, type Issue } from './issue.ts';
import { nameOf, type ListNode, type TreeNode } from './treeNode.ts';

type Report = (issue: Issue) => void;

/**
 * Reports every name that two items of one list have, with both places: items are told apart by name wherever one file is laid over
 * another, so that one of the two would be lost without a word.
 */
export function reportRepeatedNames(root: TreeNode, report: Report): void {
  visitLists(root, [], (list, path) => {
    const first = new Map<string, TreeNode>();
    list.items.forEach((item, index) => {
      const name = nameOf(item);
      if (name === undefined) return;
      const before = first.get(name);
      if (before === undefined) first.set(name, item);
      else {
        const { file, line } = before.origin;
        const there = line === 0 ? '' : ` (the first is at ${file}:${line})`;
        report({
          ...placeOf(item, 'name'),
          path: formatPath([...path, index, 'name']),
          message: `expected a name of its own, got "${name}" again${there}`,
        });
      }
    });
  });
}

/** Reports items that are to be removed where nothing is inherited, or with something else than true. */
export function reportRemovals(root: TreeNode, report: Report): void {
  visitLists(root, [], (list, path) => {
    list.items.forEach((item, index) => {
      if (item.kind !== 'map' || nameOf(item) === undefined) return;
      const flag = item.entries.get('remove')?.node;
      if (flag === undefined) return;
      const isTrue = flag.kind === 'scalar' && flag.value === true;
      const got = flag.kind === 'scalar' ? `"${String(flag.value)}"` : `a ${flag.kind}`;
      report({
        ...placeOf(item, 'remove'),
        path: formatPath([...path, index, 'remove']),
        message: isTrue
          ? `expected an item that this file inherits, got "${nameOf(item)}", which it does not`
          : `expected true, got ${got}`,
      });
    });
  });
}

function placeOf(item: TreeNode, key: string): Pick<Issue, 'file' | 'line' | 'column'> {
  const entry = item.kind === 'map' ? item.entries.get(key) : undefined;
  return entry?.node.origin ?? item.origin;
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
