import { columnFor, columnsFor, type PointRecords, targetMilestone } from '../record/index.ts';
import {
  NOT_AVAILABLE,
  weightedMean,
  weightedProportion,
  weightedRankCorrelation,
  weightsAt,
  type Estimate,
  type Weights,
} from '../statistics/index.ts';
import { lightest } from './lightest.ts';
import { dueDay, milestoneProbability } from './targetProbability.ts';

/** How a run came out where one uncertain input was drawn low or high. */
export interface InputEffect {
  readonly input: string;
  /** Middle of the fifth of the runs that it is about, in their order by the input: 0.1 or 0.9. */
  readonly level: number;
  /** Runs in that fifth. */
  readonly replications: number;
  /** Probability of the target among them. */
  readonly target: Estimate;
  /** Mean part of the target's amount on its date among them; nothing where the model does not say. */
  readonly attained: Estimate | undefined;
  /**
   * Of the input with that part, else with the target's date, over all runs; below zero for what comes earlier where
   * it is high.
   */
  readonly rankCorrelation: Estimate;
}

const FIFTH = 5;

/**
 * What the answer of a run depends on, from its own replications: for each main input the fifth of them in which it
 * was drawn lowest, and the fifth in which it was highest. Inputs that are correlated move together in both.
 */
export function inputEffects(point: PointRecords): InputEffect[] {
  const { columns } = point.outputs;
  const target = targetMilestone(columns);
  if (target === undefined) return [];
  const end = dueDay(target, point.outputs) + 1;
  const days = point.column(target.name);
  const attained = columnFor('attained', columns);
  const parts = attained && point.column(attained.name);
  const { weights } = point;
  return columnsFor('input', columns).flatMap(({ name, measure = name }) => {
    const drawn = point.column(name);
    const order = Array.from(drawn, (_, place) => place).sort((a, b) => drawn[a]! - drawn[b]! || a - b);
    if (drawn[order[0]!] === drawn[order.at(-1)!]) return [];
    const correlation = weightedRankCorrelation(drawn, parts ?? days, weights);
    return [
      { level: 0.1, fifth: lightest(order, 1 / FIFTH, weights) },
      { level: 0.9, fifth: lightest(order.toReversed(), 1 / FIFTH, weights).reverse() },
    ].map(({ level, fifth }) => ({
      input: measure,
      level,
      replications: fifth.length,
      target: weightedProportion(
        fifth.map((place) => (days[place]! < end ? 1 : 0)),
        weightsAt(weights, fifth),
      ),
      attained:
        parts &&
        meanPart(
          fifth.map((place) => parts[place]!),
          weightsAt(weights, fifth),
        ),
      rankCorrelation: correlation,
    }));
  });
}

/** The same of all runs. */
export function overall(point: PointRecords): { replications: number; target: Estimate; attained: Estimate } {
  const { columns } = point.outputs;
  const target = targetMilestone(columns)!;
  const attained = columnFor('attained', columns);
  return {
    replications: point.column(target.name).length,
    target: milestoneProbability(point, target),
    attained: attained === undefined ? NOT_AVAILABLE : meanPart(point.column(attained.name), point.weights),
  };
}

/** A mean of parts of a whole: its interval, which is symmetric, ends where no part can be. */
function meanPart(parts: ArrayLike<number>, weights: Weights): Estimate {
  const mean = weightedMean(parts, weights);
  const { low, high } = mean;
  return {
    ...mean,
    ...(low === undefined ? {} : { low: Math.max(0, low) }),
    ...(high === undefined ? {} : { high: Math.min(1, high) }),
  };
}

/**
 * Whether a probability can be seen to move with an input: one near 0 or 1 hardly can, and the part of the target
 * that is there on its date is shown in its place.
 */
export function isTelling(probability: number | undefined): boolean {
  return probability === undefined || (probability >= 0.2 && probability <= 0.8);
}
