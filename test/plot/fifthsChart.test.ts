import { expect, test } from 'vitest';
import { fifthsChart } from '../../src/plot/index.ts';
import { document } from './samples.ts';
import { expectSound } from './sound.ts';

const byChance = { low: 3, high: 13 };
const draw = (fifths: readonly number[], width?: number) =>
  fifthsChart({ document, fifths, byChance, width });

test('the finding is the fifth farthest beyond chance, else that chance explains them all', () => {
  expect(draw([13, 5, 6, 4, 10]).title).toBe(
    'Each fifth of the forecasts holds 4 to 13 of 38 campuses: no fewer and no more than chance explains',
  );
  expect(draw([18, 2, 5, 3, 10]).title).toBe(
    'The earliest fifth of the forecasts holds 18 of 38 campuses, where chance explains 3 to 13',
  );
  expect(draw([9, 10, 0, 9, 10]).title).toBe(
    'The middle fifth of the forecasts holds 0 of 38 campuses, where chance explains 3 to 13',
  );
});

test('who does not see it reads every count, what is expected and what chance gives', () => {
  expect(draw([13, 5, 6, 4, 10]).alternative).toBe(
    'Campuses by the part of their forecast in which they came, 38 in all; 7.6 are expected in each fifth, 3 to 13 by chance. Earliest fifth: 13. Second fifth: 5. Middle fifth: 6. Fourth fifth: 4. Latest fifth: 10.',
  );
});

test('all in one fifth, one campus, and many at every width', () => {
  for (const width of [240, 344, 800])
    for (const fifths of [
      [38, 0, 0, 0, 0],
      [0, 0, 1, 0, 0],
      [9000, 11000, 10000, 10000, 10000],
    ])
      expectSound(draw(fifths, width));
});

test('other than five counts, and no campus, are refused', () => {
  expect(() => draw([1, 2])).toThrow('fifths: 2 counts, expected five');
  expect(() => draw([0, 0, 0, 0, 0])).toThrow('fifths: no campus, expected at least one');
});
