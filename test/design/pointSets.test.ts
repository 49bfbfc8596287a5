import { describe, expect, test } from 'vitest';
import {
  latinHypercube,
  morrisTrajectories,
  MOST_SOBOL_DIMENSIONS,
  saltelliRows,
  sobolSequence,
} from '../../src/design/index.ts';
import { JOE_KUO_NUMBERS } from '../../src/design/joeKuoNumbers.ts';
import { Streams } from '../../src/random/index.ts';
import reference from '../fixtures/low-discrepancy.json' with { type: 'json' };

const stream = new Streams({ seed: 'point sets' }).open('test', 'design', 'points');
const expected = <T>(name: string): T =>
  reference.cases.find((one) => one.name === name)!.expected as unknown as T;
const first = (count: number, dimensions: number): number[][] =>
  Array.from({ length: count }, (_, index) => [...sobolSequence(dimensions).point(index)]);
/** Whether a column of n numbers has one in each interval [k/n, (k+1)/n). */
const isStratified = (column: readonly number[]): boolean =>
  new Set(column.map((u) => Math.floor(u * column.length))).size === column.length;
const column = (points: readonly Float64Array[], dimension: number): number[] =>
  points.map((point) => point[dimension]);

describe('the Sobol sequence', () => {
  test('has the first 16 points in ten dimensions', () => {
    expect(first(16, 10)).toEqual(expected('sobol_joe_kuo_first16_d10'));
  });

  test('has point 1023 in 50 dimensions', () => {
    expect([...sobolSequence(50).point(1023)]).toEqual(expected('sobol_joe_kuo_point1023_d50'));
  });

  test('has the published direction numbers', () => {
    const rows = expected<[number, number, number, number[]][]>('joe_kuo_direction_numbers_first');
    for (const [dimension, degree, inner, numbers] of rows) {
      expect(JOE_KUO_NUMBERS[dimension - 2]).toEqual([inner, ...numbers]);
      expect(numbers).toHaveLength(degree);
    }
  });

  test('has odd direction integers below 2^k in every dimension, and no polynomial twice', () => {
    for (const [, ...numbers] of JOE_KUO_NUMBERS) {
      numbers.forEach((number, index) => {
        expect(number % 2).toBe(1);
        expect(number).toBeLessThan(2 ** (index + 1));
      });
    }
    const polynomials = JOE_KUO_NUMBERS.map(([inner, ...numbers]) => `${numbers.length}/${inner}`);
    expect(new Set(polynomials).size).toBe(polynomials.length);
  });

  test('integrates the g-function as the same points did elsewhere', () => {
    const { mean } = expected<{ mean: number }>('sobol_integration_gfunction_1024');
    const a = [0, 1, 4.5, 9, 99, 99, 99, 99];
    const values = first(1024, 8).map((x) =>
      x.reduce((product, u, i) => (product * (Math.abs(4 * u - 2) + a[i])) / (1 + a[i]), 1),
    );
    expect(values.reduce((sum, value) => sum + value, 0) / 1024).toBeCloseTo(mean, 12);
  });

  test('scrambled stays stratified in all 128 dimensions, and strictly inside (0, 1)', () => {
    const sequence = sobolSequence(MOST_SOBOL_DIMENSIONS, stream);
    const points = Array.from({ length: 256 }, (_, index) => sequence.point(index));
    for (let dimension = 0; dimension < MOST_SOBOL_DIMENSIONS; dimension++) {
      expect(isStratified(column(points, dimension))).toBe(true);
    }
    expect(points.flatMap((point) => [...point]).every((u) => u > 0 && u < 1)).toBe(true);
    expect([...sequence.point(3)]).not.toEqual([...sobolSequence(MOST_SOBOL_DIMENSIONS).point(3)]);
  });

  test('scrambled has every elementary square of its first two dimensions filled once', () => {
    const sequence = sobolSequence(2, stream);
    const cells = Array.from({ length: 256 }, (_, index) => {
      const [x, y] = sequence.point(index);
      return Math.floor(x * 16) * 16 + Math.floor(y * 16);
    });
    expect(new Set(cells).size).toBe(256);
  });

  test('scrambled over many streams is uniform in every point', () => {
    const streams = new Streams({ seed: 'scrambles' });
    const scramble = streams.open('test', 'design', 'scramble');
    const values = Array.from({ length: 2000 }, (_, replication) => {
      streams.begin(replication);
      return sobolSequence(2, scramble).point(5)[1];
    });
    const mean = values.reduce((sum, u) => sum + u, 0) / values.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / values.length));
  });

  test.each([0, 2.5, MOST_SOBOL_DIMENSIONS + 1])('refuses %d dimensions', (dimensions) => {
    expect(() => sobolSequence(dimensions)).toThrow(
      `Sobol dimensions: ${dimensions}, expected a whole number from 1 to 128`,
    );
  });
});

