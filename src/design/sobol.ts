import type { Stream } from '../random/index.ts';
import { asWritten } from '../refusal/index.ts';
import { JOE_KUO_NUMBERS } from './joeKuoNumbers.ts';

const BITS = 32;
const SCALE = 2 ** -BITS;

/** Most dimensions for which there are direction numbers here. */
export const MOST_SOBOL_DIMENSIONS: number = JOE_KUO_NUMBERS.length + 1;

/** A Sobol sequence, point by point: point i needs no other. */
export interface SobolSequence {
  readonly dimensions: number;
  /** Coordinates of point `index`, from 0; with scrambling strictly inside (0, 1). */
  point(index: number): Float64Array;
}

/**
 * A Sobol sequence in base 2 in Gray-code order, from the direction numbers of Joe and Kuo.
 *
 * With a stream it is scrambled: a random lower-triangular matrix on the bits of each dimension and a digital shift, so
 * that every point is uniform and 2ᵐ points still fall one into each of 2ᵐ equal intervals of every dimension. Without
 * one, point 0 is the origin. Source of the scrambling: J. Matoušek, "On the L2-discrepancy for anchored boxes", J.
 * Complexity 14 (1998).
 *
 * @throws RangeError on more dimensions than there are numbers for
 * @example sobolSequence(3).point(1) // 0.5, 0.5, 0.5
 */
export function sobolSequence(dimensions: number, scramble?: Stream): SobolSequence {
  if (!Number.isInteger(dimensions) || dimensions < 1 || dimensions > MOST_SOBOL_DIMENSIONS) {
    throw new RangeError(
      `Sobol dimensions: ${asWritten(dimensions)}, expected a whole number from 1 to ${MOST_SOBOL_DIMENSIONS}`,
    );
  }
  const directions = new Uint32Array(dimensions * BITS);
  const shifts = new Uint32Array(dimensions);
  for (let dimension = 0; dimension < dimensions; dimension++) {
    const numbers = directionNumbers(dimension);
    if (scramble !== undefined) {
      shifts[dimension] = randomWord(scramble, dimension, BITS);
      scrambleBits(numbers, (row) => randomWord(scramble, dimension, row));
    }
    directions.set(numbers, dimension * BITS);
  }
  const half = scramble === undefined ? 0 : 0.5;
  return {
    dimensions,
    point(index) {
      if (!Number.isInteger(index) || index < 0 || index >= 2 ** BITS) {
        throw new RangeError(
          `Sobol point: ${asWritten(index)}, expected a whole number from 0 to ${2 ** BITS - 1}`,
        );
      }
      const gray = (index ^ (index >>> 1)) >>> 0;
      return Float64Array.from({ length: dimensions }, (_, dimension) => {
        let bits = shifts[dimension];
        for (let bit = 0, rest = gray; rest !== 0; bit++, rest >>>= 1) {
          if ((rest & 1) === 1) bits ^= directions[dimension * BITS + bit];
        }
        return ((bits >>> 0) + half) * SCALE;
      });
    },
  };
}

/** v₁ … v₃₂ of a dimension counted from 0, the first binary digit in the highest bit. */
function directionNumbers(dimension: number): Uint32Array {
  const numbers = new Uint32Array(BITS);
  if (dimension === 0) return numbers.map((_, bit) => 2 ** (BITS - 1 - bit));
  const [inner, ...first] = JOE_KUO_NUMBERS[dimension - 1];
  const degree = first.length;
  for (let bit = 0; bit < BITS; bit++) {
    if (bit < degree) {
      numbers[bit] = first[bit] * 2 ** (BITS - 1 - bit);
      continue;
    }
    let word = numbers[bit - degree] ^ (numbers[bit - degree] >>> degree);
    for (let k = 1; k < degree; k++) {
      if (((inner >>> (degree - 1 - k)) & 1) === 1) word ^= numbers[bit - k];
    }
    numbers[bit] = word;
  }
  return numbers;
}

/**
 * Multiplies each number by a lower-triangular matrix with ones on its diagonal; row r is made of the first r random
 * bits.
 */
function scrambleBits(numbers: Uint32Array, randomRow: (row: number) => number): void {
  const rows = Uint32Array.from({ length: BITS }, (_, row) => {
    const diagonal = 2 ** (BITS - 1 - row);
    const above = row === 0 ? 0 : ~(2 ** (BITS - row) - 1);
    return (randomRow(row) & above) | diagonal;
  });
  numbers.forEach((number, index) => {
    let product = 0;
    for (let row = 0; row < BITS; row++) {
      if (parity(number & rows[row]) === 1) product |= 1 << (BITS - 1 - row);
    }
    numbers[index] = product;
  });
}

function parity(word: number): number {
  let bits = word ^ (word >>> 16);
  bits ^= bits >>> 8;
  bits ^= bits >>> 4;
  return (0x6996 >>> (bits & 15)) & 1;
}

function randomWord(stream: Stream, dimension: number, occurrence: number): number {
  return Math.floor(stream.uniform(dimension, occurrence) * 2 ** BITS) >>> 0;
}
