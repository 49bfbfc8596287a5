import { describe, expect, test } from 'vitest';
import {
  beta,
  clamped,
  loglogistic,
  lognormal,
  lognormalFromMean,
  lowModeHigh,
  mean,
  mixture,
  normal,
  pareto,
  studentT,
  uniform,
  variance,
  weibull,
} from '../../src/random/index.ts';

const off = (found: number, expected: number): number => Math.abs(found / expected - 1);

describe('the variance of a weibull distribution', () => {
  // mpmath 1.3, 60 digits.
  test.each([
    [1e8, 1.6449340238174553e-16],
    [1e7, 1.644933636540621e-14],
    [1000, 1.6406426814849911e-6],
    [3, 0.10533288486847873],
    [0.02, 9.332621544394415e157],
  ])('of shape %d is %d', (shape, expected) => {
    expect(off(variance(weibull(shape, 1)), expected)).toBeLessThan(1e-12);
    expect(off(variance(weibull(shape, 2 ** -60)) * 2 ** 120, expected)).toBeLessThan(1e-12);
  });

  test.each([1, 2, 0.5])('of shape %d is that of the closed form', (shape) => {
    const closed = { 1: 1, 2: 1 - Math.PI / 4, 0.5: 20 }[shape]!;
    expect(off(variance(weibull(shape, 1)), closed)).toBeLessThan(1e-13);
  });

  test('falls steadily with a growing shape, across the places where the method changes', () => {
    const shapes = Array.from({ length: 400 }, (_, i) => 0.05 * 1.1 ** i);
    const values = shapes.map((shape) => variance(weibull(shape, 1)));
    expect(Math.min(...values)).toBeGreaterThan(0);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    // π²/6 in the limit.
    expect(values.at(-1)! * shapes.at(-1)! ** 2).toBeCloseTo(Math.PI ** 2 / 6, 12);
  });

  test('is infinite where it is more than any double, and never no number', () => {
    expect([mean(weibull(0.001, 1)), variance(weibull(0.001, 1))]).toEqual([Infinity, Infinity]);
    expect(variance(weibull(0.01, 1))).toBe(Infinity);
    expect(off(variance(weibull(0.007, 1e-200)), 1.7293757541872073e179)).toBeLessThan(1e-11);
    expect(() => weibull(5e-324, 1)).toThrow(
      'weibull shape: 5e-324, expected a number whose inverse is a double',
    );
  });
});

describe('the moments of a log-logistic distribution', () => {
  // mpmath 1.3, 60 digits.
  test.each([
    [2 + 2 ** -50, 2251799813685245.5],
    [2.001, 1997.5358845779517],
    [3, 0.9562355373360892],
    [100, 0.0003292250405077925],
    [1e8, 3.289868133696455e-16],
    [1e9, 3.289868133696453e-18],
  ])('of shape %d have the variance %d', (shape, expected) => {
    expect(off(variance(loglogistic(shape, 1)), expected)).toBeLessThan(2e-12);
  });

  test('have the mean of a shape that is barely above 1', () => {
    expect(off(mean(loglogistic(1 + 2 ** -50, 1)), 2 ** 50)).toBeLessThan(1e-15);
    expect(mean(loglogistic(1, 1))).toBe(Infinity);
  });
});

test('a variance that is a double is one, also where its parts are not', () => {
  expect(off(variance(beta(1e8, 1e8, 0, 1e155)) / 1e300, 1e10 / (4 * (2e8 + 1)))).toBeLessThan(1e-12);
  expect(off(variance(pareto(1e110, 1)), 1e-220)).toBeLessThan(1e-12);
  expect(off(variance(studentT(1e8, 0, 1e151)), 1e302 * (1e8 / (1e8 - 2)))).toBeLessThan(1e-12);
  expect(off(variance(uniform(0, 2e154)), (2e154 / 12) * 2e154)).toBeLessThan(1e-12);
  // e^(2·ln 1e-300 + 2·900), 900 being the square of sigma.
  expect(off(variance(lognormal(1e-300, 30)), Math.exp(1800 - 600 * Math.LN10))).toBeLessThan(1e-11);
  expect(off(variance(lognormalFromMean(1e200, 1)), 1)).toBeLessThan(1e-12);
  expect(variance(lowModeHigh(-1e200, 0, 1e200))).toBe(Infinity);
  const heavy = mixture([
    { of: pareto(1, 2), weight: 1 },
    { of: normal(0, 1), weight: 1 },
  ]);
  expect([mean(heavy), variance(heavy)]).toEqual([Infinity, Infinity]);
  const rare = mixture([
    { of: pareto(1, 2), weight: 5e-324 },
    { of: normal(3, 2), weight: 1e10 },
  ]);
  expect([mean(rare), variance(rare)]).toEqual([3, 4]);
  expect(variance(clamped(lognormal(1, 2), { max: 1e300 }))).toBeGreaterThan(0);
});
