import { expect, test } from 'vitest';
import { givenText } from '../../src/refusal/index.ts';

test.each<[unknown, string]>([
  [Promise.resolve(1), 'a promise'],
  [(function* () {})(), 'a generator'],
  [(async function* () {})(), 'an async generator'],
  [{ next: () => 1 }, 'an object'],
  ['1', '"1"'],
])('what a function gave is named: %s as %s', (value, words) => {
  expect(givenText(value)).toBe(words);
});
