import type * as z from 'zod';
import type { LedgerEntry, LedgerRow } from './ledger.ts';
import { withLoadContext, type BlockParams, type LoadContext } from './loadContext.ts';
import { SETTINGS } from './applySettings.ts';
import { childOf, find, nameOf, plainValue, type TreeNode } from './treeNode.ts';

type Problem = z.core.$ZodIssue;
interface Placed {
  readonly path: readonly PropertyKey[];
  readonly entry: LedgerEntry;
}

function entryOf(problem: Problem): LedgerEntry | undefined {
  return problem.code === 'custom' ? (problem.params as BlockParams | undefined)?.ledger : undefined;
}

function isRow(problem: Problem): boolean {
  return problem.code === 'invalid_union'
    ? problem.errors.some((option) => option.every(isRow))
    : entryOf(problem) !== undefined;
}

function rows(problem: Problem, prefix: readonly PropertyKey[]): Placed[] {
  const path = [...prefix, ...problem.path];
  // A union takes rows for errors; the option it took is the first that has nothing but rows.
  if (problem.code === 'invalid_union') {
    return problem.errors.find((option) => option.every(isRow))?.flatMap((inner) => rows(inner, path)) ?? [];
  }
  const entry = entryOf(problem);
  return entry === undefined ? [] : [{ path, entry }];
}

/** `sites.dedicated-1.power.firm`: the path that settings use. */
function settingPath(root: TreeNode, path: readonly PropertyKey[]): string {
  const parts: string[] = [];
  let node: TreeNode | undefined = root;
  for (const part of path) {
    const next: TreeNode | undefined =
      node?.kind === 'map'
        ? node.entries.get(String(part))?.node
        : node?.kind === 'list'
          ? node.items[Number(part)]
          : undefined;
    parts.push((node?.kind === 'list' && next && nameOf(next)) || String(part));
    node = next;
  }
  return parts.join('.');
}

/** The `source` of a statement, a map with the day `on` which it holds too: it is that of all quantities in it. */
function sourceBeside(root: TreeNode, path: readonly PropertyKey[]): string | undefined {
  let node: TreeNode | undefined = root;
  for (const part of path.slice(0, -1)) node = node && childOf(node, part)?.node;
  if (node === undefined || childOf(node, 'on') === undefined) return undefined;
  const source = childOf(node, 'source')?.node;
  return source?.kind === 'scalar' && typeof source.value === 'string' ? source.value : undefined;
}

/** Every quantity of a valid scenario as a row of the assumption ledger, in the order of the schema. */
export function gatherLedger(schema: z.ZodType, root: TreeNode, context: LoadContext): LedgerRow[] {
  const result = schema.safeParse(plainValue(root), withLoadContext({ ...context, gather: true }));
  const problems = result.success ? [] : result.error.issues;
  return problems
    .flatMap((problem) => rows(problem, []))
    .map(({ path, entry }) => {
      // A setting may replace the value inside a map that states the quantity.
      const found = find(root, [...path, entry.catalogId === '' ? 'value' : 'catalog']);
      const set = found.origin.file === SETTINGS && entry.catalogId === '';
      const beside = entry.source === 'scenario' ? sourceBeside(root, path) : undefined;
      return {
        path: settingPath(root, path),
        ...entry,
        ...(beside === undefined ? {} : { source: beside, basis: 'fact' as const }),
        ...(set && beside === undefined && entry.source === 'scenario'
          ? { source: 'setting', basis: 'choice' as const }
          : {}),
        overridden: found.replaced,
      };
    });
}
