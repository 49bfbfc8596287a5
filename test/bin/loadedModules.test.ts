import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildModules } from '../../bin/buildModules.js';
import { ROOT } from './checkout.ts';

type Outputs = Awaited<ReturnType<typeof buildModules>>['meta']['outputs'];
let outputs: Outputs;

beforeAll(async () => {
  const { meta } = await buildModules({
    root: ROOT,
    modules: [
      'src/app/cli/main.ts',
      'src/execution/worker.ts',
      'src/output/csvThread.ts',
      'models/rollout/rollout.ts',
    ],
    folder: join(ROOT, 'dist'),
    urlOf: (path) => JSON.stringify(path),
  });
  ({ outputs } = meta);
});

/** Sources and packages that are loaded with modules, before any of their functions runs. */
function loadedWith(...modules: string[]): string[] {
  const seen = new Set<string>();
  const visit = (path: string): void => {
    const output = outputs[path];
    if (output === undefined || seen.has(path)) return;
    seen.add(path);
    for (const { path: next, kind } of output.imports) if (kind !== 'dynamic-import') visit(next);
  };
  for (const module of modules) {
    const [path] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === module) ?? [];
    if (path === undefined)
      throw new Error(`${module}: not built, expected a module that is loaded on demand`);
    visit(path);
  }
  const packages = [...seen].flatMap((path) =>
    outputs[path]!.imports.flatMap(({ path: name, external }) => (external === true ? [name] : [])),
  );
  return [...[...seen].flatMap((path) => Object.keys(outputs[path]!.inputs)), ...packages];
}

const among = (loaded: readonly string[], names: readonly string[]): string[] =>
  names.filter((name) =>
    loaded.some(
      (path) => path === name || path.startsWith(`${name}/`) || path.startsWith(`node_modules/${name}/`),
    ),
  );

const REPORT = [
  'src/report',
  'src/page',
  'src/plot',
  'fast-csv',
  'linkedom',
  '@observablehq/plot',
  '@resvg/resvg-js',
];
const RECORDS = ['apache-arrow', 'piscina', 'src/experiment/diskStore.ts'];
const LANGUAGE = ['zod', 'yaml', 'mathjs', 'models/rollout/scenario.ts', 'src/scenario/unitSystem.ts'];
const NOTEBOOK = ['src/notebook', 'marked', 'highlight.js'];
const BUILDING = ['esbuild', 'tsx/esm/api'];

describe('what is loaded', () => {
  test('for the command line alone: words and options, no model and no language', () => {
    const loaded = loadedWith('src/app/cli/main.ts');
    expect(among(loaded, ['src/app/cli/program.ts', 'commander'])).toHaveLength(2);
    const others = [...REPORT, ...RECORDS, ...LANGUAGE, ...NOTEBOOK, ...BUILDING, 'models', 'src/kernel'];
    expect(among(loaded, others)).toEqual([]);
  });

  test('for validate: the model and its language, nothing that runs or shows it', () => {
    const loaded = loadedWith('src/app/cli/main.ts', 'src/app/cli/validate.ts', 'src/app/rollout.ts');
    expect(among(loaded, ['zod', 'yaml', 'models/rollout/scenario.ts'])).toHaveLength(3);
    expect(among(loaded, [...REPORT, ...RECORDS, ...NOTEBOOK, ...BUILDING, 'mathjs'])).toEqual([]);
  });

  test('for run, before its replications are there: no report', () => {
    const loaded = loadedWith('src/app/cli/main.ts', 'src/app/cli/run.ts', 'src/app/rollout.ts');
    expect(among(loaded, RECORDS)).toEqual(RECORDS);
    expect(among(loaded, [...REPORT, ...NOTEBOOK, ...BUILDING, 'mathjs'])).toEqual([]);
  });

  test('in a worker thread: the model and the kernel, neither language nor records', () => {
    const loaded = loadedWith('src/execution/worker.ts', 'models/rollout/rollout.ts');
    expect(among(loaded, ['src/kernel', 'models/rollout'])).toHaveLength(2);
    const others = [...REPORT, ...LANGUAGE, ...NOTEBOOK, ...BUILDING, 'apache-arrow', 'src/app'];
    expect(among(loaded, others)).toEqual([]);
  });

  test('in a thread that writes rows: cells and dates, nothing else of the package', () => {
    const own = loadedWith('src/output/csvThread.ts').filter((path) => /^(src|models)\//.test(path));
    expect(own).toContain('src/output/blockBytes.ts');
    const dates = ['src/kernel/civilDate.ts', 'src/kernel/lengths.ts', 'src/refusal/asWritten.ts'];
    expect(own.filter((path) => !/^src\/(output|record)\//.test(path) && !dates.includes(path))).toEqual([]);
  });
});
