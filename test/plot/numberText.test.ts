import { expect, test } from 'vitest';
import { compactText, intervalText, numberText, quantityText, shareText } from '../../src/plot/numberText.ts';

test.each([
  [0, '0'],
  [-0, '0'],
  [0.276, '0.276'],
  [12.345, '12.3'],
  [999, '999'],
  [999.6, '1k'],
  [1234, '1.23k'],
  [167_832, '168k'],
  [999_600, '1M'],
  [1e7, '10M'],
  [1.4e12, '1.4T'],
  [-42_500, '−42.5k'],
  [2e18, '2000P'],
])('%d is %s', (value, text) => {
  expect(compactText(value)).toBe(text);
});

test('racks have their thousands written out, as tables have them', () => {
  expect([1563, 1002, 999.4].map((value) => numberText(value, 'racks'))).toEqual(['1,563', '1,002', '999']);
});

test.each([
  [0, '0'],
  [0.0338, '0'],
  [-0.0338, '0'],
  [0.991, '1'],
  [-0.355, '0'],
  [-0.655, '−1'],
  [46.34, '46'],
  [462.8, '463'],
  [2331, '2,331'],
])('%d days are %s', (value, text) => {
  expect(numberText(value, 'day')).toBe(text);
});

test.each([
  [0, '0 %'],
  [0.0001, '<0.1 %'],
  [0.052, '5.2 %'],
  [0.4949, '49 %'],
  [0.996, '99.6 %'],
  [0.99999, '>99.9 %'],
  [1, '100 %'],
  [-0.125, '−13 %'],
])('a share of %d is %s', (share, text) => {
  expect(shareText(share)).toBe(text);
});

test.each([
  [38e9, '$', '$38B'],
  [-5e9, '$', '−$5B'],
  [1, 'day', '1 day'],
  [262.4, 'day', '262 days'],
  [150, 'MW', '150 MW'],
  [1e5, 'gpu', '100k GPUs'],
  [0.5, 'share', '50 %'],
  [3, '', '3'],
  [1362.4, 'day', '1,362 days'],
  [-2330, 'day', '−2,330 days'],
  [1380, 'MW', '1,380 MW'],
  [999.6, 'day', '1,000 days'],
])('%d in %s is %s', (value, unit, text) => {
  expect(quantityText(value, unit)).toBe(text);
});

test('an interval says what it does not know', () => {
  expect(intervalText({ estimate: 0.5, low: 0.4, high: 0.6 }, shareText)).toBe('50 % (40 % to 60 %)');
  expect(intervalText({ estimate: 0.5, low: 0.4 }, shareText)).toBe('50 % (40 % to …)');
  expect(intervalText({ estimate: 0.5 }, shareText)).toBe('50 % (no interval)');
  expect(intervalText({}, shareText)).toBe('… (no interval)');
});
