import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rollout } from '../../models/rollout/index.ts';
import { recordedExperiment } from '../../src/app/replayFolder.ts';
import { commandLine } from '../fixtures/toy/console.ts';
import { copiesIn } from '../results/copies.ts';

const place = mkdtempSync(join(tmpdir(), 'gigaramp-replay-'));
const original = join(place, 'original');
beforeAll(async () => {
  expect((await commandLine('run', '-n', '40', '-w', '1', '--out', original)).exitCode).toBe(0);
});
afterAll(() => rmSync(place, { recursive: true }));

const copyOf = copiesIn(place);
const copy = (): string => copyOf(original);

const replay = async (folder: string, ...words: string[]): Promise<Awaited<ReturnType<typeof commandLine>>> =>
  await commandLine('replay', folder, '-w', '1', ...words);
const lastOf = (text: string): string => text.trimEnd().split('\n').at(-1)!;
const blocksOf = (folder: string): string[] => readdirSync(join(folder, 'records', 'point-base'));
const blockPath = (folder: string, name: string): string => join(folder, 'records', 'point-base', name);

function editManifest(folder: string, change: (manifest: Record<string, unknown>) => object): void {
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  writeFileSync(path, JSON.stringify({ ...manifest, ...change(manifest) }));
}

describe('replay takes a results folder as data', () => {
  test.each([
    ['a path', (module: string) => module],
    ['a file URL', (module: string) => `file://${module}`],
    ['a data URL', () => 'data:text/javascript,globalThis.loadedByReplay=true;export const model={}'],
  ])('and never loads the module that its manifest names by %s', async (_, name) => {
    const folder = copy();
    const mark = join(folder, 'was-run');
    const module = join(folder, 'model.mjs');
    writeFileSync(
      module,
      `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(mark)}, '');`,
    );
    editManifest(folder, ({ run }) => ({ run: { ...(run as object), module: name(module) } }));
    const { exitCode, error } = await replay(folder);
    expect(exitCode).toBe(2);
    expect(lastOf(error)).toMatch(
      /^error: .*: made with the model of .*, expected --model .* if you trust it/,
    );
    expect(existsSync(mark)).toBe(false);
    expect('loadedByReplay' in globalThis).toBe(false);
  });

  test('and leaves every file in it as it is, damaged ones too', async () => {
    const folder = copy();
    const names = blocksOf(folder);
    expect(names.length).toBeGreaterThan(5);
    for (const name of names.slice(0, 5)) truncateSync(blockPath(folder, name), 0);
    writeFileSync(blockPath(folder, 'block-0-9.arrow.77.unfinished'), 'half');
    const before = blocksOf(folder);
    const { exitCode, out } = await replay(folder);
    expect(blocksOf(folder)).toEqual(before);
    expect(exitCode).toBe(1);
    for (const name of names.slice(0, 5)) expect(out).toContain(`${name}: damaged, not compared`);
    const whole = names.slice(5).reduce((sum, name) => {
      const [, from, to] = /block-(\d+)-(\d+)/.exec(name)!;
      return sum + Number(to) - Number(from);
    }, 0);
    expect(out).toContain(`records: ${whole} whole replications a point, expected 40 as manifest.json says`);
    expect(lastOf(out)).toBe(`${folder}: ${whole} replications a point, identical`);
  });
});

test('a replication beyond the run is refused, though a longer run has left its record in the folder', async () => {
  const folder = copy();
  editManifest(folder, () => ({ replications: 5 }));
  expect((await replay(folder, '--replication', '4')).exitCode).toBe(0);
  const { exitCode, error } = await replay(folder, '--replication', '5');
  expect(exitCode).toBe(2);
  expect(lastOf(error)).toBe('error: replication: 5, beyond the run, expected one of its 5, 0 to 4');
});

