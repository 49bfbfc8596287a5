import { brier, crpsEnsemble, pinball, quantile7 } from '../../src/statistics/index.ts';

/** What came: a value, or nothing yet at a value that was watched up to. */
export type Outcome = { readonly observed: number } | { readonly censored: number };

/** The scores of one forecast, in the unit of what is forecast; what does not apply is undefined. */
export interface OutcomeScore {
  /** Continuous ranked probability score; of what is unfinished, integrated up to the as-of date. */
  readonly crps: number;
  /** The same where what came is known to be within the label's error only: nothing inside that is scored. */
  readonly intervalCrps: number | undefined;
  readonly pinball: Readonly<Record<10 | 50 | 90, number>> | undefined;
  /** Probability integral transform: the part of the forecast at or below what came. */
  readonly pit: number | undefined;
  readonly covered: Readonly<Record<Level, boolean>> | undefined;
  readonly intervalCovered80: boolean | undefined;
}

export const LEVELS = [50, 80, 90] as const;

export type Level = (typeof LEVELS)[number];

/** Scores a forecast by its members, in any order. */
export function scoreOutcome(
  members: Float64Array,
  outcome: Outcome,
  { labelError = 0 }: { labelError?: number } = {},
): OutcomeScore {
  const sorted = members.slice().sort();
  if ('censored' in outcome) {
    return {
      crps: unfinishedCrps(sorted, outcome.censored),
      intervalCrps: undefined,
      pinball: undefined,
      pit: undefined,
      covered: undefined,
      intervalCovered80: undefined,
    };
  }
  const { observed } = outcome;
  const at = (p: number): number => quantile7(sorted, p)!;
  const within = (level: Level, low: number, high: number): boolean => {
    const tail = (1 - level / 100) / 2;
    return high >= at(tail) && low <= at(1 - tail);
  };
  const [low, high] = [observed - labelError, observed + labelError];
  return {
    crps: crpsEnsemble(sorted, observed, { fair: true }),
    intervalCrps: labelError > 0 ? intervalCrps(sorted, low, high) : undefined,
    pinball: {
      10: pinball(0.1, at(0.1), observed),
      50: pinball(0.5, at(0.5), observed),
      90: pinball(0.9, at(0.9), observed),
    },
    pit: rankOf(sorted, observed),
    covered: {
      50: within(50, observed, observed),
      80: within(80, observed, observed),
      90: within(90, observed, observed),
    },
    intervalCovered80: labelError > 0 ? within(80, low, high) : undefined,
  };
}

/**
 * ∫₀^c F(t)² dt, as the fair score of members cut at c: what comes later than the as-of date is scored for nothing
 * but being later.
 *
 * Source: T. Gneiting and R. Ranjan, J. Business & Economic Statistics 29 (2011), with an indicator as weight.
 */
function unfinishedCrps(members: Float64Array, asOf: number): number {
  return crpsEnsemble(
    members.map((member) => Math.min(member, asOf)),
    asOf,
    { fair: true },
  );
}

/** The score with no weight between the two bounds of a label: the bounds become one point. */
function intervalCrps(members: Float64Array, low: number, high: number): number {
  return crpsEnsemble(
    members.map((member) => (member <= low ? member : Math.max(low, member - (high - low)))),
    low,
    { fair: true },
  );
}

function rankOf(sorted: Float64Array, observed: number): number {
  let below = 0;
  for (const member of sorted) {
    if (member > observed) break;
    below++;
  }
  return below / sorted.length;
}

/** Brier score of "over by day"; undefined where it is not known whether it was. */
export function brierBy(members: Float64Array, outcome: Outcome, day: number): number | undefined {
  const happened =
    'observed' in outcome ? outcome.observed <= day : outcome.censored >= day ? false : undefined;
  if (happened === undefined) return undefined;
  let by = 0;
  for (const member of members) by += member <= day ? 1 : 0;
  return brier(by / members.length, happened);
}
