import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandLine } from '../fixtures/toy/console.ts';

const place = mkdtempSync(join(tmpdir(), 'gigaramp-held-'));
const original = join(place, 'original');
const model = ['--model', new URL('../fixtures/dueModel.ts', import.meta.url).pathname, '-w', '1'];
beforeAll(async () => {
  expect((await commandLine('run', '-n', '40', ...model, '--out', original)).exitCode).toBe(0);
});
afterAll(() => rmSync(place, { recursive: true }));

let copies = 0;
function copy(): string {
  const folder = join(place, `copy-${copies++}`);
  cpSync(original, folder, { recursive: true });
  return folder;
}

/** The first block of the first point that holds an input. */
function blockOf(folder: string): string {
  const inputs = join(folder, 'inputs');
  const point = join(
    inputs,
    readdirSync(inputs).find((name) => name.startsWith('point-'))!,
  );
  return join(point, readdirSync(point)[0]!);
}

const replay = async (folder: string) => await commandLine('replay', folder, ...model);

describe('replay looks at the records with one input held', () => {
  test('which a run keeps under inputs/, and which are identical where nothing was changed', async () => {
    const { exitCode, out } = await replay(original);
    expect([exitCode, out.trim()]).toEqual([0, `${original}: 40 replications a point, identical`]);
  });

  test('and names a damaged file of them, and how many there are', async () => {
    const folder = copy();
    const path = blockOf(folder);
    truncateSync(path, 0);
    const { exitCode, out } = await replay(folder);
    expect(exitCode).toBe(1);
    expect(out).toContain(`${path}: damaged, not compared`);
    expect(out).toMatch(
      /^inputs: [0-3] whole replications a held input, expected 4 as manifest\.json says$/m,
    );
  });

  test('and says where one of them differs', async () => {
    const folder = copy();
    const points = readdirSync(join(folder, 'inputs')).filter((name) => name.startsWith('point-'));
    const [first, second] = points.map((point) => join(folder, 'inputs', point));
    // A record of the wrong value, in a block that is whole: the last double of the file's body is turned by one bit.
    const path = join(first!, readdirSync(first!)[0]!);
    const bytes = readFileSync(path);
    const other = readFileSync(join(second!, readdirSync(second!)[0]!));
    const at = bytes.findIndex((byte, i) => i > bytes.length / 3 && byte !== other[i]);
    expect(at).toBeGreaterThan(0);
    bytes[at]! ^= 1;
    writeFileSync(path, bytes);
    const { exitCode, out } = await replay(folder);
    expect(exitCode).toBe(1);
    expect(out).toMatch(
      /first differs in replication \d+ of point pace at 0\.[19]: done recorded|damaged, not compared/,
    );
  });

  test('and says that they are of another experiment, or gone', async () => {
    const folder = copy();
    const path = join(folder, 'inputs', 'experiment.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"seed":"1"', '"seed":"2"'));
    const other = await replay(folder);
    expect(other.exitCode).toBe(1);
    expect(other.out).toContain('inputs: of another experiment than the records');
    rmSync(join(folder, 'inputs'), { recursive: true });
    const none = await replay(folder);
    expect(none.exitCode).toBe(1);
    expect(none.out).toContain('inputs: no records, expected those of inputs.csv');
  });
});
