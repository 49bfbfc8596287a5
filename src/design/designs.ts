import type { Seed } from '../random/index.ts';
import { asWritten } from '../refusal/index.ts';
import { designStream } from './designStream.ts';
import {
  checkFactors,
  levelAt,
  levelsOf,
  placeInRange,
  rowOf,
  type DesignRow,
  type Factor,
  type Level,
} from './factor.ts';
import { latinHypercube } from './latinHypercube.ts';
import { morrisTrajectories } from './morris.ts';
import { sobolSequence } from './sobol.ts';

/** Most rows that a design may have; more is a slip of the finger. */
const MOST_ROWS = 100_000;

/** Row k takes the k-th value of every factor. @throws RangeError when factors have different numbers of values */
export function listDesign(factors: readonly Factor[]): DesignRow[] {
  checkFactors(factors);
  const columns = factors.map(levelsOf);
  const { length } = columns[0];
  columns.forEach((levels, index) => {
    if (levels.length !== length) {
      throw new RangeError(
        `factor ${factors[index].name}: ${levels.length} values, expected ${length} as many as ${factors[0].name} has`,
      );
    }
  });
  return Array.from({ length }, (_, row) => rowOf(columns.map((levels) => levels[row])));
}

/** Every combination of the factors' values, the last factor changing fastest. */
export function gridDesign(factors: readonly Factor[]): DesignRow[] {
  checkFactors(factors);
  const columns = factors.map(levelsOf);
  checkRows(columns.reduce((product, { length }) => product * length, 1));
  const rows = columns.reduce<ReturnType<typeof levelsOf>[]>(
    (before, levels) => before.flatMap((row) => levels.map((level) => [...row, level])),
    [[]],
  );
  return rows.map((levels) => rowOf(levels));
}

/** The base as it is, then each value of each factor alone; ranges and inputs at their low and high ends. */
export function oneAtATimeDesign(factors: readonly Factor[]): DesignRow[] {
  checkFactors(factors);
  const alone = factors.flatMap((factor) => {
    const levels = levelsOf(factor);
    const listed = factor.kind === 'values' || (factor.kind === 'input' && factor.levels !== undefined);
    return listed ? levels : [levels[0], levels[levels.length - 1]];
  });
  return [rowOf([], 'base'), ...alone.map((level) => rowOf([level]))];
}

/** A Latin hypercube over the factors; a list of values is cut into equal parts. */
export function latinHypercubeDesign(factors: readonly Factor[], { size, seed }: SampleOptions): DesignRow[] {
  checkSize('size', size);
  checkFactors(factors);
  const stream = designStream(seed, 'latin hypercube');
  return sampledRows(factors, latinHypercube({ size, dimensions: factors.length, stream }));
}

/** The first points of a scrambled Sobol sequence over the factors; a power of two is best. */
export function sobolDesign(factors: readonly Factor[], { size, seed }: SampleOptions): DesignRow[] {
  checkSize('size', size);
  checkFactors(factors);
  const sequence = sobolSequence(factors.length, designStream(seed, 'sobol'));
  return sampledRows(
    factors,
    Array.from({ length: size }, (_, index) => sequence.point(index)),
  );
}

/** A row of a Morris design, and the step that led to it. */
export interface MorrisRow extends DesignRow {
  readonly trajectory: number;
  /** Index of the factor that moved, or −1 at the start of a trajectory. */
  readonly moved: number;
  /** How far it moved, in units of its own range, with the sign of the move; 0 at the start. */
  readonly by: number;
}

/**
 * Morris trajectories over the factors: `size` of them, each of d + 1 rows. Inputs stand in the middle of each level.
 */
export function morrisDesign(
  factors: readonly Factor[],
  { size, seed, levels = 4 }: SampleOptions & { levels?: number },
): MorrisRow[] {
  checkSize('trajectories', size);
  checkFactors(factors);
  checkRows(size * (factors.length + 1));
  const stream = designStream(seed, 'morris');
  const trajectories = morrisTrajectories({ factors: factors.length, trajectories: size, levels, stream });
  const chosenAt = (position: Float64Array): Level[] =>
    factors.map((factor, index) => {
      const middle = (position[index] * (levels - 1) + 0.5) / levels;
      return levelAt(factor, factor.kind === 'range' ? position[index] : middle);
    });
  return trajectories.flatMap((steps, trajectory) =>
    steps.map(({ position, moved }, step) => {
      const chosen = chosenAt(position);
      // A list is cut into equal parts and an input stands in the middle of its levels: neither moves as far as the
      // grid does.
      const by =
        moved < 0 ? 0 : placeInRange(chosen[moved]) - placeInRange(chosenAt(steps[step - 1].position)[moved]);
      return { ...rowOf(chosen, `trajectory ${trajectory + 1} step ${step}`), trajectory, moved, by };
    }),
  );
}

/** How many rows, and the seed that decides them; it is no part of the draws of a run. */
export interface SampleOptions {
  readonly size: number;
  readonly seed: Seed;
}

function sampledRows(factors: readonly Factor[], points: readonly Float64Array[]): DesignRow[] {
  const digits = String(points.length).length;
  return points.map((point, index) => {
    const levels = factors.map((factor, dimension) => levelAt(factor, point[dimension]));
    return rowOf(levels, `row ${String(index + 1).padStart(digits, '0')}`);
  });
}

function checkSize(noun: string, size: number): void {
  if (!Number.isInteger(size) || size < 1) {
    throw new RangeError(`${noun}: ${asWritten(size)}, expected a whole number from 1`);
  }
  checkRows(size);
}

function checkRows(rows: number): void {
  if (rows > MOST_ROWS) throw new RangeError(`design: ${rows} rows, expected at most ${MOST_ROWS}`);
}
