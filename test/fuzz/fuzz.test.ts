import { expect, test } from 'vitest';
import { fuzz } from './fuzz.ts';

const count = process.env['GIGARAMP_FULL'] === undefined ? 500 : 20_000;

test(`${count} mutants of shipped scenarios each run within bounds or are refused with a position`, async () => {
  const { ran, refused, findings } = await fuzz({ seed: 'test', count });
  expect(findings).toEqual([]);
  expect(ran + refused).toBe(count);
  // Neither kind is so rare that it is not tried.
  expect(Math.min(ran, refused)).toBeGreaterThan(count / 20);
}, 3_600_000);
