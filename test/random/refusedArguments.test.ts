import { describe, expect, test } from 'vitest';
import {
  clamped,
  custom,
  discrete,
  empirical,
  gaussianCopula,
  lowModeHigh,
  mixture,
  normal,
  pearsonOfRank,
  quantile,
  Streams,
  truncatedNormal,
  uniform,
  type Distribution,
} from '../../src/random/index.ts';

/** What a script hands over that no compiler looks at. */
const wrong = <T>(value: unknown): T => value as T;
const streams = (): Streams => new Streams({ seed: 1 });
const stream = streams().open('power', 'site', 'lateness');
const one = normal(0, 1);

describe('an argument of a wrong type is refused at the call, by name and as it is written', () => {
  test.each<[string, () => unknown]>([
    ['streams: undefined, expected an object with a seed', () => new Streams(wrong(undefined))],
    [
      'causes at plan: "power", expected a list of names',
      () => new Streams({ seed: 1, atPlan: wrong('power') }),
    ],
    ['cause at plan: 3, expected a text', () => new Streams({ seed: 1, atPlan: wrong([3]) })],
    ['inputs: null, expected an object', () => new Streams({ seed: 1, inputs: wrong(null) })],
    ['replication: "1", expected an integer', () => streams().begin(wrong('1'))],
    ['entity of a stream: 5, expected a text', () => streams().open('a', wrong(5), 'c')],
    ['purpose of a stream: undefined, expected a text', () => streams().open('a', 'b', wrong(undefined))],
    ['settings of input x: undefined, expected an object', () => streams().input('x', one, wrong(undefined))],
    ['probability of power/site/lateness: "0.5", expected', () => stream.chance(wrong('0.5'))],
    ['shared normal of power/site/lateness: "1", expected', () => stream.drawShared(one, wrong('1'), 0.5)],
    ['shared normal of power/site/lateness: NaN, expected', () => stream.drawShared(one, NaN, 0.5)],
    ['correlation of power/site/lateness: "0.5", expected', () => stream.drawShared(one, 1, wrong('0.5'))],
    ['serial 0, occurrence null, expected integers', () => stream.uniform(0, wrong(null))],
    ['serial "0", occurrence 0, expected integers', () => stream.uniform(wrong('0'))],
    ['distribution: null, expected one', () => stream.draw(wrong(null), 0)],
    ['distribution: null, expected one', () => quantile(wrong(null), 0.5)],
    ['distribution: an object, expected one', () => quantile(wrong({}), 0.5)],
    ['distribution kind: toString, expected one of beta', () => quantile(wrong({ kind: 'toString' }), 0.5)],
    ['mixture parts: "1", expected a list', () => mixture(wrong('1'))],
    ['mixture part: null, expected an object', () => mixture(wrong([null]))],
    ['mixture distribution: "1", expected one', () => mixture([{ of: wrong('1'), weight: 1 }])],
    ['mixture distribution: null, expected one', () => mixture([{ of: wrong(null), weight: 1 }])],
    ['mixture weight: "1", expected at least 0', () => mixture([{ of: one, weight: wrong('1') }])],
    ['empirical values: "1", expected a list of numbers', () => empirical(wrong('1'))],
    ['empirical value: "1", expected a finite number', () => empirical(wrong(['1']))],
    ['discrete weights: 3, expected a list of numbers', () => discrete([1], wrong(3))],
    ['discrete weight: "2", expected at least 0', () => discrete([1, 2], wrong([1, '2']))],
    ['normal mean: "1", expected a finite number', () => normal(wrong('1'), 1)],
    ['normal mean: a list, expected a finite number', () => normal(wrong([1]), 1)],
    ['uniform max: 1n, expected at least', () => uniform(0, wrong(1n))],
    ['clamped distribution: undefined, expected one', () => clamped(wrong(undefined), { min: 0 })],
    ['clamped bounds: undefined, expected an object', () => clamped(one, wrong(undefined))],
    ['clamped max: "5", expected a number', () => clamped(one, { max: wrong('5') })],
    ['truncated normal bounds: undefined, expected', () => truncatedNormal(0, 1, wrong(undefined))],
    ['low / mode / high bounds: null, expected', () => lowModeHigh(0, 1, 2, wrong(null))],
    ['custom distribution: 5, expected an object', () => custom(wrong(5))],
    ['custom quantile: undefined, expected a function', () => custom(wrong({}))],
    ['custom upper quantile: 5, expected', () => custom({ quantile: (u) => u, upperQuantile: wrong(5) })],
    ['custom mean: "1", expected a number', () => custom({ quantile: (u) => u, mean: wrong('1') })],
    ['rank correlations: 5, expected a list of rows', () => gaussianCopula(wrong(5))],
    [
      'correlation 1,2: "0.5", expected',
      () =>
        gaussianCopula(
          wrong([
            [1, '0.5'],
            ['0.5', 1],
          ]),
        ),
    ],
    ['rank correlation: 2, expected a number from -1 to 1', () => pearsonOfRank(2)],
  ])('%s', (message, call) => {
    expect(call).toThrow(message);
  });
});

test('typed arrays are lists of numbers', () => {
  const values = wrong<number[]>(Float64Array.of(1, 2, 2));
  expect(quantile(empirical(values), 0.5)).toBe(2);
  expect(quantile(discrete(values, wrong(Float64Array.of(1, 1, 1))), 0.3)).toBe(1);
});

test('a distribution that is not one of the kinds is refused where it is drawn from', () => {
  expect(() => stream.draw(wrong<Distribution>({ kind: '__proto__' }), 0)).toThrow('distribution kind');
});
