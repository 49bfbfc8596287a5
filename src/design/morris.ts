import { requireCount } from './requireCount.ts';
import type { Stream } from '../random/index.ts';
import { asWritten } from '../refusal/index.ts';

/** One step of a trajectory: which factor moved to get here, and whether up. */
export interface MorrisStep {
  /** Position of every factor, from 0 to 1 in p − 1 equal steps. */
  readonly position: Float64Array;
  /** The factor that moved, or −1 at the start of a trajectory. */
  readonly moved: number;
  /** +Δ or −Δ, 0 at the start. */
  readonly by: number;
}

/**
 * Morris's one-at-a-time trajectories: each starts at a random point of a grid with p levels and moves every factor
 * once, in random order, by Δ = p / (2 (p − 1)).
 *
 * Source: M. D. Morris, Technometrics 33 (1991), 161–174.
 *
 * @throws RangeError on an odd number of levels
 * @example morrisTrajectories({ factors: 9, trajectories: 20, stream })
 */
export function morrisTrajectories({
  factors,
  trajectories,
  levels = 4,
  stream,
}: {
  factors: number;
  trajectories: number;
  levels?: number;
  stream: Stream;
}): MorrisStep[][] {
  requireCount('Morris factors', factors);
  requireCount('Morris trajectories', trajectories);
  if (!Number.isInteger(levels) || levels < 2 || levels % 2 === 1) {
    throw new RangeError(`Morris levels: ${asWritten(levels)}, expected an even number from 2`);
  }
  const half = levels / 2;
  const by = half / (levels - 1);
  return Array.from({ length: trajectories }, (_, trajectory) => {
    const up = Array.from({ length: factors }, (__, factor) => stream.uniform(factor, 3 * trajectory) < 0.5);
    let position = Float64Array.from({ length: factors }, (__, factor) => {
      const level = Math.floor(stream.uniform(factor, 3 * trajectory + 1) * half);
      return (up[factor] ? level : level + half) / (levels - 1);
    });
    const steps: MorrisStep[] = [{ position, moved: -1, by: 0 }];
    const keys = Array.from({ length: factors }, (__, factor) => stream.uniform(factor, 3 * trajectory + 2));
    const order = keys.map((key, factor) => ({ key, factor })).toSorted((a, b) => a.key - b.key);
    for (const { factor } of order) {
      const step = up[factor] ? by : -by;
      // Whole steps first, so that positions stay exactly on the grid.
      const level = Math.round((position[factor] + step) * (levels - 1));
      position = position.with(factor, level / (levels - 1));
      steps.push({ position, moved: factor, by: step });
    }
    return steps;
  });
}
