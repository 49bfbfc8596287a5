import { expect, test } from 'vitest';
import {
  incompleteBeta,
  normalCdf,
  normalQuantile,
  normalSurvival,
  studentTCdf,
  studentTQuantile,
} from '../../src/random/index.ts';
import { lowerGamma, upperGamma } from '../../src/random/incompleteGamma.ts';
import reference from '../fixtures/special-functions.json' with { type: 'json' };

function expectRelative(value: number, expected: number, bar: number): void {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(bar * Math.abs(expected));
}

test.each(reference.normalCdf as [number, number][])(
  'the normal probability up to %d is right to 1e-15 relative',
  (z, probability) => {
    expectRelative(normalCdf(z), probability, 1e-15);
    expectRelative(normalSurvival(-z), probability, 1e-15);
  },
);

test.each(reference.normalQuantile as [number, number][])(
  'the normal quantile at %d is right to 1e-15 relative',
  (u, z) => {
    expectRelative(normalQuantile(u), z, 1e-15);
  },
);

test('the normal quantile of 0 and 1 is infinite, and of anything outside not a number', () => {
  expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
  expect([normalQuantile(-0.1), normalQuantile(1.1), normalCdf(NaN)]).toEqual([NaN, NaN, NaN]);
});

test.each(reference.studentTQuantile as [number, number, number][])(
  "Student's t with %d degrees of freedom at %d is right to 1e-12 relative",
  (degreesOfFreedom, u, t) => {
    expectRelative(studentTQuantile(degreesOfFreedom, u), t, 1e-12);
    expectRelative(studentTQuantile(degreesOfFreedom, 1 - u), -t, 1e-12);
    expectRelative(studentTCdf(degreesOfFreedom, t), u, 1e-12);
  },
);

test.each(reference.incompleteGamma as [number, number, number, number][])(
  'both incomplete gamma functions at a = %d, x = %d keep their digits',
  (a, x, low, high) => {
    expectRelative(lowerGamma(a, x), low, 1e-12);
    expectRelative(upperGamma(a, x), high, 1e-12);
  },
);

test.each(reference.incompleteBeta as [number, number, number, number, number][])(
  'the incomplete beta function at a = %d, b = %d, x = %d keeps its digits in both tails',
  (a, b, x, low, high) => {
    expectRelative(incompleteBeta(a, b, x), low, 1e-12);
    expectRelative(incompleteBeta(b, a, 1 - x, x), high, 1e-12);
  },
);
