import { describe, expect, test } from 'vitest';
import {
  antitheticOrders,
  coalitionsOf,
  gridDesign,
  latinHypercube,
  latinHypercubeDesign,
  morrisTrajectories,
  saltelliRows,
  sobolSequence,
  type Factor,
} from '../../src/design/index.ts';
import { Streams } from '../../src/random/index.ts';

/** What a script hands over that no compiler looks at. */
const wrong = <T>(value: unknown): T => value as T;
const stream = new Streams({ seed: 1 }).open('design', 'test', 'points');
const input = { kind: 'input', name: 'x' } as const;
const range = (low: unknown, high: unknown): Factor => wrong<Factor>({ kind: 'range', name: 'x', low, high });
const groups = ['a', 'b'].map((name) => ({ name, causes: [name] }));

describe('an argument of a wrong type is refused by name and as it is written', () => {
  test.each<[string, () => unknown]>([
    ['factors: "x", expected a list of factors', () => gridDesign(wrong('x'))],
    [
      'factor x: values "ab", expected a list',
      () => gridDesign([wrong({ kind: 'values', name: 'x', values: 'ab' })]),
    ],
    ['factor x: range "0" to 1, expected a low below a high', () => gridDesign([range('0', 1)])],
    ['factor x: range 0 to "1", expected a low below a high', () => gridDesign([range(0, '1')])],
    ['factor x: levels 0.5, expected a list', () => gridDesign([{ ...input, levels: wrong(0.5) }])],
    ['factor x: level "0.5", expected a point', () => gridDesign([{ ...input, levels: wrong(['0.5']) }])],
    [
      'size: "4", expected a whole number from 1',
      () => latinHypercubeDesign([input], { size: wrong('4'), seed: 1 }),
    ],
    [
      'hypercube size: NaN, expected a whole number',
      () => latinHypercube({ size: NaN, dimensions: 2, stream }),
    ],
    ['hypercube dimensions: 0, expected', () => latinHypercube({ size: 2, dimensions: 0, stream })],
    [
      'Morris factors: "2", expected',
      () => morrisTrajectories({ factors: wrong('2'), trajectories: 1, stream }),
    ],
    ['Morris trajectories: 0, expected', () => morrisTrajectories({ factors: 2, trajectories: 0, stream })],
    [
      'pairs of orders: "1", expected a whole number',
      () => antitheticOrders(2, { pairs: wrong('1'), seed: 1 }),
    ],
    ['Sobol dimensions: "2", expected a whole number', () => sobolSequence(wrong('2'))],
    ['Saltelli factors: "2", expected a whole number', () => saltelliRows(wrong('2'), stream)],
    ['order of groups: 0, 2, expected each place below 2', () => coalitionsOf(groups, [[0, 2]])],
    ['order of groups: 0, 0, expected each place below 2', () => coalitionsOf(groups, [[0, 0]])],
  ])('%s', (message, call) => {
    expect(call).toThrow(message);
  });
});
