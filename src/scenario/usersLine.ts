import { applySettings, SETTINGS, type Setting } from './applySettings.ts';
import type { Issue } from './issue.ts';
import { overlay, statesQuantity } from './overlay.ts';
import { childOf, nameOf, placeOf, type Origin, type TreeNode } from './treeNode.ts';
import { withoutPath } from './withoutPath.ts';

/** A scenario before it is one tree: what the file inherits, what it says itself, and the settings over both. */
export interface Layers {
  readonly inherited: TreeNode | undefined;
  readonly own: TreeNode;
  readonly settings: Readonly<Record<string, Setting>>;
}

/** Whatever takes longer is not worth a better line. */
const MOST_CHECKS = 200;

/** One thing that somebody wrote: a key of a map or an item of a list in the file, or a setting. */
type Written = readonly (string | number)[] | { readonly setting: string };

/**
 * Moves issues that stand in an inherited file to the line of the user's own file, or the setting, without which they
 * would not be there.
 *
 * What contradicts an inherited value is found by leaving it out: an entry explains an issue if without it the issue is
 * gone and no other has come. The smallest such entry is named; where there is none, the file that is inherited is
 * wrong itself and the issue stays.
 *
 * @param files those that the user's own inherits
 * @param check all issues of a merged tree
 */
export function atUsersLine(
  issues: readonly Issue[],
  {
    files,
    layers,
    check,
  }: { files: ReadonlySet<string>; layers: Layers; check: (root: TreeNode) => readonly Issue[] },
): Issue[] {
  const isInherited = ({ file }: Issue): boolean => files.has(file);
  if (!issues.some(isInherited)) return [...issues];
  const before = counted(issues);
  const known = new Map<string, ReadonlyMap<string, number> | undefined>();
  const without = (written: Written): ReadonlyMap<string, number> | undefined => {
    const key = JSON.stringify(written);
    if (!known.has(key))
      known.set(key, known.size < MOST_CHECKS ? counted(check(merged(leftOut(layers, written)))) : undefined);
    return known.get(key);
  };
  const explains = (written: Written, issue: Issue): boolean => {
    const after = without(written);
    if (after === undefined || count(after, issue) >= count(before, issue)) return false;
    return Array.from(after).every(([key, number]) => number <= (before.get(key) ?? 0));
  };
  const smallest = (issue: Issue, among: readonly Written[]): Written | undefined => {
    const found = among.find((written) => explains(written, issue));
    return found === undefined ? undefined : (smallest(issue, inside(layers.own, found)) ?? found);
  };
  const all: readonly Written[] = [
    ...Object.keys(layers.settings).map((setting) => ({ setting })),
    ...inside(layers.own, []),
  ];
  return issues.map((issue) => {
    const written = isInherited(issue) ? smallest(issue, all) : undefined;
    return written === undefined ? issue : moved(issue, written, layers.own);
  });
}

/** The issue at what was written, with the place where it stood. */
function moved(issue: Issue, written: Written, own: TreeNode): Issue {
  // What is missing was not inherited either.
  const message = issue.message.endsWith('got nothing')
    ? issue.message
    : `${issue.message}, inherited from ${placeOf(issue) ?? issue.file}`;
  if (!('setting' in written)) return { ...issue, ...originOf(own, written), message };
  return {
    ...issue,
    file: SETTINGS,
    line: 0,
    column: 0,
    message: `${message}, against the setting ${written.setting}`,
  };
}

function merged({ inherited, own, settings }: Layers): TreeNode {
  const ignore = (): void => {};
  return applySettings(inherited === undefined ? own : overlay(inherited, own, ignore), settings, ignore);
}

function leftOut(layers: Layers, written: Written): Layers {
  if (!('setting' in written)) return { ...layers, own: withoutPath(layers.own, written) };
  const { [written.setting]: _, ...settings } = layers.settings;
  return { ...layers, settings };
}

/** The entries of a map, but for the name that its item is found by, or the items of a list of named things. */
function inside(own: TreeNode, path: Written): Written[] {
  if ('setting' in path) return [];
  const node = nodeAt(own, path);
  if (node.kind === 'list') {
    const items = node.items.map((_, index) => [...path, index]);
    if (node.items.some((item) => nameOf(item) === undefined)) return [];
    // Without its one item a list would be empty, which takes the place of all that is inherited.
    return items.length === 1 ? inside(own, items[0]!) : items;
  }
  if (node.kind !== 'map' || statesQuantity(node)) return [];
  return [...node.entries.keys()].filter((key) => key !== 'name').map((key) => [...path, key]);
}

function nodeAt(node: TreeNode, path: readonly (string | number)[]): TreeNode {
  return path.reduce((found, part) => childOf(found, part)!.node, node);
}

function originOf(own: TreeNode, path: readonly (string | number)[]): Origin {
  const { key, node } = childOf(nodeAt(own, path.slice(0, -1)), path.at(-1)!)!;
  return node.kind === 'scalar' ? node.origin : key;
}

/** Issues by what they say and where, whatever the numbers of the items. */
function counted(issues: readonly Issue[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const issue of issues) counts.set(keyOf(issue), (counts.get(keyOf(issue)) ?? 0) + 1);
  return counts;
}

function count(counts: ReadonlyMap<string, number>, issue: Issue): number {
  return counts.get(keyOf(issue)) ?? 0;
}

function keyOf({ path, message }: Issue): string {
  return `${path.replace(/\[\d+\]/g, '[]')}: ${message}`;
}
