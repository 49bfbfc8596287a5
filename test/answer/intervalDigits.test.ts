import { expect, test } from 'vitest';
import { intervalDigits } from '../../src/answer/index.ts';

test.each([
  [120, 0],
  [12, 0],
  [9, 1],
  [0.5, 2],
  [0.012, 3],
  [1e-12, 6],
  [0, undefined],
])('an interval %d wide shows %s digits after the point', (span, digits) => {
  expect(intervalDigits(span)).toBe(digits);
});
