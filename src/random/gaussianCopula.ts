import { normalCdf } from './normalCdf.ts';
import { asWritten } from '../refusal/index.ts';
import { openUniform } from './openUniform.ts';
import { requireList, requireWithin } from './requirement.ts';

/** Turns independent standard normals into dependent uniforms, in the declared order of the variables. */
export interface GaussianCopula {
  readonly size: number;
  /** Lower triangle of the Cholesky factor, rows one after the other. */
  readonly factor: readonly number[];
  uniforms(normals: readonly number[]): number[];
}

/** The Pearson correlation of the normals behind a Spearman rank correlation: 2 sin(πρ/6). Source: Kruskal (1958). */
export function pearsonOfRank(rankCorrelation: number): number {
  requireWithin('rank correlation', rankCorrelation, -1, 1);
  // The sine rounds: perfect dependence must stay perfect.
  return Math.abs(rankCorrelation) === 1 ? rankCorrelation : 2 * Math.sin((Math.PI * rankCorrelation) / 6);
}

/** The Spearman rank correlation of a Gaussian copula: (6/π) arcsin(ρ/2). Source: Kruskal (1958). */
export function rankOfPearson(correlation: number): number {
  requireWithin('correlation', correlation, -1, 1);
  return (6 / Math.PI) * Math.asin(correlation / 2);
}

/**
 * A Gaussian copula with the given Spearman rank correlations.
 *
 * The Cholesky factor is taken in declared order, so a variable appended at the end leaves the earlier ones as they
 * were.
 *
 * @throws RangeError when the matrix is not square, symmetric, with ones on the diagonal and entries in [−1, 1], or
 * when no joint distribution has these correlations (smallest eigenvalue below zero)
 * @example gaussianCopula([[1, 0.5], [0.5, 1]]).uniforms([0.3, -1.2])
 */
export function gaussianCopula(rankCorrelations: readonly (readonly number[])[]): GaussianCopula {
  requireList('rank correlations', rankCorrelations, 'rows');
  const size = rankCorrelations.length;
  checkMatrix(rankCorrelations);
  const pearson = rankCorrelations.map((row, i) =>
    row.map((correlation, j) => (i === j ? 1 : pearsonOfRank(correlation))),
  );
  const factor = cholesky(pearson);
  return {
    size,
    factor,
    uniforms: (normals) => {
      if (normals.length !== size) {
        throw new RangeError(`normals of the copula: ${normals.length}, expected ${size}`);
      }
      return normals.map((_, i) => {
        let z = 0;
        for (let j = 0; j <= i; j++) z += factor[rowStart(i) + j] * normals[j];
        return openUniform(normalCdf(z));
      });
    },
  };
}

function rowStart(row: number): number {
  return (row * (row + 1)) / 2;
}

function checkMatrix(matrix: readonly (readonly number[])[]): void {
  const size = matrix.length;
  matrix.forEach((row, i) => {
    requireList(`correlation row ${i + 1}`, row, 'numbers');
    if (row.length !== size) {
      throw new RangeError(`correlation row ${i + 1}: ${row.length} entries, expected ${size}`);
    }
    row.forEach((value, j) => {
      const where = `correlation ${i + 1},${j + 1}: ${asWritten(value)}`;
      if (i === j && value !== 1) throw new RangeError(`${where}, expected 1 on the diagonal`);
      if (typeof value !== 'number' || !(value >= -1 && value <= 1))
        throw new RangeError(`${where}, expected a number from -1 to 1`);
      if (value !== matrix[j][i])
        throw new RangeError(`${where}, expected ${matrix[j][i]} as in ${j + 1},${i + 1}`);
    });
  });
}

// A pivot of rounding size is a perfect dependence, and ends that column; one clearly below zero is refused.
function cholesky(matrix: readonly (readonly number[])[]): number[] {
  const size = matrix.length;
  const tolerance = 1e-12 * size;
  const factor = Array.from({ length: rowStart(size) }, () => 0);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i][j];
      for (let k = 0; k < j; k++) rest -= factor[rowStart(i) + k] * factor[rowStart(j) + k];
      if (i === j) {
        if (rest < -tolerance) refuse(matrix, i);
        factor[rowStart(i) + i] = rest <= tolerance ? 0 : Math.sqrt(rest);
      } else {
        const pivot = factor[rowStart(j) + j];
        if (pivot === 0 && Math.abs(rest) > Math.sqrt(tolerance)) refuse(matrix, i);
        factor[rowStart(i) + j] = pivot === 0 ? 0 : rest / pivot;
      }
    }
  }
  return factor;
}

function refuse(matrix: readonly (readonly number[])[], row: number): never {
  throw new RangeError(
    `correlation matrix: smallest eigenvalue ${smallestEigenvalue(matrix).toPrecision(4)}, expected 0 or more ` +
      `(no joint distribution has these correlations; the contradiction shows at row ${row + 1})`,
  );
}

/** The smallest eigenvalue of a symmetric matrix, by cyclic Jacobi rotations. */
export function smallestEigenvalue(matrix: readonly (readonly number[])[]): number {
  const a = matrix.map((row) => [...row]);
  const size = a.length;
  for (let sweep = 0; sweep < 50; sweep++) {
    let offDiagonal = 0;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        offDiagonal += a[p][q] ** 2;
        if (a[p][q] !== 0) rotate(a, p, q);
      }
    }
    if (offDiagonal < 1e-30) break;
  }
  return Math.min(...a.map((row, i) => row[i]));
}

function rotate(a: number[][], p: number, q: number): void {
  const theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(t * t + 1);
  const sine = t * cosine;
  for (const row of a) {
    const left = row[p];
    const right = row[q];
    row[p] = cosine * left - sine * right;
    row[q] = sine * left + cosine * right;
  }
  const rowP = a[p];
  const rowQ = a[q];
  for (let i = 0; i < a.length; i++) {
    const upper = rowP[i];
    const lower = rowQ[i];
    rowP[i] = cosine * upper - sine * lower;
    rowQ[i] = sine * upper + cosine * lower;
  }
}
