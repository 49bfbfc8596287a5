import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import { cdf, mean, quantile } from '../../src/random/index.ts';
import {
  count,
  date,
  duration,
  money,
  power,
  quantity,
  rate,
  ratio,
  uncertain,
} from '../../src/scenario/index.ts';

function message(schema: z.ZodType, value: unknown): string | undefined {
  return schema.safeParse(value).error?.issues[0].message;
}

describe('numbers', () => {
  test.each<[string, z.ZodType<number>, string | number, number]>([
    ['days', duration(), '18 months', 547.875],
    ['days', duration(), '2 weeks', 14],
    ['MW', power(), '2.4 GW', 2400],
    ['a fraction', ratio(), '95 %', 0.95],
    ['a fraction', ratio(), 0.95, 0.95],
    ['dollars', money(), '$38B', 38e9],
    ['a count', count('rack'), '120 racks', 120],
    ['a rate', rate('rack/day'), '49 racks/week', 7],
    ['a price', rate('$/gpu/hour'), '$2.9/gpu/hour', 2.9],
    ['apparent power', quantity('MVA'), '168 MVA', 168],
  ])('come out in %s', (_, schema, text, expected) => {
    expect(schema.parse(text)).toBeCloseTo(expected, 12);
  });

  test.each<[z.ZodType, unknown, string]>([
    [power(), '120', 'expected a power such as "120 MW", got "120"'],
    [power(), 120, 'expected a power such as "120 MW", got "120"'],
    [power(), '120 MVA', 'expected a power such as "120 MW", got "120 MVA" (not a matter of MVA)'],
    [power(), '-120 MW', 'expected a power such as "120 MW", got "-120 MW" (at least 0 MW)'],
    [power(), NaN, 'expected a power such as "120 MW", got "NaN"'],
    [power(), undefined, 'expected a power such as "120 MW", got nothing'],
    [power(), ['120 MW'], 'expected a power such as "120 MW", got a list'],
    [power(), true, 'expected a power such as "120 MW", got true'],
    [
      duration(),
      '3 wekes',
      'expected a duration such as "90 days", got "3 wekes" (unknown unit wekes, did you mean weeks?)',
    ],
    [
      duration(),
      '20 / 50 / 80 weeks',
      'expected a duration such as "90 days", got "20 / 50 / 80 weeks" (a single value, no range)',
    ],
    [
      count('rack'),
      '5 gpus',
      'expected a quantity in rack such as "7 rack", got "5 gpus" (not a matter of gpus)',
    ],
    [
      ratio({ max: 1 }),
      '120 %',
      'expected a ratio such as "0.95" or "95 %", at most 1, got "120 %" (at most 1 ratio)',
    ],
    // A percentage without its sign is what is meant most often.
    [ratio({ max: 1 }), 100, 'expected a fraction such as "100 %" or 1 (100 is 10,000 %), got "100"'],
    [ratio({ max: 1 }), '70', 'expected a fraction such as "70 %" or 0.7 (70 is 7,000 %), got "70"'],
    [ratio({ max: 1 }), '250', 'expected a fraction such as "100 %" or 1 (250 is 25,000 %), got "250"'],
    [
      uncertain('ratio', { max: 1 }),
      '5 / 8 / 15',
      'expected a fraction such as "5 %" or 0.05 (5 is 500 %), got "5 / 8 / 15"',
    ],
  ])('are refused with what was expected and what was got', (schema, value, expected) => {
    expect(message(schema, value)).toBe(expected);
  });

  test.each([
    [duration(), '1e308 weeks', 'more than any number of day'],
    [duration(), '3000 years', 'at most 1000000 day'],
    [power(), '1e12 W', undefined],
    [power(), '1e13 W', 'at most 1000000 MW'],
    [money(), '$1e20', 'at most 1000000000000000 $'],
    [count('rack'), '71.5 racks', 'a whole number'],
    [count('gpu'), '1e12 gpu', 'at most 10000 gpu'],
    [count('gpu'), '1.005k gpu', undefined],
  ])('no quantity is larger than a run can work with, and counts are whole: %#', (schema, text, why) => {
    if (why === undefined) expect(schema.safeParse(text).success).toBe(true);
    else expect(message(schema, text)).toContain(`(${why})`);
  });

  test('a count is the number that was meant, and minus zero is zero', () => {
    expect(count('gpu').parse('1.005k gpu')).toBe(1005);
    expect(duration().parse('-0 days')).toBe(0);
  });

  test('may be negative where the block says so', () => {
    expect(ratio({ min: -1, max: 1 }).parse('-0.3')).toBe(-0.3);
  });

  test('a unit that the language does not know is a mistake in the schema', () => {
    expect(() => quantity('furlong')).toThrow('unknown unit furlong');
  });
});

