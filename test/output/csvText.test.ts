import { writeToString } from 'fast-csv';
import fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { formatCell } from '../../src/output/cell.ts';
import { csvText } from '../../src/output/csvText.ts';
import { writeCsv, type Cell, type Table } from '../../src/output/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'gigaramp-csv-text-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tableOf = (names: readonly string[], rows: readonly (readonly Cell[])[]): Table => ({
  name: 'table',
  description: '',
  fields: names.map((name) => ({ name, type: 'string', description: '' })),
  rows: () => rows,
});

test('a table as text is, byte for byte, the file that is written, and what fast-csv writes', async () => {
  const letters = fc.string({
    unit: fc.constantFrom('a', 'é', '"', ',', '|', "'", '\n', '\r', '\0', ';', ' ', '=', '-', '1'),
    maxLength: 6,
  });
  const cell = fc.oneof(letters, fc.double(), fc.constant(undefined));
  const path = join(folder, 'table.csv');
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(letters, { minLength: 2, maxLength: 3 }),
      fc.array(fc.tuple(cell, cell), { maxLength: 4 }),
      async (names, rows) => {
        const table = tableOf(names.slice(0, 2), rows);
        await writeCsv(path, table);
        expect(csvText(table)).toBe(readFileSync(path, 'utf8'));
        const cells = [names.slice(0, 2), ...rows].map((row) => row.map(formatCell));
        expect(csvText(table)).toBe(await writeToString(cells, { includeEndRowDelimiter: true }));
      },
    ),
    { seed: 7, numRuns: 200 },
  );
});
