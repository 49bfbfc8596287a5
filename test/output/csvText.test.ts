import fc from 'fast-check';
import { writeToString } from 'fast-csv';
import { expect, test } from 'vitest';
import { csvText, formatCell, type Cell } from '../../src/output/index.ts';

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    'null',
    'true',
    'annulled',
    'a,null',
    ',true,',
    '"',
    '\\',
    '\n',
    '|',
    '\ud800',
    'é',
    '=1+1',
    '😀',
  ),
);
const number = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom(-0, 1e21, 1e-7, 0.1, NaN, Infinity, -Infinity, 5e-324),
);
const cell: fc.Arbitrary<Cell> = fc.oneof(text, number, fc.constant(undefined));
const rowsOf = (cells: fc.Arbitrary<Cell>): fc.Arbitrary<Cell[][]> =>
  fc
    .integer({ min: 1, max: 6 })
    .chain((width) => fc.array(fc.array(cells, { minLength: width, maxLength: width })));

/** What a library of the trade writes. */
async function reference(rows: readonly (readonly Cell[])[]): Promise<string> {
  return await writeToString(
    rows.map((row) => row.map(formatCell)),
    { includeEndRowDelimiter: rows.length > 0 },
  );
}

test('rows of any cells are what a CSV library writes of their texts', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(rowsOf(cell), rowsOf(number), rowsOf(fc.oneof(number, fc.constantFrom('base', '')))),
      async (rows) => {
        // As bytes: half of a surrogate pair has none of its own.
        expect(Buffer.from([...csvText(rows)].join('')).toString()).toBe(await reference(rows));
      },
    ),
    { numRuns: 500 },
  );
});

test('many rows are the lines of each of them', () => {
  const rows = Array.from({ length: 5000 }, (_, row): Cell[] => [
    row % 700 === 0 ? 'a "b"' : 'base',
    row,
    row % 3 === 0 ? undefined : row / 7,
    row % 5 === 0 ? Infinity : -row / 3,
  ]);
  const lines = rows.map((row) => [...csvText([row])].join(''));
  expect([...csvText(rows)].join('')).toBe(lines.join(''));
});
