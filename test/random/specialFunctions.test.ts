import { expect, test } from 'vitest';
import {
  incompleteBeta,
  normalCdf,
  normalDensity,
  normalQuantile,
  normalSurvival,
  studentT,
  studentTCdf,
  studentTQuantile,
  upperQuantile,
  variate,
} from '../../src/random/index.ts';
import { lowerGamma, upperGamma } from '../../src/random/incompleteGamma.ts';
import { studentTDensity } from '../../src/random/studentTFunctions.ts';
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

test('the normal quantile of 0 and 1 is infinite, and no number has no probability', () => {
  expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
  expect(normalCdf(NaN)).toBe(NaN);
});

test.each(reference.studentTQuantile as [number, number, number][])(
  "Student's t with %d degrees of freedom at %d is right to 1e-12 relative",
  (degreesOfFreedom, u, t) => {
    expectRelative(studentTQuantile(degreesOfFreedom, u), t, 1e-12);
    expectRelative(studentTQuantile(degreesOfFreedom, 1 - u), -t, 1e-12);
    expectRelative(studentTCdf(degreesOfFreedom, t), u, 1e-12);
  },
);

// mpmath 1.3, 50 digits: the root of the integral of the density.
test.each([
  [2000, 0.4, 0.2533808068206654],
  [2000, 0.025, 1.961150826099438],
  [2000, 1e-9, 6.025637571042371],
  [1e5, 0.1, 1.281560031449361],
  [1e5, 0.025, 1.9599877075346095],
  [1e6, 0.025, 1.959966356814107],
  [1e6, 1e-9, 5.997862455710895],
  [1e7, 0.4, 0.253347109876003],
  [1e7, 0.025, 1.9599642217672055],
  [1e8, 0.1, 1.2815515740104482],
  [1e8, 0.025, 1.9599640082627667],
  [1e8, 1e-9, 5.997807569410359],
])("Student's t with very many degrees of freedom, %d, at %d keeps its digits", (nu, q, t) => {
  expectRelative(studentTQuantile(nu, q), -t, 1e-13);
  expectRelative(upperQuantile(studentT(nu), q), t, 1e-13);
  expectRelative(variate(studentT(nu), q), -t, 1e-6);
});

test("Student's t with very many degrees of freedom has the density and probability of nearly a normal", () => {
  expectRelative(studentTCdf(1e7, 1.96), 0.9750020909873429, 1e-14);
  // 1 − 1/(4ν) of the normal density at 0.
  for (const nu of [1e4, 1e6, 1e8])
    expectRelative(studentTDensity(nu, 0), normalDensity(0) * (1 - 1 / (4 * nu)), 1 / nu ** 2 + 1e-14);
});

// mpmath 1.3, 40 digits, at the doubles of x and 1 − x.
test.each([
  [5000.0, 0.5, 0.9999750006249843, 2.499937501562461e-5, 0.6170860793232334],
  [5000.0, 0.5, 0.9996761049419988, 0.0003238950580012076, 0.07189076588292888],
  [5000.0, 0.5, 0.9996159875222335, 0.0003840124777665412, 0.05002352023183305],
  [5000.0, 0.5, 0.9975062344139651, 0.0024937655860349127, 5.83032661366265e-7],
  [50000.0, 0.5, 0.99999750000625, 2.499993750015625e-6, 0.617076177654418],
  [50000.0, 0.5, 0.9999676010497259, 3.239895027401112e-5, 0.07186365096666134],
  [50000.0, 0.5, 0.9999615854757323, 3.841452426763573e-5, 0.049998563194301654],
  [50000.0, 0.5, 0.9997500624843789, 0.00024993751562109475, 5.742701678641667e-7],
  [500000.0, 0.5, 0.9999997500000625, 2.4999993750001564e-7, 0.6170751874723713],
  [500000.0, 0.5, 0.9999967600104975, 3.239989502434012e-6, 0.07186093949968338],
  [500000.0, 0.5, 0.9999961584147578, 3.841585242166133e-6, 0.0499960675852698],
  [500000.0, 0.5, 0.9999750006249843, 2.499937501562461e-5, 5.733997870890745e-7],
  [5000000.0, 0.5, 0.9999999750000006, 2.4999999375000016e-8, 0.617075088454015],
  [5000000.0, 0.5, 0.999999676000105, 3.23999895024034e-7, 0.0718606683532323],
  [5000000.0, 0.5, 0.9999996158401475, 3.8415985242115104e-7, 0.049995818025314206],
  [5000000.0, 0.5, 0.99999750000625, 2.499993750015625e-6, 5.733128075008538e-7],
  [50000000.0, 0.5, 0.9999999975, 2.49999999375e-9, 0.6170750785521779],
  [50000000.0, 0.5, 0.9999999676000011, 3.239999895024004e-8, 0.07186064123858962],
  [50000000.0, 0.5, 0.9999999615840015, 3.8415998524211e-8, 0.04999579306932811],
  [50000000.0, 0.5, 0.9999997500000625, 2.4999993750001564e-7, 5.73304110126728e-7],
])(
  'the incomplete beta function with a large parameter, a = %d, b = %d, x = %d, keeps its digits',
  (a, b, x, y, low) => {
    expectRelative(incompleteBeta(a, b, x, y), low, 1e-13);
  },
);

// mpmath 1.3, 40 digits.
test.each([
  [10000.0, 9700.0, 0.001234175584468492, 0.9987658244155315],
  [10000.0, 10001.0, 0.5053189319622186, 0.49468106803778145],
  [10000.0, 10400.0, 0.999961119829426, 3.88801705739882e-5],
  [1000000.0, 997000.0, 0.0013381041673135997, 0.9986618958326864],
  [1000000.0, 1000010.0, 0.5041223167969096, 0.49587768320309045],
  [1000000.0, 1004000.0, 0.9999676545526865, 3.234544731347768e-5],
  [100000000.0, 99970000.0, 0.0013487164491615506, 0.9986512835508384],
  [100000000.0, 100000100.0, 0.5040026523926943, 0.4959973476073057],
  [100000000.0, 100040000.0, 0.9999682617926312, 3.173820736880889e-5],
])(
  'both incomplete gamma functions with a large shape, a = %d, x = %d, keep their digits',
  (a, x, low, high) => {
    expectRelative(lowerGamma(a, x), low, 1e-12);
    expectRelative(upperGamma(a, x), high, 1e-12);
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
