import { expect, test } from 'vitest';
import {
  dateCell,
  differenceText,
  estimateCell,
  estimateText,
  longDate,
  longDateText,
  moneyText,
  valueText,
} from '../../src/report/valueText.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

test('an estimate stands with its interval, to the digits that the interval leaves', () => {
  expect(plain(estimateText({ estimate: 0.0524, low: 0.0401, high: 0.0683 }, 'share'))).toBe(
    '5.2 % (4.0 % to 6.8 %)',
  );
  expect(estimateText({ estimate: 12.3456, low: 11.1, high: 13.7 })).toBe('12.3 (11.1 to 13.7)');
  expect(estimateText({ estimate: 12.3456, low: -800, high: 900 })).toBe('12 (−800 to 900)');
  expect(estimateText({ estimate: 123_456, low: 120_000, high: 130_000 }, 'gpu')).toBe(
    '123,456 (120,000 to 130,000)',
  );
});

test('a bound that the sample does not give is …, and no cell is without its interval', () => {
  expect(plain(estimateText({ estimate: 0, high: 0.0037 }, 'share'))).toBe('0.0 % (… to 0.4 %)');
  expect(plain(estimateCell({ estimate: 1, low: 0.91 }, 'share').html)).toBe(
    '100.0 %<span class="interval">91.0 % to …</span>',
  );
  expect(estimateCell({}, 'share')).toEqual({ html: '…' });
});

test('nothing is below zero by rounding alone', () => {
  expect(plain(valueText(-0.0001, 'share'))).toBe('0.0 %');
  expect(estimateText({ estimate: -0.01, low: -20, high: 20 })).toBe('0 (−20 to 20)');
});

test('money is said in millions and billions', () => {
  expect([0, 12_345, 576_339, 999_999, 17_300_000, 1.79e9, -2e9].map(moneyText)).toEqual([
    '$0',
    '$12,345',
    '$0.58M',
    '$1.00M',
    '$17.3M',
    '$1.79B',
    '−$2.00B',
  ]);
});

test('a difference has its sign', () => {
  expect(differenceText({ estimate: 285, low: 237, high: 334 }, 'day')).toBe('+285 (+237 to +334)');
  expect(differenceText({ estimate: -18.03, low: -22.2, high: -13.8 }, 'day')).toBe('−18 (−22 to −14)');
});

test('dates are said in words, years and months once, and later is after the horizon', () => {
  expect(plain(longDate('2026-12-31'))).toBe('31 December 2026');
  const within = (low: string, high: string): string =>
    plain(longDateText({ estimate: '2028-02-04', low, high }));
  expect(within('2028-01-05', '2028-03-13')).toBe('4 February 2028 (5 January to 13 March 2028)');
  expect(within('2028-02-01', '2028-02-09')).toBe('4 February 2028 (1 to 9 February 2028)');
  expect(within('2027-12-30', '2028-02-09')).toBe('4 February 2028 (30 December 2027 to 9 February 2028)');
  expect(plain(longDateText({ estimate: '2028-02-04', low: '2028-02-01' }))).toBe(
    '4 February 2028 (1 February 2028 to …)',
  );
  expect(longDateText({})).toBe('a date after the horizon');
  expect(dateCell({})).toEqual({ html: 'later' });
  expect(dateCell({ low: '2028-02-01' })).toEqual({
    html: 'later<span class="interval">2028-02-01 to …</span>',
  });
});

test('a bound that excludes 0 is not rounded to 0', () => {
  expect(estimateText({ estimate: 5.2, low: 0.04, high: 12 }, 'GPU-day')).toBe('5 (0.04 to 12)');
  expect(estimateText({ estimate: -5.2, low: -12, high: -0.04 }, 'GPU-day')).toBe('−5 (−12 to −0.04)');
  expect(plain(estimateText({ estimate: 0.001, low: 0.0002, high: 0.006 }, 'share'))).toBe(
    '0.1 % (0.02 % to 0.6 %)',
  );
  expect(estimateText({ estimate: 5.2, low: 0, high: 12 }, 'day')).toBe('5 (0 to 12)');
});
