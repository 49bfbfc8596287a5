import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commandLine } from '../fixtures/toy/console.ts';
import { csvHashes, filesOf } from '../fixtures/toy/folder.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gigaramp-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string): string => join(folder, name);
const run = (out: string, ...more: string[]) =>
  commandLine('run', '--out', at(out), '--workers', '1', ...more);

describe('gigaramp run', () => {
  test('writes the same bytes for 1, 2 and 4 workers', async () => {
    for (const workers of ['1', '2', '4']) {
      const { exitCode } = await commandLine('run', '-o', at(workers), '-w', workers, '-n', '60');
      expect(exitCode).toBe(0);
    }
    const hashes = csvHashes(at('1'));
    expect(Object.keys(hashes)).toEqual(expect.arrayContaining(['fan.csv', 'milestones.csv', 'runs.csv']));
    expect(csvHashes(at('2'))).toEqual(hashes);
    expect(csvHashes(at('4'))).toEqual(hashes);
  });

  test('extends a run to the bytes of one that was longer from the start', async () => {
    await run('short', '-n', '25');
    const { error } = await run('short', '-n', '60');
    expect(error).toContain('found 25 finished replications');
    await run('long', '-n', '60');
    expect(csvHashes(at('short'))).toEqual(csvHashes(at('long')));
    await run('short', '-n', '25');
    await run('other', '-n', '25');
    expect(csvHashes(at('short'))).toEqual(csvHashes(at('other')));
  });

  test('runs a torn block again, and says so', async () => {
    await run('whole', '-n', '40');
    const hashes = csvHashes(at('whole'));
    const block = filesOf(at('whole')).find((name) => name.endsWith('.arrow')) ?? '';
    truncateSync(join(at('whole'), block), 300);
    const { exitCode, error } = await run('whole', '-n', '40');
    expect(exitCode).toBe(0);
    expect(error).toMatch(/dropped .*block-\d+-\d+\.arrow: torn or damaged/);
    expect(csvHashes(at('whole'))).toEqual(hashes);
  });

  test('refuses a folder with another experiment, until --fresh', async () => {
    await run('a', '-n', '20');
    const hashes = csvHashes(at('a'));
    const refused = await run('a', '-n', '20', '--seed', '2');
    expect(refused.exitCode).toBe(2);
    expect(refused.error).toMatch(
      /^error: .*holds another experiment \(not the same: seed\); run with --fresh .*\n$/,
    );
    expect(csvHashes(at('a'))).toEqual(hashes);
    expect((await run('a', '-n', '20', '--seed', '2', '--fresh')).exitCode).toBe(0);
    expect(csvHashes(at('a'))).not.toEqual(hashes);
  });

  test('names all that it wrote into its folder, and nothing else', async () => {
    const { out } = await run('a', '-n', '20');
    const [, listed = ''] = /^Files in \S+:\s([^]*)$/m.exec(out) ?? [];
    const names = readdirSync(at('a'), { withFileTypes: true }).map((entry) =>
      entry.isDirectory() ? `${entry.name}/` : entry.name,
    );
    expect(listed.trim().split(/,\s+/).sort()).toEqual(names.sort());
    const json = JSON.parse((await run('a', '-n', '20', '--json')).out) as { files: string[] };
    expect(json.files.toSorted()).toEqual(names.filter((name) => !name.endsWith('/')));
  });

  test('with --json prints one JSON value, with the milestones by column name', async () => {
    const { out } = await run('a', '-n', '40', '--json');
    const result = JSON.parse(out) as {
      milestones: object[];
      files: string[];
      ran: number;
      experiment: string;
    };
    expect(result.ran).toBe(40);
    expect(result.files).toContain('runs.csv');
    expect(result.milestones[0]).toMatchObject({ milestone: 'all', gpus: 5, reached: 1 });
    const [, ...cells] = readFileSync(join(at('a'), 'milestones.csv'), 'utf8')
      .split('\n')[1]
      .split(',');
    expect(
      Object.values(result.milestones[0])
        .slice(1)
        .map((value) => String(value ?? '')),
    ).toEqual(cells);
    const manifest = JSON.parse(readFileSync(join(at('a'), 'manifest.json'), 'utf8')) as {
      experiment: string;
    };
    expect(manifest.experiment).toBe(result.experiment);
  });

  test('prints plain lines without colours or cursor movements when piped', async () => {
    const { out, error } = await run('a', '-n', '40');
    expect(error).toMatch(/^\d+\/40 replications(?:, (?:\d+ (?:second|minute)s? ?)+left)?\n/);
    expect(error).toContain('40/40 replications\n');
    // oxlint-disable-next-line no-control-regex
    expect(out + error).not.toMatch(/\u001b/);
    expect(out).toMatch(/5 GPUs\n[^]* 2026-\d\d-\d\d [^]* 100.0 %/);
  });

  test('says in one line in which replication a model failed, keeps what was finished, and exits with 1', async () => {
    const file = at('failing.mts');
    const toy = fileURLToPath(new URL('../fixtures/toy/model.ts', import.meta.url));
    writeFileSync(
      file,
      `import { model as toy, scenario as base } from ${JSON.stringify(toy)};
       export const model = toy;
       export const scenario = { ...base, failsBefore: 55 };`,
    );
    const { exitCode, error } = await run('a', '-n', '80', '--model', file);
    expect(exitCode).toBe(1);
    expect(error).toMatch(
      /^error: replication \d+ of point base: first line: day [\d.]+, expected at least 55$/m,
    );
    expect(error).not.toMatch(/^ +at /m);
    expect(filesOf(at('a')).some((name) => name.endsWith('.csv'))).toBe(false);
  });

  test('takes a scenario file, whose content is in the experiment id', async () => {
    const text = 'lines: 3\ndays: [20 to 40 days, 30 to 60 days, 2 weeks]\n';
    writeFileSync(at('small.yaml'), text);
    const first = await run('a', at('small.yaml'), '-n', '20');
    expect(first.exitCode).toBe(0);
    expect(readFileSync(join(at('a'), 'assumptions.csv'), 'utf8')).toContain('20 to 40 days');
    writeFileSync(at('small.yaml'), `# a remark\n${text}`);
    expect((await run('a', at('small.yaml'), '-n', '20')).error).toContain('(not the same: files)');
  });
});

