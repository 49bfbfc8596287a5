import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ended, ROOT, type Ended } from './checkout.ts';

const folder = mkdtempSync(join(tmpdir(), 'gigaramp-package-'));
const root = join(folder, 'package');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { files } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { files: string[] };

/** A model that fails as the engine does: with the engine's own class, or else the command takes it for a crash. */
const OWN_MODEL = `
import { InputError } from 'gigaramp/experiment';
export const scenario: { name: string } = { name: 'mine' };
export const model = {
  name: 'mine',
  version: '1',
  causes: ['none'],
  outputs: () => { throw new InputError('mine: refused, expected it to be'); },
  inputs: () => [],
  run: () => ({ scalars: {} }),
};
`;

/** A model of so many numbers that a run of 40,000 is written by threads. */
const LONG_MODEL = `
const names = Array.from({ length: 60 }, (_, index) => 'n' + index);
const columns = names.map((name) => ({ name, unit: 'day', kind: 'scalar', description: name }));
export const scenario = { name: 'long' };
export const model = {
  name: 'long',
  version: '1',
  causes: ['none'],
  outputs: () => ({ startDate: '2026-01-01', horizonDays: 1, gridDays: [], columns }),
  inputs: () => [],
  run: (simulation, given, streams) => {
    const number = streams.open('none', 'all', 'number').uniform();
    return Object.fromEntries(names.map((name, index) => [name, number * index]));
  },
};
`;

/** `npm pack` without its archive: what package.json lists, with \`dist\` as its build makes it. */
beforeAll(async () => {
  for (const name of ['package.json', ...files.filter((each) => each !== 'dist')])
    cpSync(join(ROOT, name), join(root, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const { exitCode, error } = await ended([join(ROOT, 'bin/buildPackage.js'), join(root, 'dist')]);
  expect(error).toBe('');
  expect(exitCode).toBe(0);
});

const command = async (...words: string[]): Promise<Ended> =>
  await ended([join(root, 'bin/gigaramp.js'), ...words], folder);

describe('the installed package', () => {
  test('runs a scenario in threads to its report, with nothing of a checkout', async () => {
    const scenario = join(root, 'models/scenarios/paper-and-pencil.yaml');
    const { exitCode, out } = await command(
      'run',
      scenario,
      '--replications',
      '3',
      '--out',
      join(folder, 'out'),
    );
    expect(out).toContain('paper-and-pencil: 3 replications');
    expect(exitCode).toBe(0);
    const { run } = JSON.parse(readFileSync(join(folder, 'out/manifest.json'), 'utf8')) as {
      run: { module: string };
    };
    expect(run.module).toBe('gigaramp:dist/models/rollout/rollout.js');
    const { out: replayed } = await command('replay', join(folder, 'out'));
    expect(replayed).toContain('identical');
  });

  test("shares its modules with somebody's own model in TypeScript", async () => {
    writeFileSync(join(root, 'mine.mts'), OWN_MODEL);
    const { exitCode, error } = await command('run', '--model', join(root, 'mine.mts'));
    expect(error).toBe('error: mine: refused, expected it to be\n');
    expect(exitCode).toBe(2);
  });

  test('writes a long table in threads, to the bytes of one', async () => {
    writeFileSync(join(root, 'long.mjs'), LONG_MODEL);
    const written: Buffer[] = [];
    for (const workers of ['1', '2']) {
      const words = ['--model', join(root, 'long.mjs'), '-n', '40000', '-w', workers, '--fresh'];
      const { exitCode, error } = await command('run', ...words, '--out', join(folder, 'long'));
      expect(exitCode, error).toBe(0);
      written.push(readFileSync(join(folder, 'long', 'runs.csv')));
    }
    expect(written[1]!.equals(written[0]!)).toBe(true);
  });

  test('has every door that it names, one engine behind all', async () => {
    const script = join(root, 'doors.mjs');
    writeFileSync(
      script,
      `import { readFileSync } from 'node:fs';
      const { exports } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
      const doors = await Promise.all(Object.keys(exports).map((door) => import(door.replace(/^\\./, 'gigaramp'))));
      const [whole, rollout] = [await import('gigaramp'), await import('gigaramp/rollout')];
      console.log(doors.every((door) => Object.keys(door).length > 2), whole.rolloutScenarioModel.model === rollout.rollout);`,
    );
    expect((await ended([script])).out).toBe('true true\n');
  });

  test('names the licence of every package that is built in', () => {
    const text = readFileSync(join(root, 'dist/third-party-licenses.txt'), 'utf8');
    for (const name of ['apache-arrow', 'zod', 'yaml', 'd3-array', 'seedrandom'])
      expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
  });
});

test("in a checkout too somebody's own model shares its modules with the engine", async () => {
  const path = join(folder, 'mine.mts');
  writeFileSync(path, OWN_MODEL);
  const { exitCode, error } = await ended([join(ROOT, 'bin/gigaramp.js'), 'run', '--model', path], ROOT);
  expect(error).toBe('error: mine: refused, expected it to be\n');
  expect(exitCode).toBe(2);
});
