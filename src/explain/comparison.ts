import { asOfDay, ON_TIME, targetMilestone, type PointRecords } from '../record/index.ts';
import {
  weightedDifference,
  weightedMean,
  weightedProportion,
  weightedProportionDifference,
  type Estimate,
  type PairedDifference,
  type Weights,
} from '../statistics/index.ts';
import { censoredIn } from './censored.ts';
import { isPastDue } from './targetProbability.ts';
import { defaultResponses, responseOf, titledFor, type Response } from './response.ts';

/** One response of two points over the same draws. */
export interface Comparison {
  readonly response: Response;
  readonly a: Estimate;
  readonly b: Estimate;
  /** b − a. */
  readonly difference: PairedDifference;
  /** Replications in which either was cut at the horizon. */
  readonly censored: number;
  /**
   * Replications that count and have it before the as-of date at both, of two dates the later one: drawn, and no
   * forecast. All of them where whether the target is on time was settled before the as-of date of either.
   */
  readonly past: number;
  /** Replications that count. */
  readonly counted: number;
  readonly replications: number;
}

/**
 * Compares two points replication by replication in every response that both have.
 *
 * A milestone that is not reached counts as reached at the horizon, in both alike: the difference is that of min(T,
 * horizon), which is not that of T where something is censored.
 */
export function comparePoints(
  a: PointRecords,
  b: PointRecords,
  responses: readonly Response[] = sharedResponses(a, b),
): Comparison[] {
  return responses.map((response) => {
    const [first, second] = [response.values(a), response.values(b)];
    const differenceOf = response.kind === 'proportion' ? weightedProportionDifference : weightedDifference;
    return {
      response,
      a: absolute(response, first, a.weights),
      b: absolute(response, second, a.weights),
      difference: differenceOf(second, first, a.weights),
      censored: response.restricted ? censoredIn(response.name, a, b) : 0,
      ...pastOf(response, {
        a: first,
        b: second,
        weights: a.weights,
        today: Math.max(asOfDay(a.outputs), asOfDay(b.outputs)),
        isPastDue:
          response.name === ON_TIME &&
          [a, b].some(({ outputs }) => isPastDue(targetMilestone(outputs.columns), outputs)),
      }),
      replications: first.length,
    };
  });
}

function pastOf(
  { kind }: Response,
  {
    a,
    b,
    weights,
    today,
    isPastDue: isAll,
  }: {
    readonly a: Float64Array;
    readonly b: Float64Array;
    readonly weights: Weights;
    readonly today: number;
    /** Whether all of it lies before that day. */
    readonly isPastDue: boolean;
  },
): Pick<Comparison, 'past' | 'counted'> {
  let past = 0;
  let counted = 0;
  for (let i = 0; i < a.length; i++) {
    if (weights?.[i] === 0) continue;
    counted++;
    const isPast = kind === 'time' && Math.floor(a[i]!) < today && Math.floor(b[i]!) < today;
    if (isAll || isPast) past++;
  }
  return { past, counted };
}

/** The default responses that both points have, times cut at the shorter horizon. */
export function sharedResponses(a: PointRecords, b: PointRecords): Response[] {
  const horizonDays = Math.min(a.outputs.horizonDays, b.outputs.horizonDays);
  return defaultResponses({ ...a.outputs, horizonDays })
    .filter(({ name }) => responseOf(name, b.outputs) !== undefined)
    .map((response) => titledFor(response, [a.outputs, b.outputs]));
}

/** The mean or the proportion of a response with its interval. */
export function absolute({ kind }: Response, values: Float64Array, weights: Weights): Estimate {
  return kind === 'proportion' ? weightedProportion(values, weights) : weightedMean(values, weights);
}
