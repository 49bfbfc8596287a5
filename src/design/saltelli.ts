import type { Stream } from '../random/index.ts';
import { asWritten } from '../refusal/index.ts';
import { MOST_SOBOL_DIMENSIONS, sobolSequence } from './sobol.ts';

/** Which matrix a row belongs to: A, B, or A with one column from B. */
export type SaltelliMatrix = 'A' | 'B' | { readonly fromB: number };

/** Most factors of a Saltelli design: A and B together are one Sobol sequence. */
export const MOST_SALTELLI_FACTORS: number = MOST_SOBOL_DIMENSIONS / 2;

/** The matrices of a Saltelli design over so many factors, in the order in which they are run: A, B, AB₁ … AB_d. */
export function saltelliMatrices(factors: number): SaltelliMatrix[] {
  return ['A', 'B', ...Array.from({ length: factors }, (_, fromB) => ({ fromB }))];
}

/**
 * The rows of Saltelli's matrices A, B and AB_i, row by row from one scrambled Sobol sequence in 2d dimensions.
 *
 * Row j of AB_i is row j of A with its i-th value from row j of B; asking for more rows extends a design.
 * Source: A. Saltelli et al., Computer Physics Communications 181 (2010), 259–270.
 *
 * @throws RangeError on more factors than half the dimensions of the sequence
 * @example saltelliRows(3, stream)('A', 0)
 */
export function saltelliRows(
  factors: number,
  stream: Stream,
): (matrix: SaltelliMatrix, row: number) => Float64Array {
  if (!Number.isInteger(factors) || factors < 1 || factors > MOST_SALTELLI_FACTORS) {
    throw new RangeError(
      `Saltelli factors: ${asWritten(factors)}, expected a whole number from 1 to ${MOST_SALTELLI_FACTORS}`,
    );
  }
  const sequence = sobolSequence(2 * factors, stream);
  return (matrix, row) => {
    const both = sequence.point(row);
    if (matrix === 'A') return both.slice(0, factors);
    if (matrix === 'B') return both.slice(factors);
    return both.slice(0, factors).with(matrix.fromB, both[factors + matrix.fromB]);
  };
}
