import { expect, test } from 'vitest';
import { inColumns } from '../../src/plot/inColumns.ts';
import { document } from './samples.ts';

const plots = Array.from({ length: 3 }, () => document.createElement('svg'));
const placesIn = (columns: number): (number | undefined)[][] =>
  inColumns(plots, { columns, width: 300, height: 200, gap: 20 }).map(({ x, y }) => [x, y]);

test('two columns fill row by row from the left', () => {
  expect(placesIn(2)).toEqual([
    [0, 0],
    [320, 0],
    [0, 220],
  ]);
});

test('one column stands panel below panel', () => {
  expect(placesIn(1)).toEqual([
    [0, 0],
    [0, 220],
    [0, 440],
  ]);
});
