import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'gigaramp-quick-'));
afterAll(() => rmSync(folder, { recursive: true }));

const experiments = readdirSync(join(root, 'experiments'))
  .filter((name) => /^\d\d-.*\.ts$/.test(name))
  .map((name) => basename(name, '.ts'));
const isFull = process.env['GIGARAMP_FULL'] === '1';
/** At full size all; else one of each kind, for starting a script takes longer than what it runs. */
const USUAL = ['00', '01', '09', '15', '17'];
const committed = experiments
  .filter((name) => isFull || USUAL.includes(name.slice(0, 2)))
  .filter((name) => existsSync(join(root, 'results', name, 'manifest.json')));

describe('the committed results', () => {
  test('are there for the baseline at least', () => expect(committed).toContain('01-baseline'));

  test.concurrent.for(committed)(
    'of %s are what its quick mode writes today',
    async (name, { expect: check }) => {
      const out = join(folder, name);
      const script = join(root, 'experiments', `${name}.ts`);
      await promisify(execFile)(process.execPath, ['--import', 'tsx', script, '--quick', '--out', out], {
        cwd: root,
      });
      const expected = join(root, 'results', name);
      const tables = csvFiles(expected);
      check(csvFiles(out)).toEqual(tables);
      const sameNode = nodeMajor(expected) === process.versions.node.split('.')[0];
      for (const table of tables) {
        const [before, now] = [expected, out].map((place) => readFileSync(join(place, table), 'utf8'));
        if (sameNode) check(now === before, `${table}: other bytes than committed`).toBe(true);
        else check(firstUnequal(before, now), table).toBeUndefined();
      }
    },
  );
});

/** Paths of all tables below a folder. */
function csvFiles(place: string): string[] {
  const files = readdirSync(place, { recursive: true, encoding: 'utf8' });
  return files.filter((path) => path.endsWith('.csv')).sort();
}

function nodeMajor(place: string): string {
  const { run } = JSON.parse(readFileSync(join(place, 'manifest.json'), 'utf8')) as { run: { node: string } };
  return run.node.replace(/^v/, '').split('.')[0];
}

/** The first pair of cells that are neither the same text nor numbers within 1e-9 of each other. */
function firstUnequal(before: string, now: string): [string, string] | undefined {
  const [first, second] = [before, now].map((text) => text.split(/[,\n]/));
  const place = first.findIndex((cell, index) => {
    const [a, b] = [Number(cell), Number(second[index])];
    return cell !== second[index] && !(Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)));
  });
  return place < 0 && first.length === second.length ? undefined : [first[place], second[place]];
}
