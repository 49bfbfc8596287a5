import { canonicalName } from './canonicalName.ts';
import type { Issue } from './issue.ts';
import { markedByKind } from './otherKind.ts';
import { asStage, isActualKey } from './overlay.ts';
import { suggestion } from './suggestion.ts';
import { nameOf, type MapEntry, type Origin, type TreeNode } from './treeNode.ts';

export type Setting = string | number | boolean;

/** Stands for a file in the positions of values that a setting gave. */
export const SETTINGS: string = 'settings';

const ORIGIN: Origin = { file: SETTINGS, line: 0, column: 0 };

function nextPart(rest: string, names: readonly string[]): string {
  // Names may hold dots: the longest name that fits wins.
  const fitting = names.filter((name) => rest === name || rest.startsWith(`${name}.`));
  return fitting.sort((a, b) => b.length - a.length)[0] ?? rest.split('.', 1)[0];
}

/**
 * Replaces values by dotted path, items of lists by their name (`sites.dedicated-1.power.firm`) or their index from 0.
 *
 * A key that a map does not have yet is added, for the schema to judge; a name that a list does not have is an issue.
 */
export function applySettings(
  root: TreeNode,
  settings: Readonly<Record<string, Setting>>,
  report: (issue: Issue) => void,
): TreeNode {
  return Object.entries(settings).reduce((tree, [path, value]) => {
    const refuse = (message: string): TreeNode => {
      report({ ...ORIGIN, path, message });
      return tree;
    };
    if (path === '' || path.split('.').some((part) => part === '' || part === '__proto__')) {
      return refuse('expected a dotted path such as sites.dedicated-1.power.firm');
    }
    try {
      return set(tree, canonicalName(path), value);
    } catch (error) {
      if (error instanceof UnknownPath) return refuse(error.message);
      throw error;
    }
  }, root);
}

class UnknownPath extends Error {}

function set(node: TreeNode | undefined, rest: string, value: Setting): TreeNode {
  if (rest === '') {
    return { kind: 'scalar', value, origin: ORIGIN, replaced: node !== undefined };
  }
  if (node?.kind === 'list') {
    const names = node.items.map((item, index) => nameOf(item) ?? String(index));
    const part = nextPart(rest, names);
    const index = names.includes(part) ? names.indexOf(part) : /^\d+$/.test(part) ? Number(part) : -1;
    if (index < 0 || index >= node.items.length) {
      throw new UnknownPath(`unknown name ${part}${suggestion(part, names)}`);
    }
    return {
      ...node,
      items: node.items.with(index, set(node.items[index], rest.slice(part.length + 1), value)),
    };
  }
  const keys = node?.kind === 'map' ? [...node.entries.keys()] : [];
  const part = nextPart(rest, keys);
  const staged = node !== undefined && isActualKey(part) ? asStage(node) : undefined;
  const map = staged ?? (node?.kind === 'map' ? node : undefined);
  if (map === undefined) {
    if (node !== undefined) throw new UnknownPath(`unknown key ${part}: there is a single value, not a map`);
    return {
      kind: 'map',
      entries: new Map([[part, { key: ORIGIN, node: set(undefined, rest.slice(part.length + 1), value) }]]),
      origin: ORIGIN,
      replaced: false,
    };
  }
  const inherited = map.entries.get(part);
  const entry: MapEntry = { key: ORIGIN, node: set(inherited?.node, rest.slice(part.length + 1), value) };
  // What was set before is meant for the kind that is set now.
  const others = markedByKind(map.entries, new Map([[part, entry]]), ({ key }) => key === ORIGIN);
  return { ...map, entries: new Map([...others, [part, entry]]) };
}
