import { expect, test } from 'vitest';
import { rulePath } from '../../src/plot/ruleParts.ts';

const RULE = { x: 5, top: 0, bottom: 50 };
const word = { left: 0, right: 10, top: 20, bottom: 30 };

test('a rule is whole where no word is in its way', () => {
  expect(rulePath(RULE, [])).toBe('M5.0,0.0V50.0');
  expect(rulePath(RULE, [{ ...word, left: 8, right: 20 }])).toBe('M5.0,0.0V50.0');
});

test('a rule ends above a word and goes on below it', () => {
  expect(rulePath(RULE, [word])).toBe('M5.0,0.0V18.0M5.0,32.0V50.0');
});

test('a rule leaves out words that touch, in whatever order, and those at its ends', () => {
  const next = { ...word, top: 29, bottom: 40 };
  expect(rulePath(RULE, [next, word])).toBe('M5.0,0.0V18.0M5.0,42.0V50.0');
  expect(rulePath(RULE, [{ ...word, top: -5, bottom: 6 }])).toBe('M5.0,8.0V50.0');
  expect(rulePath(RULE, [{ ...word, top: 45, bottom: 60 }])).toBe('M5.0,0.0V43.0');
});
