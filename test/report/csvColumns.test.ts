import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { Table } from '../../src/output/index.ts';
import { csvText } from '../../src/output/csvText.ts';
import { csvColumns } from '../../src/report/csvColumns.ts';
import { csvRows } from '../../src/report/csvRows.ts';

const folder = mkdtempSync(join(tmpdir(), 'gigaramp-columns-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'runs.csv');

test('some columns of a file are those that the reader of whole files finds in it', async () => {
  const cell = fc.oneof(
    fc.double({ noNaN: true }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('a"b', 'a\nb', ',', '=1'),
  );
  const grid = fc
    // A row of one empty cell is an empty line, which is none to the other.
    .integer({ min: 2, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
    );
  await fc.assert(
    fc.asyncProperty(grid, async (cells) => {
      const names = cells[0]!.map((_, index) => `column${index}`);
      const table: Table = {
        name: 'runs',
        description: 'runs',
        fields: names.map((name) => ({ name, type: 'string', description: name })),
        rows: () => cells,
      };
      const text = csvText(table);
      writeFileSync(path, text);
      const { head, rows } = await csvRows(text);
      expect(csvColumns(path, () => new Set(names))).toEqual({ head, names, rows });
      const last = names.at(-1)!;
      expect(csvColumns(path, () => new Set([last]))).toEqual({
        head,
        names: [last],
        rows: rows.map((row) => [row.at(-1)]),
      });
    }),
    { seed: 7, numRuns: 200 },
  );
});
