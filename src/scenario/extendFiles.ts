import type { Issue } from './issue.ts';
import { LIMITS, type Limits } from './limits.ts';
import { reportRemovals, reportRepeatedNames } from './namedLists.ts';
import { overlay } from './overlay.ts';
import { readYaml, type ReadYaml } from './readYaml.ts';
import type { MapNode, TreeNode } from './treeNode.ts';

/** The text of a file, or undefined where there is none. */
export interface Loader {
  (path: string): string | undefined;
}

/** Reads the text of a file into a tree; one that remembers what it has read serves many loads. */
export type Reader = (text: string, path: string, limits: Limits) => ReadYaml;

export interface ReadFile {
  readonly path: string;
  readonly text: string;
}

/** `a/b/c.yaml` and `../d.yaml` → `a/d.yaml`. */
export function besideFile(file: string, relative: string): string {
  const parts = file.replaceAll('\\', '/').split('/').slice(0, -1);
  for (const part of relative.split('/')) {
    const last = parts.at(-1);
    if (part === '..' && last !== undefined && last !== '..' && last !== '') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/**
 * Begins the place of a file in the package: `gigaramp:models/practice/usual.yaml`. The loader knows where that is.
 */
export const SHIPPED = 'gigaramp:';

/** The path of an extended file; undefined where it leads out of the package or is no relative path. */
function pathOf(file: string, relative: string): string | undefined {
  const named = relative.startsWith(SHIPPED);
  const rest = named ? relative.slice(SHIPPED.length) : relative;
  if (rest.startsWith('/') || rest.includes(':') || rest.includes('\\')) return undefined;
  if (!named && !file.startsWith(SHIPPED)) return besideFile(file, rest);
  const path = besideFile(named ? '' : file.slice(SHIPPED.length), rest);
  return path === '' || path.split('/').includes('..') ? undefined : `${SHIPPED}${path}`;
}

interface Extended {
  readonly root?: TreeNode;
  /** The same before they were one: what the scenario inherits, and what its own file says. */
  readonly inherited?: TreeNode | undefined;
  readonly own?: TreeNode;
  readonly issues: readonly Issue[];
  readonly files: readonly ReadFile[];
}

interface Layered {
  readonly inherited: TreeNode | undefined;
  readonly own: TreeNode;
}

/** Reads a scenario and everything it extends, bases first, each laid over the one before. */
export function extendFiles(
  start: { readonly file: string } | { readonly name: string; readonly read: ReadYaml },
  load: Loader | undefined,
  { limits = LIMITS, read: readText = readYaml }: { limits?: Limits; read?: Reader } = {},
): Extended {
  const issues: Issue[] = [];
  const files: ReadFile[] = [];
  const report = (issue: Issue): void => {
    if (issues.length < limits.issues) issues.push(issue);
  };

  const readFile = (path: string): ReadYaml | undefined => {
    const text = load?.(path);
    if (text === undefined) return undefined;
    files.push({ path, text });
    return readText(text, path, limits);
  };

  const layers = (read: ReadYaml, file: string, chain: readonly string[]): Layered | undefined => {
    read.issues.forEach(report);
    const { root } = read;
    if (root === undefined) return undefined;
    if (root.kind !== 'map') {
      report({
        ...root.origin,
        path: '',
        message: `expected a map, got ${root.kind === 'list' ? 'a list' : 'nothing but a value'}`,
      });
      return undefined;
    }
    const own = withoutExtends(root);
    reportRepeatedNames(own, report);
    const merged = bases(root, report)
      .map(({ relative, node }) => inherit(relative, node, file, chain))
      .filter((base) => base !== undefined);
    return { own, inherited: merged.length === 0 ? undefined : merged.reduce(laidOver) };
  };

  const laidOver = (base: TreeNode, over: TreeNode): TreeNode => overlay(base, over, report);

  const joined = ({ inherited, own }: Layered): TreeNode =>
    inherited === undefined ? own : laidOver(inherited, own);

  const inherit = (
    relative: string,
    node: TreeNode,
    file: string,
    chain: readonly string[],
  ): TreeNode | undefined => {
    const refuse = (message: string): undefined =>
      report({ ...node.origin, path: 'extends', message }) as undefined;
    const path = pathOf(file, relative);
    if (path === undefined)
      return refuse(
        `expected a path relative to this file, or ${SHIPPED} and a file of the package, got "${relative}"`,
      );
    if (chain.includes(path)) {
      return refuse(`cycle: ${[...chain.slice(chain.indexOf(path)), path].join(' → ')}`);
    }
    if (chain.length >= limits.extendsDepth)
      return refuse(`more than ${limits.extendsDepth} files in one line of extends`);
    if (files.length >= limits.files) return refuse(`more than ${limits.files} files in one scenario`);
    const read = readFile(path);
    if (read === undefined) return refuse(`file: ${path}, expected a file that can be read`);
    const below = layers(read, path, [...chain, path]);
    return below && joined(below);
  };

  const name = 'file' in start ? start.file : start.name;
  const first = 'file' in start ? readFile(start.file) : start.read;
  if (first === undefined) {
    report({ file: name, line: 0, column: 0, path: '', message: 'expected a file that can be read' });
    return { issues, files };
  }
  const top = layers(first, name, [name]);
  if (top === undefined) return { issues, files };
  const root = joined(top);
  reportRemovals(root, report);
  return { root, ...top, issues, files };
}

function withoutExtends(root: MapNode): MapNode {
  const entries = new Map(root.entries);
  entries.delete('extends');
  return { ...root, entries };
}

function bases(root: MapNode, report: (issue: Issue) => void): { relative: string; node: TreeNode }[] {
  const node = root.entries.get('extends')?.node;
  if (node === undefined) return [];
  const paths = node.kind === 'list' ? node.items : [node];
  return paths.flatMap((item) => {
    if (item.kind === 'scalar' && typeof item.value === 'string' && item.value !== '') {
      return [{ relative: item.value, node: item }];
    }
    report({
      ...item.origin,
      path: 'extends',
      message: 'expected the path of a scenario file, or a list of them',
    });
    return [];
  });
}
