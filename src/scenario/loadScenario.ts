import type * as z from 'zod';
import { applySettings, type Setting } from './applySettings.ts';
import { openCatalog, type Catalog } from './catalog.ts';
import { extendFiles, type Loader, type Reader, type ReadFile } from './extendFiles.ts';
import { gatherLedger } from './gatherLedger.ts';
import { formatPath, ScenarioError, type Issue } from './issue.ts';
import type { LedgerRow } from './ledger.ts';
import { LIMITS, type Limits } from './limits.ts';
import type { LoadContext } from './loadContext.ts';
import { readObject } from './readObject.ts';
import { reportRepeatedNames } from './namedLists.ts';
import { find, firstWrittenBeside, nameOf, placeOf, type TreeNode } from './treeNode.ts';
import { atUsersLine } from './usersLine.ts';
import { validateTree, type Validated } from './validateTree.ts';

/** What a valid scenario may not mean, and where it stands. */
export interface Warning {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  /** Further values that it comes from: where its own is inherited, it stands at the first of these that is not. */
  readonly because?: readonly (readonly PropertyKey[])[];
}

/** What is wrong with a scenario that its schema takes, and where it stands. */
export interface Refusal {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  /** The place of what it repeats. */
  readonly first?: readonly PropertyKey[] | undefined;
}

interface CommonOptions<T> {
  readonly schema: z.ZodType<T>;
  /** The text of a catalog room, or a catalog that was opened before (share one between many loads). */
  readonly catalog: Catalog | ((room: string) => string | undefined);
  /** Dotted path → value, laid over the scenario after `extends`. */
  readonly settings?: Readonly<Record<string, Setting>>;
  readonly limits?: Limits;
  /** How the text of a file becomes a tree; default: it is read anew at each load. */
  readonly read?: Reader;
  /** Looks a valid scenario over for what may not be meant. */
  readonly warn?: ((scenario: T) => readonly Warning[]) | undefined;
  /** What is wrong with a valid scenario that no schema can say. */
  readonly refuse?: ((scenario: T) => readonly Refusal[]) | undefined;
}

export interface FileOptions<T> extends CommonOptions<T> {
  readonly file: string;
  readonly load: Loader;
}

export interface SourceOptions<T> extends CommonOptions<T> {
  /** A scenario built in TypeScript; it may extend files when there is a loader. */
  readonly source: { readonly name: string; readonly tree: unknown };
  readonly load?: Loader;
}

export interface Loaded<T> {
  readonly scenario: T;
  readonly ledger: readonly LedgerRow[];
  /** What may not be meant, each with its position; nothing is wrong. */
  readonly warnings: readonly Issue[];
  readonly name: string;
  /** Every file read, the scenario first, then what it extends, then the catalog. */
  readonly files: readonly ReadFile[];
}

function baseName(file: string): string {
  return file.replace(/^.*[/\\]/, '').replace(/\.ya?ml$/, '');
}

/** A warning at the user's own line, where one of the values that it comes from is there. */
function placed(
  { path, message, because = [] }: Warning,
  root: TreeNode,
  inherited: ReadonlySet<string>,
): Issue {
  const { origin } = find(root, path);
  const place = formatPath(path);
  if (!inherited.has(origin.file)) return { ...origin, path: place, message };
  const [own] = because.flatMap((other) => firstWrittenBeside(inherited, root, other) ?? []);
  if (own === undefined) return { ...origin, path: place, message };
  return { ...own, path: place, message: `${message} (${placeOf(origin) ?? origin.file})` };
}

function refused({ path, message, first }: Refusal, root: TreeNode): Issue {
  const before = first && `, first at ${placeOf(find(root, first).origin) ?? formatPath(first)}`;
  return { ...find(root, path).origin, path: formatPath(path), message: `${message}${before ?? ''}` };
}

/**
 * Reads a scenario with what it extends, lays the settings over it, resolves the catalog, and checks it all.
 *
 * @throws ScenarioError with every issue found, each with its position
 * @example loadScenario({ file: 'models/scenarios/openai-aws-38b.yaml', load, catalog, schema })
 */
export function loadScenario<T>(options: FileOptions<T> | SourceOptions<T>): Loaded<T> {
  const { schema, settings = {}, limits = LIMITS, warn = () => [], refuse = () => [] } = options;
  const catalog = typeof options.catalog === 'function' ? openCatalog(options.catalog) : options.catalog;
  const inFile = 'file' in options;
  const start = inFile
    ? { file: options.file }
    : { name: options.source.name, read: readObject(options.source.tree, options.source.name, limits) };
  const extended = extendFiles(start, options.load, { limits, ...(options.read && { read: options.read }) });
  const { own, inherited } = extended;
  if (extended.root === undefined || own === undefined || extended.issues.length > 0)
    throw new ScenarioError(extended.issues);

  const unset: Issue[] = [];
  const merged = applySettings(extended.root, settings, (issue) => unset.push(issue));
  const rooms = new Set<string>();
  const context: LoadContext = { catalog, gather: false, asked: (room) => rooms.add(room) };
  const checked = (tree: TreeNode): Validated<T> => {
    const names: Issue[] = [];
    // Settings, and names that merging could not tell were the same.
    reportRepeatedNames(tree, (issue) => names.push(issue));
    const { value, root: parsed, issues } = validateTree(schema, tree, { context });
    return { value: value as T, root: parsed, issues: [...names, ...issues] };
  };
  const validated = checked(merged);
  const { root } = validated;
  const issues = [...unset, ...validated.issues].slice(0, limits.issues);
  const files = new Set(extended.files.map(({ path }) => path));
  if (inFile) files.delete(options.file);
  if (issues.length > 0) {
    const check = (tree: TreeNode): readonly Issue[] => checked(tree).issues.slice(0, limits.issues);
    throw new ScenarioError(atUsersLine(issues, { files, layers: { inherited, own, settings }, check }));
  }

  const scenario = validated.value as T;
  const refusals = refuse(scenario).map((refusal) => refused(refusal, root));
  if (refusals.length > 0) throw new ScenarioError(refusals);
  const warnings = warn(scenario).map((warning) => placed(warning, root, files));
  const catalogFiles = [...rooms].sort().flatMap((room) => catalog.file(room) ?? []);
  return {
    scenario,
    ledger: gatherLedger(schema, root, context),
    warnings,
    name: nameOf(root) ?? baseName(inFile ? options.file : options.source.name),
    files: [...extended.files, ...catalogFiles.map(({ path, text }) => ({ path, text }))],
  };
}