describe('distributions', () => {
  test('low / mode / high are P10, mode and P90, in the unit that comes out', () => {
    const weeks = uncertain('duration').parse('20 / 50 / 80 weeks');
    expect(quantile(weeks, 0.1)).toBeCloseTo(140, 6);
    expect(quantile(weeks, 0.9)).toBeCloseTo(560, 6);
  });

  test('a to b is a lognormal with that 80 % interval', () => {
    const months = uncertain('duration').parse('3 to 8 months');
    expect(months.kind).toBe('lognormal');
    expect(cdf(months, 3 * 30.4375)).toBeCloseTo(0.1, 9);
    expect(cdf(months, 8 * 30.4375)).toBeCloseTo(0.9, 9);
  });

  test('triangular and uniform have true ends', () => {
    expect(mean(uncertain('duration').parse('triangular(1, 2, 6) days'))).toBeCloseTo(3, 12);
    expect(quantile(uncertain('duration').parse('uniform(1, 3) days'), 0.5)).toBe(2);
  });

  test('normal never falls below the least value', () => {
    const days = uncertain('duration').parse('normal(10, 2) days');
    expect(quantile(days, 0.5)).toBeCloseTo(10, 9);
    expect(cdf(days, 12)).toBeCloseTo(0.8413447460685429, 9);
    expect(quantile(days, 1e-12)).toBe(0);
  });

  test('a share never leaves its bounds', () => {
    const share = uncertain('ratio', { max: 1 }).parse('40 / 80 / 95 %');
    expect(quantile(share, 1 - 1e-9)).toBe(1);
  });

  test.each([
    ['exponential(2.5) days', { min: 0.1, max: 100 }],
    ['0.2 to 3 days', { min: 0.2, max: 10 }],
    ['lognormal(median 3, sigma 5) days', { min: 0.5, max: 4 }],
    ['0.3 / 1 / 5 days', { min: 0.1, max: 5 }],
    ['normal(3, 1) days', { min: 1, max: 5 }],
    ['uniform(1, 3) days', { min: 1, max: 3 }],
    ['triangular(1, 2, 3) days', { min: 1, max: 3 }],
    ['1 to 2000 years', {}],
  ])('%s holds the bounds of its key, however rare the draw', (text, bounds) => {
    const held = uncertain('duration', bounds).parse(text);
    const { min = 0, max = 1e6 } = bounds as { min?: number; max?: number };
    for (const u of [2 ** -53, 1e-6, 0.1, 0.5, 0.9, 1 - 1e-6, 1 - 2 ** -53]) {
      expect(quantile(held, u)).toBeGreaterThanOrEqual(min);
      expect(quantile(held, u)).toBeLessThanOrEqual(max);
    }
  });

  test('a range whose P10 or P90 lies outside the bounds is refused, clipped or not', () => {
    expect(message(uncertain('duration', { min: 0.1 }), '0.01 to 5 days')).toContain('(at least 0.1 day)');
    expect(message(uncertain('duration', { max: 4 }), 'exponential(5) days')).toContain('(at most 4 day)');
  });

  test('a single value is a constant', () => {
    expect(uncertain('power').parse('120 MW')).toEqual({ kind: 'constant', value: 120 });
  });

  test('every value is plain, as workers need it', () => {
    const value = uncertain('duration').parse('20 / 50 / 80 weeks');
    expect(structuredClone(value)).toEqual(value);
  });

  test.each([
    ['80 / 50 / 20 weeks', 'expected low ≤ mode ≤ high, got "80 / 50 / 20 weeks"'],
    ['3 weeks / 10 days / 5 weeks', 'expected low ≤ mode ≤ high, got "3 weeks / 10 days / 5 weeks"'],
    ['8 to 3 months', 'expected a ≤ b, got "8 to 3 months"'],
    ['0 to 3 months', 'expected numbers above 0, got "0 to 3 months"'],
    ['uniform(3, 1) days', 'expected min ≤ max, got "uniform(3, 1) days"'],
    [
      '-1 / 2 / 3 days',
      'expected a duration such as "90 days" or a range of it, got "-1 / 2 / 3 days" (at least 0 day)',
    ],
    [
      'normal(1, 2) days',
      'expected a duration such as "90 days" or a range of it, got "normal(1, 2) days" (at least 0 day in the middle 80 %)',
    ],
    [
      'lognormal(median 2, sigma -1) days',
      'expected a sigma from 0 to 5, got "lognormal(median 2, sigma -1) days"',
    ],
    ['20 / 50 / 80', 'expected a duration such as "90 days" or a range of it, got "20 / 50 / 80"'],
  ])('%s is refused', (text, expected) => {
    expect(message(uncertain('duration'), text)).toBe(expected);
  });
});

describe('dates', () => {
  test('stay ISO text', () => {
    expect(date().parse('2024-02-29')).toBe('2024-02-29');
  });

  test.each(['2026-02-29', '2026-13-01', '26-01-01', '2026-1-1', 'tomorrow', '2026-01-01T00:00'])(
    '%s is refused',
    (text) => {
      expect(message(date(), text)).toBe(`expected a date such as "2026-12-31", got "${text}"`);
    },
  );
});

test.each(['1900-12-31', '0000-03-01', '2200-01-01', '9999-12-31'])(
  '%s is a date that no run counts from or to',
  (text) => {
    expect(message(date(), text)).toContain('(a year from 1901 to 2199)');
  },
);

describe('a map', () => {
  test('states the quantity with where it comes from', () => {
    expect(
      power().parse({
        value: '120 MW',
        source: 'a filing',
        asOf: 2026,
        confidence: 'low',
        basis: 'fact',
        note: 'x',
      }),
    ).toBe(120);
  });

  test.each<[unknown, string]>([
    [{ source: 'x' }, 'expected a power such as "120 MW", with either a value or a catalog reference'],
    [
      { value: '1 MW', catalog: 'a.b' },
      'expected a power such as "120 MW", with either a value or a catalog reference',
    ],
    [{ value: '1 MW', sorce: 'x' }, 'unknown key sorce, did you mean source?'],
    [{ value: '1 MW', confidence: 'sure' }, 'expected one of high, medium, low, got "sure"'],
    [{ value: ['1 MW'] }, 'expected a power such as "120 MW", got a list'],
    [{ catalog: 'power.x' }, 'no catalog is open'],
  ])('%j is refused', (value, expected) => {
    expect(message(power(), value)).toBe(expected);
  });
});
