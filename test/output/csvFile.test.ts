import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeCsv, writeResults, type Cell, type Table } from '../../src/output/index.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gigaramp-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const tableOf = (rows: Iterable<readonly Cell[]>, name = 't'): Table => ({
  name,
  description: 'test',
  fields: ['a', 'b'].map((field) => ({ name: field, type: 'number', description: field })),
  rows: () => rows,
});

async function written(rows: Iterable<readonly Cell[]>): Promise<string> {
  await writeCsv(join(folder, 't.csv'), tableOf(rows));
  return readFileSync(join(folder, 't.csv'), 'utf8');
}

function* failing(): Generator<readonly Cell[]> {
  for (let row = 0; row < 10_000; row++) yield [row, row];
  throw new Error('row: torn');
}

describe('a CSV file', () => {
  test('has one header line and a final line end, also without rows', async () => {
    expect(await written([])).toBe('a,b\n');
    expect(await written([[1, undefined]])).toBe('a,b\n1,\n');
  });

  test('quotes what needs it', async () => {
    expect(await written([['x,y', 'say "no"\nnow']])).toBe('a,b\n"x,y","say ""no""\nnow"\n');
    expect(await written([['x|y', 'x\ry']])).toBe('a,b\n"x|y","x\ry"\n');
    expect(await written([['x y', 'x\0;y']])).toBe('a,b\nx y,x;y\n');
  });

  test('holds as many rows as it is given', async () => {
    const rows = Array.from({ length: 50_000 }, (_, row) => [row, row / 3]);
    const lines = (await written(rows)).split('\n');
    expect(lines).toHaveLength(50_002);
    expect(lines[50_000]).toBe(`49999,${49_999 / 3}`);
  });

  test('is not there when its rows fail, nor is a part of it', async () => {
    await expect(writeCsv(join(folder, 't.csv'), tableOf(failing()))).rejects.toThrow('row: torn');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is refused by a folder that does not exist', async () => {
    await expect(writeCsv(join(folder, 'none', 't.csv'), tableOf([]))).rejects.toThrow('ENOENT');
  });
});

describe('the files of a run', () => {
  test('stay as they were when one of the new ones fails', async () => {
    await writeResults({ folder, name: 'x', tables: [tableOf([[1, 2]], 'first'), tableOf([], 'second')] });
    const before = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
    const again = writeResults({
      folder,
      name: 'x',
      tables: [tableOf([[3, 4]], 'first'), tableOf(failing(), 'second')],
    });
    await expect(again).rejects.toThrow('row: torn');
    expect(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')])).toEqual(
      before,
    );
  });
});