describe('replay says what does not fit together', () => {
  test('a block that is gone: fewer replications than the manifest says', async () => {
    const folder = copy();
    rmSync(blockPath(folder, blocksOf(folder)[0]!));
    const { exitCode, out } = await replay(folder);
    expect(exitCode).toBe(1);
    expect(out).toMatch(/records: \d+ whole replications a point, expected 40 as manifest\.json says/);
  });

  test('a folder in the place of a block', async () => {
    const folder = copy();
    mkdirSync(blockPath(folder, 'block-90-99.arrow'));
    const { exitCode, out } = await replay(folder);
    expect(exitCode).toBe(1);
    expect(out).toContain('block-90-99.arrow: damaged, not compared');
    const { exitCode: code, error } = await commandLine('run', '-n', '40', '-w', '1', '--out', folder);
    expect(code).toBe(2);
    expect(lastOf(error)).toMatch(/^error: .*block-90-99\.arrow: a folder, expected a file of records$/);
  });

  test('a manifest of another experiment', async () => {
    const folder = copy();
    editManifest(folder, () => ({ experiment: 'f'.repeat(64) }));
    const { exitCode, out } = await replay(folder);
    expect(exitCode).toBe(1);
    expect(out).toContain('manifest.json: of another experiment than the records');
  });

  test('no manifest: what is there is compared, and nobody can say that it is all', async () => {
    const folder = copy();
    rmSync(join(folder, 'manifest.json'));
    rmSync(blockPath(folder, blocksOf(folder)[0]!));
    const { exitCode, out } = await replay(folder);
    expect(exitCode).toBe(1);
    expect(out).toContain('manifest.json: missing, so that nothing says whether these are all');
    expect(lastOf(out)).toMatch(/: \d+ replications a point, identical as far as they are there$/);
    const json = JSON.parse((await replay(folder, '--json')).out) as { isFinished: boolean };
    expect(json.isFinished).toBe(false);
  });

  test.each([
    ['seed', { seed: 'another' }, 'manifest.json: another seed than records/experiment.json has'],
    ['points', { points: ['base', 'more'] }, 'another list of points than records/experiment.json has'],
    ['model', { model: { name: 'toy', version: '9' } }, 'another model than'],
    ['version', { gigaramp: '0.0.0' }, 'another version of Gigaramp than'],
    ['outputs', { outputs: [] }, 'runs.csv: not in manifest.json, so that nothing says whose it is'],
  ])('a manifest whose %s is not that of the records and tables', async (_, change, problem) => {
    const folder = copy();
    editManifest(folder, () => change);
    const { exitCode, out } = await replay(folder);
    expect(exitCode).toBe(1);
    expect(out).toContain(problem);
  });

  test('a table that became a folder', async () => {
    const folder = copy();
    rmSync(join(folder, 'fan.csv'));
    mkdirSync(join(folder, 'fan.csv'));
    const { exitCode, out } = await replay(folder);
    expect(exitCode).toBe(1);
    expect(out).toContain('fan.csv: not what the manifest says');
  });

  test.each(['manifest.json', 'datapackage.json', 'report.html', 'runs.csv'])(
    'a folder in the place of %s: a run names it, afresh or not, and leaves it',
    async (name) => {
      const folder = copy();
      rmSync(join(folder, name), { force: true });
      mkdirSync(join(folder, name));
      for (const words of [[], ['--fresh']]) {
        const { exitCode, error } = await commandLine(
          'run',
          '-n',
          '40',
          '-w',
          '1',
          ...words,
          '--out',
          folder,
        );
        expect(exitCode).toBe(2);
        expect(lastOf(error)).toBe(`error: ${join(folder, name)}: a folder, expected a file`);
      }
      expect(readdirSync(folder).filter((file) => file.endsWith('.unfinished'))).toEqual([]);
    },
  );

  test.each(['experiment.json', 'node-major.txt'])(
    'a folder in the place of %s in the records',
    async (name) => {
      const folder = copy();
      rmSync(join(folder, 'records', name));
      mkdirSync(join(folder, 'records', name));
      const { exitCode, error } = await replay(folder);
      expect(exitCode).toBe(2);
      expect(lastOf(error)).toBe(`error: ${join(folder, 'records', name)}: a folder, expected a file`);
    },
  );

  const identity = {
    schema: 1,
    gigaramp: '0.1.0',
    model: { name: 'toy', version: '1' },
    seed: '1',
    files: [],
    points: [{ name: 'base', scenario: null, settings: {}, atPlan: [], inputs: {} }],
  };
  test.each([
    ['no JSON', 'experiment.json', '{"schema":1', /experiment\.json: is no JSON, expected what a run wrote$/],
    ['another shape', 'experiment.json', '{"points":5}', /experiment\.json: at schema: /],
    [
      'a scenario that is none',
      'experiment.json',
      JSON.stringify(identity),
      /experiment\.json: points\[0\]\.scenario: null, expected a scenario of model toy$/,
    ],
    [
      'one point twice',
      'experiment.json',
      JSON.stringify({ ...identity, points: [identity.points[0], identity.points[0]] }),
      /experiment\.json: point "base": twice, expected names that differ$/,
    ],
    [
      'another model',
      'experiment.json',
      JSON.stringify({ ...identity, model: { name: 'other', version: '1' } }),
      /experiment\.json: of model other, expected toy$/,
    ],
    [
      'an empty version of Node',
      'node-major.txt',
      '',
      /node-major\.txt: missing or empty, expected the major version of Node that made the records$/,
    ],
    [
      'rubbish for the version of Node',
      'node-major.txt',
      'x'.repeat(5000),
      /node-major\.txt: damaged, expected/,
    ],
  ])('%s in the records: one line that names the file', async (_, name, text, expected) => {
    const folder = copy();
    writeFileSync(join(folder, 'records', name), text);
    const { exitCode, error } = await replay(folder);
    expect(exitCode).toBe(2);
    expect(error.trimEnd().split('\n')).toHaveLength(1);
    expect(error.trimEnd()).toMatch(expected);
  });

  test('a scenario without a key in the records: the key', () => {
    const [point] = identity.points;
    const points = [{ ...point, scenario: { start: '2026-01-01', horizon: '2026-12-31' } }];
    const text = JSON.stringify({ ...identity, model: { name: 'rollout', version: '3' }, points });
    expect(() => recordedExperiment('experiment.json', text, rollout)).toThrow(
      /^experiment\.json: points\[0\]\.scenario\.\w+: missing, expected a scenario of model rollout$/,
    );
  });

  test('a manifest with outputs that are none, in one line; a new run clears it all the same', async () => {
    const folder = copy();
    editManifest(folder, () => ({ outputs: [{ name: 5, sha256: '' }] }));
    const { exitCode, error } = await replay(folder);
    expect(exitCode).toBe(2);
    expect(lastOf(error)).toMatch(
      /^error: .*manifest\.json: at outputs\.0\.name: .*, expected what a run wrote$/,
    );
    expect((await commandLine('run', '--fresh', '-n', '3', '-w', '1', '--out', folder)).exitCode).toBe(0);
  });

  test('a fresh run removes no file that only a manifest calls its own', async () => {
    const folder = copy();
    writeFileSync(join(folder, 'notes.md'), 'mine');
    editManifest(folder, ({ outputs }) => ({
      outputs: [...(outputs as object[]), { name: 'notes.md', sha256: '' }],
    }));
    await commandLine('run', '--fresh', '-n', '3', '-w', '1', '--out', folder);
    expect(readFileSync(join(folder, 'notes.md'), 'utf8')).toBe('mine');
  });
});
