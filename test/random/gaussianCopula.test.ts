import { describe, expect, test } from 'vitest';
import {
  gaussianCopula,
  normalQuantile,
  pearsonOfRank,
  rankOfPearson,
  Streams,
} from '../../src/random/index.ts';
import { smallestEigenvalue } from '../../src/random/gaussianCopula.ts';
import reference from '../fixtures/statistics-decisions.json' with { type: 'json' };

const caseOf = (name: string): { inputs: never; expected: never } => {
  const found = reference.cases.find((entry) => entry.name === name);
  return found as unknown as { inputs: never; expected: never };
};

function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  const ranks = (values: readonly number[]): number[] => {
    const order = values.map((_, i) => i).sort((i, j) => values[i] - values[j]);
    const result: number[] = [];
    order.forEach((index, rank) => {
      result[index] = rank;
    });
    return result;
  };
  const [ra, rb] = [ranks(a), ranks(b)];
  const n = a.length;
  const squares = ra.reduce((sum, rank, i) => sum + (rank - rb[i]) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}

describe('a Gaussian copula', () => {
  test('links rank and Pearson correlation as the reference does', () => {
    const { inputs, expected } = caseOf('gaussian_copula_rank_correlation') as {
      inputs: { rho: number[] };
      expected: { spearman: number[] };
    };
    inputs.rho.forEach((rho, i) => {
      expect(rankOfPearson(rho)).toBeCloseTo(expected.spearman[i], 12);
      expect(pearsonOfRank(expected.spearman[i])).toBeCloseTo(rho, 12);
    });
  });

  test('gives uniforms with the rank correlations asked for', () => {
    const wanted = [
      [1, 0.7, -0.3],
      [0.7, 1, 0.1],
      [-0.3, 0.1, 1],
    ];
    const copula = gaussianCopula(wanted);
    const streams = new Streams({ seed: 'copula' });
    const columns = ['a', 'b', 'c'].map((name) => streams.open('test', name, 'z'));
    const count = 20_000;
    const rows = Array.from({ length: count }, (_, i) =>
      copula.uniforms(columns.map((column) => column.normal(i))),
    );
    for (const [i, j] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ]) {
      const found = rankCorrelation(
        rows.map((row) => row[i]),
        rows.map((row) => row[j]),
      );
      expect(Math.abs(found - wanted[i][j])).toBeLessThan(4 / Math.sqrt(count));
    }
  });

  test('leaves earlier variables as they were when one is appended', () => {
    const two = gaussianCopula([
      [1, 0.5],
      [0.5, 1],
    ]).uniforms([0.3, -1.2]);
    const three = gaussianCopula([
      [1, 0.5, 0.2],
      [0.5, 1, -0.4],
      [0.2, -0.4, 1],
    ]).uniforms([0.3, -1.2, 0.8]);
    expect(three.slice(0, 2)).toEqual(two);
  });

  test('takes perfect dependence of either sign', () => {
    const [a, b] = gaussianCopula([
      [1, 1],
      [1, 1],
    ]).uniforms([0.3, 2]);
    expect(b).toBe(a);
    const [c, d] = gaussianCopula([
      [1, -1],
      [-1, 1],
    ]).uniforms([0.3, 2]);
    expect(d).toBeCloseTo(1 - c, 14);
  });

  test('refuses a matrix that no joint distribution has, with its smallest eigenvalue', () => {
    const { inputs, expected } = caseOf('non_psd_correlation_request') as {
      inputs: { matrix: number[][] };
      expected: { eigenMin: number };
    };
    expect(smallestEigenvalue(inputs.matrix)).toBeCloseTo(expected.eigenMin, 12);
    const asRanks = inputs.matrix.map((row, i) =>
      row.map((value, j) => (i === j ? 1 : rankOfPearson(value))),
    );
    expect(() => gaussianCopula(asRanks)).toThrow(/smallest eigenvalue -0\.007352/);
    expect(() => gaussianCopula(inputs.matrix)).toThrow(/smallest eigenvalue -0\.0.*row 3/);
    expect(() =>
      gaussianCopula([
        [1, 1, 0.5],
        [1, 1, -0.5],
        [0.5, -0.5, 1],
      ]),
    ).toThrow(/smallest eigenvalue/);
  });

  test('refuses a matrix that is not one of correlations, saying where', () => {
    expect(() => gaussianCopula([[1, 0.2]])).toThrow('correlation row 1: 2 entries, expected 1');
    expect(() =>
      gaussianCopula([
        [1, 0.2],
        [0.3, 1],
      ]),
    ).toThrow('correlation 1,2: 0.2, expected 0.3 as in 2,1');
    expect(() =>
      gaussianCopula([
        [1, 2],
        [2, 1],
      ]),
    ).toThrow('correlation 1,2: 2, expected a number from -1 to 1');
    expect(() => gaussianCopula([[0.9]])).toThrow('correlation 1,1: 0.9, expected 1 on the diagonal');
    expect(() => gaussianCopula([[1]]).uniforms([0, 0])).toThrow('normals of the copula: 2, expected 1');
  });

  test('with one variable is the identity', () => {
    expect(gaussianCopula([[1]]).uniforms([normalQuantile(0.2)])[0]).toBeCloseTo(0.2, 14);
  });
});
