import { expect, test } from 'vitest';
import { lightest } from '../../src/explain/lightest.ts';

test('the first of an order up to a part of them, by number where all count alike', () => {
  expect(lightest([4, 3, 2, 1, 0], 0.4, undefined)).toEqual([4, 3]);
  expect(lightest([4, 3, 2, 1, 0], 0.39, undefined)).toEqual([4]);
  const all = Array.from({ length: 1000 }, (_, i) => i);
  for (const part of [0.1, 0.2, 0.3, 0.7]) {
    expect(lightest(all, part, undefined)).toHaveLength(Math.round(1000 * part));
    expect(lightest(all, part, new Float64Array(1000).fill(0.3))).toHaveLength(Math.round(1000 * part));
  }
});

test('by weight where they do not, what has none going along', () => {
  expect(lightest([0, 1, 2, 3], 0.5, [1, 0, 1, 2])).toEqual([0, 1, 2]);
  expect(lightest([3, 0, 1, 2], 0.4, [1, 0, 1, 2])).toEqual([]);
});
