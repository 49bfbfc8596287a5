import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandLine } from '../fixtures/toy/console.ts';
import { copiesIn, editJson } from '../results/copies.ts';

const place = mkdtempSync(join(tmpdir(), 'gigaramp-bad-folder-'));
const original = join(place, 'original');
const ACTUAL = ['--actual', 'all=2026-12-01'];
beforeAll(async () => {
  expect((await commandLine('run', '-n', '6', '-w', '1', '--out', original)).exitCode).toBe(0);
  writeFileSync(join(place, 'file'), 'text');
});
afterAll(() => rmSync(place, { recursive: true }));

const copyOf = copiesIn(place);
const copy = (): string => copyOf(original);

const COMMANDS: Record<string, (folder: string) => string[]> = {
  replay: (folder) => ['replay', folder, '-w', '1'],
  report: (folder) => ['report', folder],
  score: (folder) => ['score', folder, ...ACTUAL],
  merge: (folder) => ['merge', folder],
  run: (folder) => ['run', '-n', '6', '-w', '1', '--out', folder],
};

/** One line that names the path, and exit code 2. */
async function refusal(command: string, folder: string): Promise<string> {
  const { exitCode, error } = await commandLine(...COMMANDS[command]!(folder));
  const lines = error.split('\n').filter((line) => line.startsWith('error: '));
  expect({ exitCode, lines: lines.length, error }).toEqual({ exitCode: 2, lines: 1, error });
  return lines[0]!.replaceAll(place, 'PLACE');
}

describe('a command that reads a folder of results says in one line what stands where', () => {
  test.each(['replay', 'report', 'score', 'merge'])('%s of a file', async (command) => {
    expect(await refusal(command, join(place, 'file'))).toBe(
      'error: PLACE/file: a file, expected the folder of a run',
    );
  });

  test.each([
    ['records', 'replay'],
    ['records', 'run'],
    ['records/point-base', 'replay'],
    ['records/point-base', 'run'],
    ['shards', 'merge'],
  ])('a file in the place of %s, to %s', async (name, command) => {
    const folder = copy();
    rmSync(join(folder, name), { recursive: true, force: true });
    writeFileSync(join(folder, name), '');
    expect(await refusal(command, folder)).toBe(
      `error: PLACE/${basename(folder)}/${name}: a file, expected a folder`,
    );
  });

  test('a folder in the place of runs.csv, to score', async () => {
    const folder = copy();
    rmSync(join(folder, 'runs.csv'));
    mkdirSync(join(folder, 'runs.csv'));
    expect(await refusal('score', folder)).toMatch(/runs\.csv: a folder, expected a file$/);
  });

  test.each([
    ['runs.csv', ['report', 'score', 'run']],
    ['manifest.json', ['replay', 'report', 'score', 'run']],
    ['datapackage.json', ['replay', 'report', 'run']],
    ['report.html', ['report', 'run']],
    ['records', ['replay', 'run']],
    ['records/experiment.json', ['replay', 'run']],
    ['records/node-major.txt', ['replay', 'run']],
    ['records/point-base', ['replay', 'run']],
    ['records/point-base/block-0-3.arrow', ['replay', 'run']],
    ['shards', ['merge']],
  ])('a link in a circle in the place of %s', async (name, commands) => {
    const folder = copy();
    rmSync(join(folder, name), { recursive: true, force: true });
    symlinkSync(basename(name), join(folder, name));
    for (const command of commands)
      expect(await refusal(command, folder)).toMatch(
        /^error: PLACE\/copy-\d+\/.*: cannot be read \(its links lead in a circle\), expected /,
      );
  });
});

describe('score looks at what it scores', () => {
  const spoilt = async (change: (rows: string[]) => string[]): Promise<string> => {
    const folder = copy();
    const path = join(folder, 'runs.csv');
    const [head, ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n');
    writeFileSync(path, `${[head!, ...change(rows)].join('\n')}\n`);
    return await refusal('score', folder);
  };
  const column = (name: string): number =>
    readFileSync(join(original, 'runs.csv'), 'utf8').split('\n')[0]!.split(',').indexOf(name);
  const setCell = (row: number, name: string, cell: string) => (rows: string[]) =>
    rows.map((line, index) => (index === row ? line.split(',').with(column(name), cell).join(',') : line));

  test('a cell that is no date: file, row and column, not the option', async () => {
    expect(await spoilt(setCell(2, 'all_date', '2026-13-40'))).toMatch(
      /runs\.csv: row 3: all_date is "2026-13-40", expected a date, or nothing where it was not reached$/,
    );
  });

  test('a date before the start', async () => {
    expect(await spoilt(setCell(0, 'all_date', '1999-01-01'))).toMatch(
      /runs\.csv: row 1: all_date is "1999-01-01", expected a date from the start \d{4}-\d\d-\d\d on$/,
    );
  });

  test('a replication that is no number, or there twice', async () => {
    expect(await spoilt(setCell(1, 'replication', 'two'))).toMatch(
      /runs\.csv: row 2: replication is "two", expected a whole number from 0$/,
    );
    expect(await spoilt((rows) => [...rows, rows[0]!])).toMatch(
      /runs\.csv: row 7: replication is "0", expected each replication of a point once$/,
    );
  });

  test('rows that were taken out: the hash of the manifest', async () => {
    expect(await spoilt((rows) => rows.slice(1))).toMatch(
      /runs\.csv: not what manifest\.json says \(its SHA-256 differs\), expected what the run wrote$/,
    );
  });

  test('a date that came before the as-of date, to score', async () => {
    const folder = copy();
    editJson(folder, 'manifest.json', (manifest) => ({ ...manifest, asOf: '2026-12-15' }));
    expect(await refusal('score', folder)).toMatch(
      /actual \S+: [\d-]+, expected a date from the as-of date 2026-12-15 on: nothing before it was forecast$/,
    );
  });

  test('a date that came before the start', async () => {
    const { exitCode, error } = await commandLine('score', original, '--actual', 'all=1999-01-01');
    expect(exitCode).toBe(2);
    expect(error).toMatch(
      /^error: actual all: 1999-01-01, expected a date from the start \d{4}-\d\d-\d\d on/,
    );
  });
});
