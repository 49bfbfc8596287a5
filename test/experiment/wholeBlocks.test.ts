import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  basePoint,
  blocksOf,
  defineExperiment,
  memoryStore,
  wholeBlocks,
} from '../../src/experiment/index.ts';
import type { Column, Range } from '../../src/record/index.ts';
import { declaring } from '../fixtures/toy/records.ts';

const columns: Column[] = ['a', 'b'].map((name) => ({ name, kind: 'scalar', unit: '', description: '' }));
const model = declaring({ startDate: '2026-01-01', horizonDays: 10, gridDays: [], columns });
const experiment = defineExperiment({ model, seed: '1', points: [basePoint({}, 'p'), basePoint({}, 'q')] });
const packed = ({ from, to }: Range): Float64Array =>
  Float64Array.from({ length: 2 * (to - from) }, (_, index) => 2 * from + index);

/** A store that notes which blocks it was given. */
function noting() {
  const inner = memoryStore(experiment);
  const written: [string, number, number][] = [];
  const write: typeof inner.write = (point, from, values) => {
    written.push([point, from, from + values.length / 2]);
    inner.write(point, from, values.slice());
  };
  return { store: { ...inner, write }, written };
}

describe('the blocks of a range', () => {
  test('cover it once, and are cut where those of any other range are', () => {
    fc.assert(
      fc.property(
        fc.nat(200_000),
        fc.nat(100_000),
        fc.integer({ min: 1, max: 3000 }),
        (from, size, width) => {
          const range = { from, to: from + size };
          const layout = { width, fields: [] };
          const blocks = blocksOf(range, layout);
          let next = from;
          for (const block of blocks) {
            expect(block.from).toBe(next);
            next = block.to;
          }
          expect(next).toBe(range.to);
          const all = new Set(blocksOf({ from: 0, to: 400_000 }, layout).map((block) => block.to));
          expect(blocks.slice(0, -1).every((block) => all.has(block.to))).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('are long where records are narrow, and 8 MB where they are wide', () => {
    const longest = (width: number): number =>
      blocksOf({ from: 0, to: 20_000 }, { width, fields: [] })[0]!.to;
    expect(longest(20)).toBe(10_000);
    expect(longest(1500)).toBe(666);
    expect(longest(2e6)).toBe(1);
  });
});

describe('a store of whole blocks', () => {
  const blocks = [
    [
      { from: 0, to: 4 },
      { from: 4, to: 6 },
    ],
    [{ from: 2, to: 5 }],
  ];
  const parts: [string, Range][] = [
    ['p', { from: 2, to: 4 }],
    ['q', { from: 4, to: 5 }],
    ['p', { from: 4, to: 5 }],
    ['p', { from: 0, to: 2 }],
    ['q', { from: 2, to: 4 }],
    ['p', { from: 5, to: 6 }],
  ];

  test('writes each when all its parts are there, in whatever order they come', () => {
    const { store, written } = noting();
    const whole = wholeBlocks(store, experiment.points, blocks);
    for (const [point, range] of parts) whole.write(point, range.from, packed(range));
    whole.flush();
    expect(written).toEqual([
      ['p', 0, 4],
      ['q', 2, 5],
      ['p', 4, 6],
    ]);
    expect(store.missing('p', 6)).toEqual([]);
  });

  test('keeps what there is of the others when it is over', () => {
    const { store, written } = noting();
    const whole = wholeBlocks(store, experiment.points, blocks);
    for (const range of [
      { from: 3, to: 4 },
      { from: 0, to: 1 },
      { from: 1, to: 2 },
    ]) {
      whole.write('p', range.from, packed(range));
    }
    expect(written).toEqual([]);
    whole.flush();
    expect(written).toEqual([
      ['p', 0, 2],
      ['p', 3, 4],
    ]);
    expect(store.missing('p', 4)).toEqual([{ from: 2, to: 3 }]);
  });
});
