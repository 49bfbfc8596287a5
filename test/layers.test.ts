import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { TITLES } from '../models/rollout/titles.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

// A room imports only rooms that stand before it.
const ROOMS = [
  'bin',
  'src/wording',
  'src/refusal',
  'src/kernel',
  'src/random',
  'src/scenario',
  'src/statistics',
  'src/record',
  'src/design',
  'src/experiment',
  'src/explain',
  'src/execution',
  'src/queue',
  'src/output',
  'src/answer',
  'src/plot',
  'models/rollout',
  'models/calibration',
  'src/page',
  'src/report',
  'src/notebook',
  'src/app',
  'src/explorer',
  'experiments',
];

const WITHOUT_NODE = [
  'wording',
  'refusal',
  'kernel',
  'random',
  'scenario',
  'statistics',
  'record',
  'design',
  'explain',
  'answer',
  'plot',
]
  .map((room) => `src/${room}`)
  .concat('models');

// What the browser loads, through whatever: the page and its two workers.
const IN_THE_BROWSER = [
  'src/explorer/page/page.tsx',
  'src/explorer/desk/deskWorker.ts',
  'src/explorer/desk/lane.ts',
];

// Disk, Arrow and Node's hashing: everything else of the two rooms is free of Node, and so is all that it loads.
const ON_DISK: Readonly<Record<string, readonly string[]>> = {
  'src/experiment': [
    'index',
    'arrowBlock',
    'diskStore',
    'experiment',
    'inputFiles',
    'makeFolder',
    'package',
    'recordBlocks',
    'recordsFolder',
    'resultFile',
    'wholeFile',
    'writePlace',
  ],
  'src/output': ['index', 'csvBytes', 'csvFile', 'writeResults'],
};

const WITHOUT_CLOCK = ['src/wording', 'src/refusal', 'src/kernel', 'src/random', 'src/scenario', 'models'];

const CLOCKS = /\bMath\.random\b|\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/g;

// Here even two files that only name each other's types are a circle.
const WITHOUT_TYPE_CIRCLES = [
  'src/wording',
  'src/refusal',
  'src/kernel',
  'src/statistics',
  'src/record',
  'src/design',
  'models/rollout',
];

const NAMELESS_FOLDERS = new Set(['utils', 'helpers', 'common', 'types']);

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^;'"]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

/** Path from the root, with slashes → text. */
type Sources = Readonly<Record<string, string>>;

function readSources(): Sources {
  const sources: Record<string, string> = {};
  for (const folder of ['bin', 'src', 'models', 'experiments']) {
    for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })) {
      const path = join(ROOT, folder, name);
      if (/\.[cm]?[jt]sx?$/.test(name))
        sources[relative(ROOT, path).split(sep).join('/')] = readFileSync(path, 'utf8');
    }
  }
  return sources;
}

const isIn = (path: string, folder: string): boolean => path.startsWith(`${folder}/`);

// Files of `src` outside the rooms are the package's front doors: they belong to the faces.
function rankOf(path: string): number {
  const rank = ROOMS.findIndex((room) => isIn(path, room));
  return rank < 0 ? ROOMS.indexOf('src/app') : rank;
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"])\/\/.*$/gm, '$1');
}

interface Import {
  readonly specifier: string;
  /** Gone once the types are: it cannot close a circle of files that run. */
  readonly isTypeOnly: boolean;
  /** Loaded when it is asked for, and not with the file. */
  readonly isLate: boolean;
}

function importsOf(text: string): Import[] {
  return [...withoutComments(text).matchAll(IMPORT)].map(([, type, from, bare, dynamic]) => ({
    specifier: (from ?? bare ?? dynamic)!,
    isTypeOnly: type !== undefined,
    isLate: dynamic !== undefined,
  }));
}

function importedFiles(path: string, imports: readonly Import[]): string[] {
  return imports
    .filter(({ specifier }) => specifier.startsWith('.'))
    .map(({ specifier }) => posix.join(posix.dirname(path), specifier));
}

