// From the files and not from the room's index, which would make every worker load the scenario language.
import { designStream } from '../design/designStream.ts';
import { saltelliRows, type SaltelliMatrix } from '../design/saltelli.ts';
import { Streams } from '../random/index.ts';
import type { Point } from './model.ts';

/**
 * Some inputs of a point take a new row of a Saltelli design in every replication, and the point says whose random
 * numbers all other draws are: those of A or those of B. So "which seed" is a factor like the inputs.
 */
export interface SampledInputs {
  /** Input names, in the order of the design's columns. */
  readonly names: readonly string[];
  readonly matrix: SaltelliMatrix;
  readonly draws: 'A' | 'B';
  /** Seed of the design. */
  readonly seed: string;
}

/**
 * Makes the streams of a replication of a sampled point; replication r uses the random numbers 2r (A) or 2r + 1 (B).
 */
export function sampledStreams<S>(
  { atPlan, inputs }: Point<S>,
  { names, matrix, draws, seed: designSeed }: SampledInputs,
  seed: string,
): (replication: number) => Streams {
  const rowOf = saltelliRows(names.length, designStream(designSeed, 'saltelli'));
  return (replication) => {
    const row = rowOf(matrix, replication);
    const sampled = Object.fromEntries(names.map((name, index) => [name, row[index]]));
    const streams = new Streams({ seed, atPlan, inputs: { ...inputs, ...sampled } });
    streams.begin(2 * replication + (draws === 'A' ? 0 : 1));
    return streams;
  };
}