describe('gigaramp replay', () => {
  test('refuses a replication that the folder does not have', async () => {
    await run('a', '-n', '30');
    const { exitCode, error } = await commandLine('replay', at('a'), '--replication', '100000');
    expect(exitCode).toBe(2);
    expect(error).toContain('replication: 100000, expected one of those recorded, 0 to 29');
  });

  test('says identical, for all and for one, and where records differ', async () => {
    await run('a', '-n', '30');
    const all = await commandLine('replay', at('a'), '-w', '1');
    expect(all).toMatchObject({ exitCode: 0, out: `${at('a')}: 30 replications a point, identical\n` });
    const one = await commandLine('replay', at('a'), '--point', 'base', '--replication', '7');
    expect(one.out).toMatch(
      /^day of the first line: \d+ days\n5 GPUs: \S+\nThis is one replication (.*\n)+replication 7 of point base: identical to its record\n$/,
    );
    writeFileSync(join(at('a'), 'fan.csv'), 'changed');
    const changed = await commandLine('replay', at('a'), '-w', '1');
    expect(changed.exitCode).toBe(1);
    expect(changed.out).toContain('fan.csv: not what the manifest says');
  });
});

test('the supply chain of one’s own in the experiments can be given as a model, and is not run by being loaded', async () => {
  const before = readFileSync('results/00-own-model/manifest.json', 'utf8');
  const { exitCode, out } = await commandLine(
    'run',
    '--model',
    'experiments/00-own-model.ts',
    '-n',
    '20',
    '-w',
    '1',
    '-o',
    at('wind-farm'),
  );
  expect(exitCode).toBe(0);
  expect(out).toContain('wind-farm: 20 replications, seed 1');
  expect(readFileSync('results/00-own-model/manifest.json', 'utf8')).toBe(before);
});
