import { describe, expect, test } from 'vitest';
import { estimateText, numberWithInterval } from '../../src/app/cli/estimateText.ts';

describe('a number with its interval on a terminal', () => {
  test('is in per cent where it is a share, as the unit beside it says', () => {
    expect(numberWithInterval({ estimate: -0.117, low: -0.159, high: -0.076 }, 'share')).toBe(
      '-11.7 (-15.9 to -7.6)',
    );
    expect(estimateText({ kind: 'scalar', unit: 'share' }, { estimate: 0.5, low: 0.4, high: 0.6 })).toBe(
      '50 (40 to 60)',
    );
  });

  test('is in whole days', () => {
    expect(numberWithInterval({ estimate: 10.4, low: 9.9, high: 10.6 }, 'day')).toBe('10 (10 to 11)');
  });

  test('has the digits that its interval leaves', () => {
    expect(numberWithInterval({ estimate: 0.123456, low: 0.1, high: 0.2 })).toBe('0.12 (0.10 to 0.20)');
    expect(numberWithInterval({ estimate: 1, low: undefined, high: undefined })).toBe('1.000 (… to …)');
  });
});