/** Every violation of the house rules, one line each, headed by the file. */
function violations(sources: Sources): string[] {
  const found: string[] = [];
  for (const [path, text] of Object.entries(sources)) {
    const folders = path.split('/').slice(0, -1);
    const nameless = folders.find((folder) => NAMELESS_FOLDERS.has(folder));
    if (nameless !== undefined) found.push(`${path}: folder ${nameless}`);
    // Experiments are numbered pages with titles.
    if (!isIn(path, 'experiments') && posix.basename(path).includes('-'))
      found.push(`${path}: file name with a hyphen, where all others are in camelCase`);
    for (const target of importedFiles(path, importsOf(text))) {
      if (rankOf(target) > rankOf(path)) found.push(`${path}: imports ${target}, of a later room`);
    }
    if (WITHOUT_NODE.some((room) => isIn(path, room))) {
      for (const { specifier } of importsOf(text))
        if (specifier.startsWith('node:')) found.push(`${path}: imports ${specifier}`);
    }
    if (WITHOUT_CLOCK.some((room) => isIn(path, room))) {
      for (const [clock] of withoutComments(text).matchAll(CLOCKS)) found.push(`${path}: ${clock}`);
    }
  }
  return [
    ...found,
    ...cycles(sources).map((files) => `${files[0]}: imports itself through ${files.join(' → ')}`),
  ];
}

/** What a file loads when it runs, itself among it; without what it loads only when it is asked to, where that is left out. */
function loadedBy(sources: Sources, entry: string, { withLate = true } = {}): Set<string> {
  const loaded = new Set<string>();
  const load = (path: string): void => {
    if (loaded.has(path) || sources[path] === undefined) return;
    loaded.add(path);
    const running = importsOf(sources[path]).filter(
      ({ isTypeOnly, isLate }) => !isTypeOnly && (withLate || !isLate),
    );
    importedFiles(path, running).forEach(load);
  };
  load(entry);
  return loaded;
}

/** Every import of Node in what a file loads when it runs, as `file: specifier`. */
function nodeLoadedBy(sources: Sources, entry: string): string[] {
  return [...loadedBy(sources, entry)].flatMap((path) =>
    importsOf(sources[path]!)
      .filter(({ specifier, isTypeOnly }) => !isTypeOnly && specifier.startsWith('node:'))
      .map(({ specifier }) => `${path}: ${specifier}`),
  );
}

/** One circle for every import that closes one, in a walk over all files; imports of types count in some rooms only. */
function cycles(sources: Sources): string[][] {
  const found: string[][] = [];
  const state = new Map<string, 'open' | 'done'>();
  const trail: string[] = [];
  const visit = (path: string): void => {
    state.set(path, 'open');
    trail.push(path);
    const typesCount = WITHOUT_TYPE_CIRCLES.some((room) => isIn(path, room));
    const counted = importsOf(sources[path]!).filter(({ isTypeOnly }) => typesCount || !isTypeOnly);
    for (const target of importedFiles(path, counted)) {
      if (sources[target] === undefined || state.get(target) === 'done') continue;
      if (state.get(target) === 'open') found.push(trail.slice(trail.indexOf(target)));
      else visit(target);
    }
    trail.pop();
    state.set(path, 'done');
  };
  for (const path of Object.keys(sources)) if (!state.has(path)) visit(path);
  return found;
}

test('rooms import only earlier rooms, without circles, clocks, or Node where the browser goes too', () => {
  expect(violations(readSources())).toEqual([]);
});

test('the engine has no titles of the inputs and causes of the rollout', () => {
  const titles = [...TITLES.causes!, ...TITLES.inputs!].map(({ title }) => title);
  // What the engine says as a word of its own, too.
  const own = new Set(['crews']);
  const found = Object.entries(readSources())
    .filter(([path]) => isIn(path, 'src'))
    .flatMap(([path, text]) =>
      titles
        .filter((title) => !own.has(title) && withoutComments(text).includes(title))
        .map((title) => `${path}: ${title}`),
    );
  expect(titles.length).toBeGreaterThan(own.size);
  expect(found).toEqual([]);
});

test('relative imports point to files that exist', () => {
  const sources = readSources();
  const missing = Object.entries(sources).flatMap(([path, text]) =>
    importedFiles(path, importsOf(text))
      .filter(
        (target) => sources[target] === undefined && !target.endsWith('.json') && !target.endsWith('.d.ts'),
      )
      .map((target) => `${path}: ${target}`),
  );
  expect(missing).toEqual([]);
});

