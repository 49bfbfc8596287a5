import { expect, test } from 'vitest';
import { missingGlyphs } from '../../src/page/index.ts';

test('a character that no font can have is missing once, Latin letters and what charts write are not', () => {
  expect(missingGlyphs('Tokyo – “P90” … \u{f0000}\u{f0000}')).toEqual(['\u{f0000}']);
  expect(missingGlyphs('')).toEqual([]);
});
