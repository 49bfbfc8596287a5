import type { Issue } from './issue.ts';
import { LIMITS, type Limits } from './limits.ts';
import type { MapEntry, Origin, TreeNode } from './treeNode.ts';
import type { ReadYaml } from './readYaml.ts';

/** Turns an object tree built in TypeScript into the tree that files become; issues then carry the dotted path only. */
export function readObject(tree: unknown, name: string, limits: Limits = LIMITS): ReadYaml {
  const origin: Origin = { file: name, line: 0, column: 0 };
  const issues: Issue[] = [];
  let nodes = 0;
  const placed = { origin, replaced: false };

  const build = (value: unknown, path: string, depth: number): TreeNode => {
    nodes += 1;
    const refuse = (message: string): TreeNode => {
      if (issues.length < limits.issues) issues.push({ ...origin, path, message });
      return { kind: 'scalar', value: null, ...placed };
    };
    if (depth > limits.depth) return refuse(`nested deeper than ${limits.depth} levels`);
    if (nodes > limits.nodes) return refuse(`more than ${limits.nodes} values`);
    if (
      value === null ||
      typeof value === 'string' ||
      typeof value === 'number' ||
      typeof value === 'boolean'
    ) {
      return { kind: 'scalar', value, ...placed };
    }
    if (Array.isArray(value)) {
      const items = value.map((item: unknown, index) => build(item, `${path}[${index}]`, depth + 1));
      return { kind: 'list', items, ...placed };
    }
    if (typeof value !== 'object' || value instanceof Date) {
      return refuse(
        `expected a text, a number, true, false, a list or a map, got ${value instanceof Date ? 'a Date' : typeof value}`,
      );
    }
    const entries = new Map<string, MapEntry>();
    for (const [key, inner] of Object.entries(value)) {
      if (inner === undefined || key === '__proto__') continue;
      entries.set(key, { key: origin, node: build(inner, path === '' ? key : `${path}.${key}`, depth + 1) });
    }
    return { kind: 'map', entries, ...placed };
  };

  const root = build(tree, '', 0);
  return issues.length > 0 ? { issues } : { root, issues };
}
