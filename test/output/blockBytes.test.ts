import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockWriter } from '../../src/output/blockBytes.ts';
import { csvText } from '../../src/output/csvText.ts';
import type { Cell, Table } from '../../src/output/index.ts';
import { cellsOf, type BlockColumn, type RowBlock } from '../../src/output/rowBlock.ts';

const ROWS = 3;

const tableOf = (rows: readonly (readonly Cell[])[]): Table => ({
  name: 'table',
  description: '',
  fields: [],
  rows: () => rows,
});

const inEachRow = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.array(arbitrary, { minLength: ROWS, maxLength: ROWS });

const text = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '=', '1'), maxLength: 4 });

const column: fc.Arbitrary<BlockColumn> = fc.oneof(
  fc.record({
    kind: fc.constant('same' as const),
    cell: fc.oneof(text, fc.double(), fc.constant(undefined)),
  }),
  fc.record({ kind: fc.constant('count' as const), from: fc.nat() }),
  inEachRow(fc.double()).map((values) => ({ kind: 'number', values: Float64Array.from(values) }) as const),
  inEachRow(fc.oneof(fc.double({ min: -1e6, max: 1e6 }), fc.constantFrom(Infinity, -0, NaN))).map(
    (days) => ({ kind: 'date', days: Float64Array.from(days), startDate: '2026-02-28' }) as const,
  ),
  fc.record({
    kind: fc.constant('choice' as const),
    texts: fc.array(text, { minLength: 2, maxLength: 2 }),
    chosen: inEachRow(fc.nat(1)).map((chosen) => Uint8Array.from(chosen)),
  }),
);

const block: fc.Arbitrary<RowBlock> = fc
  .array(column, { minLength: 1, maxLength: 6 })
  .map((columns) => ({ rows: ROWS, columns }));

test('a block of rows is written, byte for byte, as its rows one by one, into a buffer of its own or a given one', () => {
  const write = blockWriter();
  fc.assert(
    fc.property(block, fc.nat(300), (given, length) => {
      // Without columns the header is an empty line.
      const expected = csvText(tableOf([...cellsOf(given)])).slice(1);
      expect(new TextDecoder().decode(write(given))).toBe(expected);
      expect(new TextDecoder().decode(write(given, new ArrayBuffer(length)))).toBe(expected);
    }),
    { seed: 11, numRuns: 1000 },
  );
});