describe('a Latin hypercube', () => {
  test('has exactly one point in each interval of each dimension', () => {
    const { n, d } = reference.cases.find((one) => one.name === 'lhs_properties')!.inputs as {
      n: number;
      d: number;
    };
    const points = latinHypercube({ size: n, dimensions: d, stream });
    for (let dimension = 0; dimension < d; dimension++)
      expect(isStratified(column(points, dimension))).toBe(true);
  });

  test('has the published variance of the mean of a sum', () => {
    const { example } = expected<{ example: { n: number; d: number; lhsVar: number } }>('lhs_properties');
    const streams = new Streams({ seed: 'hypercubes' });
    const points = streams.open('test', 'design', 'hypercube');
    const experiments = 2000;
    const squares = Array.from({ length: experiments }, (_, replication) => {
      streams.begin(replication);
      const rows = latinHypercube({ size: example.n, dimensions: example.d, stream: points });
      const mean = rows.reduce((sum, row) => sum + row.reduce((a, b) => a + b, 0), 0) / example.n;
      return (mean - example.d / 2) ** 2;
    });
    const variance = squares.reduce((sum, square) => sum + square, 0) / experiments;
    // A variance from m normal values has standard error sqrt(2/m) of itself.
    expect(Math.abs(variance / example.lhsVar - 1)).toBeLessThan(4 * Math.sqrt(2 / experiments));
  });
});

describe('Morris trajectories', () => {
  const trajectories = morrisTrajectories({ factors: 6, trajectories: 50, stream });

  test('move every factor once by two thirds, on a grid of four levels', () => {
    for (const steps of trajectories) {
      expect(steps).toHaveLength(7);
      expect(new Set(steps.map(({ moved }) => moved)).size).toBe(7);
      steps.slice(1).forEach(({ position, moved, by }, index) => {
        const before = steps[index].position;
        position.forEach((value, factor) => {
          expect(value - before[factor]).toBeCloseTo(factor === moved ? by : 0, 12);
          expect([0, 1 / 3, 2 / 3, 1]).toContain(value);
        });
        expect(Math.abs(by)).toBeCloseTo(2 / 3, 12);
      });
    }
  });

  test('start anywhere on the grid, go up as often as down, and need an even number of levels', () => {
    const starts = new Set(trajectories.map(([{ position }]) => position[0]));
    expect(starts.size).toBe(4);
    const ups = trajectories.flatMap((steps) => steps.slice(1)).filter(({ by }) => by > 0).length;
    expect(Math.abs(ups - 150)).toBeLessThan(4 * Math.sqrt(300 / 4));
    expect(() => morrisTrajectories({ factors: 1, trajectories: 1, levels: 3, stream })).toThrow(
      'Morris levels: 3, expected an even number from 2',
    );
  });
});

describe('Saltelli rows', () => {
  test('of AB take one value from B and the others from A', () => {
    const row = saltelliRows(4, stream);
    const [a, b, ab] = [row('A', 7), row('B', 7), row({ fromB: 2 }, 7)];
    expect([...ab]).toEqual([a[0], a[1], b[2], a[3]]);
    expect(a.every((u, index) => u !== b[index])).toBe(true);
  });

  test('refuse more factors than half the dimensions', () => {
    expect(() => saltelliRows(65, stream)).toThrow(
      'Saltelli factors: 65, expected a whole number from 1 to 64',
    );
  });
});
