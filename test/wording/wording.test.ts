import { describe, expect, test } from 'vitest';
import {
  countText,
  durationText,
  listText,
  nameInWords,
  percentileName,
  roundedText,
  upperFirst,
  wholeText,
} from '../../src/wording/index.ts';

describe('counts', () => {
  test('have their thousands apart, and one thing is no several', () => {
    expect([1, 2, 0, 1000, 1_234_567].map((count) => countText(count, 'replication'))).toEqual([
      '1 replication',
      '2 replications',
      '0 replications',
      '1,000 replications',
      '1,234,567 replications',
    ]);
    expect(countText(2, 'is', 'are')).toBe('2 are');
    expect(countText(0.9999, 'week')).toBe('1 week');
  });

  test('of what comes in parts are not rounded to whole things', () => {
    expect([0.5, 12.34, 1234.5].map((count) => countText(count, 'week'))).toEqual([
      '0.5 weeks',
      '12.3 weeks',
      '1,235 weeks',
    ]);
  });

  test('of whole numbers are the same by both rules', () => {
    for (const count of [0, 7, 999, 1000, 24_576, 10 ** 12])
      expect(roundedText(count)).toBe(wholeText(count));
  });
});

test('a time that somebody waits is said in seconds, quarters of a minute, minutes, or hours', () => {
  expect([0.003, 0.9, 59.4, 59.6, 75, 119, 595, 700, 3599, 5400, 90_060].map(durationText)).toEqual([
    '1 second',
    '1 second',
    '59 seconds',
    '1 minute',
    '1 minute 15 seconds',
    '2 minutes',
    '10 minutes',
    '12 minutes',
    '1 hour',
    '1 hour 30 minutes',
    '25 hours 1 minute',
  ]);
});

test('things stand in a sentence with commas and one word', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((items) => listText(items))).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
  expect(listText(['a', 'b', 'c'], 'or')).toBe('a, b or c');
});

test('a sentence begins with a capital, a number or nothing', () => {
  expect(['crews', '10,000 GPUs', ''].map(upperFirst)).toEqual(['Crews', '10,000 GPUs', '']);
});

test('a point of a distribution is called by its percent', () => {
  expect([0.1, 0.5, 0.9, 0.025, 0.07].map(percentileName)).toEqual(['P10', 'P50', 'P90', 'P2.5', 'P7']);
});

test.each([
  ['orderShift', 'order shift'],
  ['transformer leadTime', 'transformer lead time'],
  ['Beth.orderShift', 'Beth.order shift'],
  ['OpenAI.tenantCap', 'OpenAI.tenant cap'],
  ['CoreWeave', 'CoreWeave'],
  ['xAI', 'xAI'],
  ['kW of a rack', 'kW of a rack'],
  ['l4l5', 'l4l5'],
])('the name %s is read as %s', (name, words) => {
  expect(nameInWords(name)).toBe(words);
});
