import type { TreeNode } from './treeNode.ts';

/** The tree without what stands at a path that it has: a key of a map, or an item of a list. */
export function withoutPath(node: TreeNode, [part, ...rest]: readonly PropertyKey[]): TreeNode {
  if (node.kind === 'map') {
    const entries = new Map(node.entries);
    const entry = entries.get(String(part))!;
    if (rest.length === 0) entries.delete(String(part));
    else entries.set(String(part), { ...entry, node: withoutPath(entry.node, rest) });
    return { ...node, entries };
  }
  if (node.kind !== 'list') return node;
  const index = Number(part);
  return {
    ...node,
    items:
      rest.length === 0
        ? node.items.filter((_, other) => other !== index)
        : node.items.with(index, withoutPath(node.items[index]!, rest)),
  };
}
