import type * as z from 'zod';
import { formatPath, type Issue } from './issue.ts';
import { withLoadContext, type BlockParams, type LoadContext } from './loadContext.ts';
import { messageOf, knownKeys } from './schemaMessage.ts';
import { suggestion } from './suggestion.ts';
import { find, placeOf, plainValue, type TreeNode } from './treeNode.ts';
import { withoutPath } from './withoutPath.ts';

type Problem = z.core.$ZodIssue;

/**
 * Among the options of a union, the one that got furthest is the one that was meant, and of several the one with least
 * against it.
 */
function meant(errors: readonly (readonly Problem[])[]): readonly Problem[] | undefined {
  const depth = (issues: readonly Problem[]): number =>
    Math.max(0, ...issues.map((issue) => issue.path.length + (issue.code === 'invalid_union' ? 1 : 0)));
  const deepest = Math.max(0, ...errors.map(depth));
  if (deepest === 0) return undefined;
  const furthest = errors.filter((issues) => depth(issues) === deepest);
  const fewest = Math.min(...furthest.map((issues) => issues.length));
  return furthest.find((issues) => issues.length === fewest);
}

function paramsOf(problem: Problem): BlockParams {
  return problem.code === 'custom' ? ((problem.params ?? {}) as BlockParams) : {};
}

/** Unions opened, unknown keys one by one, ledger rows left out. */
function flatten(
  problem: Problem,
  prefix: readonly PropertyKey[],
): { path: PropertyKey[]; problem: Problem }[] {
  const path = [...prefix, ...problem.path];
  if (problem.code === 'invalid_union' && problem.errors.length > 0) {
    const option = meant(problem.errors);
    if (option !== undefined) return option.flatMap((inner) => flatten(inner, path));
    const messages = [...new Set(problem.errors.flat().map(({ message }) => message))];
    return [{ path, problem: { ...problem, errors: [], message: joinExpectations(messages) } }];
  }
  return [{ path, problem }];
}

function joinExpectations(messages: readonly string[]): string {
  const parts = messages.map((message) => /^expected (.*?)(, got .*)?$/.exec(message));
  if (parts.some((part) => part === null)) return messages[0];
  // What was got is the same for all; one of them may say more of why.
  const got = parts.map((part) => part?.[2] ?? '').sort((a, b) => b.length - a.length);
  return `expected ${parts.map((part) => part?.[1]).join(' or ')}${got[0]}`;
}

function placed(root: TreeNode, path: readonly PropertyKey[]): string {
  return placeOf(find(root, path).origin) ?? formatPath(path);
}

export interface Validated<T> {
  readonly value?: T;
  /** The tree that was parsed: without the keys that inherited maps of another kind left. */
  readonly root: TreeNode;
  readonly issues: readonly Issue[];
}

/** Parses a tree with a schema; what is wrong comes back with positions, all of it. */
export function validateTree<T>(
  schema: z.ZodType<T>,
  root: TreeNode,
  { at = [], context = { gather: false } }: { at?: readonly PropertyKey[]; context?: LoadContext } = {},
): Validated<T> {
  const known = new Map<readonly string[], readonly string[]>();
  const result = schema.safeParse(plainValue(root), {
    ...withLoadContext(context),
    error: (issue) => {
      if (issue.code === 'unrecognized_keys') known.set(issue.keys, knownKeys(issue));
      return messageOf(issue);
    },
  });
  if (result.success) return { value: result.data, root, issues: [] };
  const problems = result.error.issues.flatMap((issue) => flatten(issue, []));
  const left = problems.flatMap(({ path, problem }) =>
    problem.code === 'unrecognized_keys' ? problem.keys.map((key) => [...path, key]) : [],
  );
  const ofOtherKind = left.filter((path) => find(root, path).ofOtherKind);
  if (ofOtherKind.length > 0)
    return validateTree(schema, ofOtherKind.reduce(withoutPath, root), { at, context });
  const issues: Issue[] = [];
  for (const { path, problem } of problems) {
    const { origin, issues: inner, ledger, first, atKey } = paramsOf(problem);
    if (ledger !== undefined) continue;
    if (inner !== undefined) issues.push(...inner);
    else if (problem.code === 'unrecognized_keys') {
      for (const key of problem.keys) {
        const place = find(root, [...path, key]).key;
        const others = known.get(problem.keys) ?? [];
        issues.push({
          ...place,
          path: formatPath([...at, ...path, key]),
          message: `unknown key ${key}${suggestion(key, others)}`,
        });
      }
    } else {
      const found = find(root, path);
      const place = atKey === true ? found.key : found.origin;
      const before = first === undefined ? '' : `, first at ${placed(root, first)}`;
      // The line to mend is the one that names the entry; what the entry holds stands elsewhere.
      const entry = origin === undefined ? '' : `, at ${placeOf(origin) ?? origin.file}`;
      issues.push({
        ...place,
        path: formatPath([...at, ...path]),
        message: `${problem.message}${entry}${before}`,
      });
    }
  }
  return { root, issues };
}
