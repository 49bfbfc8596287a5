import { columnFor, columnsFor, type PointRecords, targetMilestone } from '../record/index.ts';
import {
  NOT_AVAILABLE,
  weightedMean,
  weightedProportion,
  weightedRankCorrelation,
  weightsAt,
  withinBounds,
  type Estimate,
  type Weights,
} from '../statistics/index.ts';
import { lightest } from './lightest.ts';
import { dueDay, isPastDue, milestoneProbability } from './targetProbability.ts';
import { tellingResponse } from './tellingResponse.ts';

/** How a run came out where one uncertain input was drawn low or high. */
export interface InputEffect {
  readonly input: string;
  /** Middle of the fifth of the runs that it is about, in their order by the input: 0.1 or 0.9. */
  readonly level: number;
  /** Runs in that fifth. */
  readonly replications: number;
  /** Probability of the target among them; nothing where it was due before the as-of date, as of the part. */
  readonly target: Estimate;
  /** Mean part of the target's amount on its date among them; nothing where the model does not say. */
  readonly attained: Estimate | undefined;
  /** Mean days to the target among them, counted up to the horizon. */
  readonly days: Estimate;
  /**
   * Of the input with that part, over all runs; with the days to the target where it is nearly sure, as the part is
   * then nearly always all of it, and where no such part is forecast: below zero for what comes earlier where it is
   * high.
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
  const isPast = isPastDue(target, point.outputs);
  const attained = isPast ? undefined : columnFor('attained', columns);
  const parts = attained && point.column(attained.name);
  const { weights } = point;
  const isSure = tellingResponse(milestoneProbability(point, target).estimate) === 'days';
  return columnsFor('input', columns).flatMap(({ name, measure = name }) => {
    const drawn = point.column(name);
    const order = Array.from(drawn, (_, place) => place).sort((a, b) => drawn[a]! - drawn[b]! || a - b);
    if (drawn[order[0]!] === drawn[order.at(-1)!]) return [];
    const correlation = weightedRankCorrelation(drawn, isSure ? days : (parts ?? days), weights);
    return [
      { level: 0.1, fifth: lightest(order, 1 / FIFTH, weights) },
      { level: 0.9, fifth: lightest(order.toReversed(), 1 / FIFTH, weights).reverse() },
    ].map(({ level, fifth }) => ({
      input: measure,
      level,
      replications: fifth.length,
      target: isPast
        ? NOT_AVAILABLE
        : weightedProportion(
            fifth.map((place) => (days[place]! < end ? 1 : 0)),
            weightsAt(weights, fifth),
          ),
      attained:
        parts &&
        meanPart(
          fifth.map((place) => parts[place]!),
          weightsAt(weights, fifth),
        ),
      days: weightedMean(
        fifth.map((place) => Math.min(days[place]!, point.outputs.horizonDays)),
        weightsAt(weights, fifth),
      ),
      rankCorrelation: correlation,
    }));
  });
}

/** The same of all runs. */
export function overall(
  point: PointRecords,
): Pick<InputEffect, 'replications' | 'target' | 'days'> & { readonly attained: Estimate } {
  const { columns, horizonDays } = point.outputs;
  const target = targetMilestone(columns)!;
  const isPast = isPastDue(target, point.outputs);
  const attained = isPast ? undefined : columnFor('attained', columns);
  const days = point.column(target.name);
  return {
    replications: days.length,
    target: isPast ? NOT_AVAILABLE : milestoneProbability(point, target),
    attained: attained === undefined ? NOT_AVAILABLE : meanPart(point.column(attained.name), point.weights),
    days: weightedMean(
      days.map((day) => Math.min(day, horizonDays)),
      point.weights,
    ),
  };
}

/** A mean of parts of a whole: its interval, which is symmetric, ends where no part can be. */
function meanPart(parts: ArrayLike<number>, weights: Weights): Estimate {
  return withinBounds(weightedMean(parts, weights), { least: 0, most: 1 });
}