test('every kind of violation is found, by file', () => {
  const found = violations({
    'src/kernel/clock.ts': `import type { Queue } from './ring.ts';`,
    'src/kernel/ring.ts': `import './clock.ts';`,
    'src/kernel/queue.ts': `import type { Draw } from '../random/draw.ts';\nexport const now = Date.now();`,
    'src/random/draw.ts': `import { seed } from './seed.ts';\n// import 'node:fs'; Math.random() in a comment is nothing\nexport const u = Math.random();`,
    'src/random/seed.ts': `export {\n  u,\n} from './draw.ts';\nimport 'node:crypto';`,
    'src/scenario/late.ts': `export const load = () => import('../app/index.ts');\nconst today = new Date();\nconst day = new Date('2026-01-01');`,
    'src/statistics/clock.ts': `export const t = performance.now();`,
    'src/statistics/mean-interval.ts': `export const half = 0.5;`,
    'models/rollout/utils/sum.ts': `export const t = performance.now();`,
    'models/rollout/world.ts': `import type { Hall } from './hall.ts';`,
    'models/rollout/hall.ts': `import type { World } from './world.ts';`,
    'src/app/index.ts': `import { readFileSync } from 'node:fs';\nimport { load } from '../scenario/late.ts';`,
  });
  expect(found).toEqual([
    'src/kernel/queue.ts: imports src/random/draw.ts, of a later room',
    'src/kernel/queue.ts: Date.now',
    'src/random/draw.ts: Math.random',
    'src/random/seed.ts: imports node:crypto',
    'src/scenario/late.ts: imports src/app/index.ts, of a later room',
    'src/scenario/late.ts: new Date()',
    'src/statistics/mean-interval.ts: file name with a hyphen, where all others are in camelCase',
    'models/rollout/utils/sum.ts: folder utils',
    'models/rollout/utils/sum.ts: performance.now',
    'src/kernel/clock.ts: imports itself through src/kernel/clock.ts → src/kernel/ring.ts',
    'src/random/draw.ts: imports itself through src/random/draw.ts → src/random/seed.ts',
    'src/scenario/late.ts: imports itself through src/scenario/late.ts → src/app/index.ts',
    'models/rollout/world.ts: imports itself through models/rollout/world.ts → models/rollout/hall.ts',
  ]);
});

test('a worker thread that runs the rollout model loads no scenario language with it', () => {
  const sources = readSources();
  const loaded = [
    'models/rollout/rollout.ts',
    'src/execution/worker.ts',
    'src/explorer/desk/lane.ts',
  ].flatMap((entry) => [...loadedBy(sources, entry)]);
  expect(loaded).toContain('src/experiment/replicate.ts');
  expect(loaded.filter((path) => isIn(path, 'src/scenario') || /[sS]chema\.ts$/.test(path))).toEqual([]);
});

test('the page and its workers load nothing of Node, also through what they import', () => {
  const sources = readSources();
  for (const entry of IN_THE_BROWSER) {
    expect(loadedBy(sources, entry).size, entry).toBeGreaterThan(10);
    expect(nodeLoadedBy(sources, entry), entry).toEqual([]);
  }
});

test('of experiment and output only the named files load Node, disk and Arrow', () => {
  const sources = readSources();
  for (const [room, named] of Object.entries(ON_DISK)) {
    const paths = Object.keys(sources).filter((path) => posix.dirname(path) === room);
    const isNamed = (path: string): boolean => named.includes(posix.basename(path, '.ts'));
    expect(paths.filter((path) => !isNamed(path) && nodeLoadedBy(sources, path).length > 0)).toEqual([]);
    expect(paths.filter(isNamed).filter((path) => nodeLoadedBy(sources, path).length === 0)).toEqual([]);
  }
});

test('an import of Node is found through what is loaded, and not through what only names types', () => {
  const sources = {
    'src/explorer/desk/lane.ts': `import { run } from './run.ts';\nimport type { Disk } from './disk.ts';`,
    'src/explorer/desk/run.ts': `import 'node:os';`,
    'src/explorer/desk/disk.ts': `import 'node:fs';`,
  };
  expect(nodeLoadedBy(sources, 'src/explorer/desk/lane.ts')).toEqual(['src/explorer/desk/run.ts: node:os']);
});

test('no command but those of a queue loads what speaks with a database', () => {
  const loaded = [...loadedBy(readSources(), 'src/app/cli/main.ts', { withLate: false })];
  expect(loaded).toContain('src/app/cli/queueCommands.ts');
  expect(loaded.filter((path) => isIn(path, 'src/queue'))).toEqual([]);
});
