/** A deal as it may be signed: on a known day, or by chance at a rate of its own. */
export interface Candidate {
  /** Deals of one tenant are no rivals. */
  readonly tenant: number;
  /** Day on which it is signed for sure. */
  readonly signed?: number | undefined;
  /** Days between which it may be signed, its rate a day, and the hazard that brings it about: −ln(1 − u). */
  readonly arrives?:
    | {
        readonly from: number;
        readonly until: number;
        readonly ratePerDay: number;
        readonly threshold: number;
      }
    | undefined;
}

/** How a rival's deal raises the rate: by a factor, for a time. */
export interface Reaction {
  readonly factor: number;
  readonly windowDays: number;
}

/**
 * The day on which each deal is signed, +Infinity for not by `until`.
 *
 * A deal comes when the integral of its rate reaches its threshold, so that it is a Poisson process given the others
 * and each deal has one draw, its own. Within the window after any rival's deal its rate is higher by the factor, once.
 *
 * @example arrivalDays([{ tenant: 0, signed: 10 }], { until: 100 }) // [10]
 */
export function arrivalDays(
  candidates: readonly Candidate[],
  { until, reaction = { factor: 1, windowDays: 0 } }: { until: number; reaction?: Reaction | undefined },
): number[] {
  const days = candidates.map(({ signed }) =>
    signed !== undefined && signed <= until ? signed : Number.POSITIVE_INFINITY,
  );
  const left = candidates.map(({ arrives }) => arrives?.threshold ?? Number.POSITIVE_INFINITY);
  const rateAt = (index: number, day: number): number => {
    const { arrives, tenant } = candidates[index]!;
    if (arrives === undefined || days[index]! < Infinity) return 0;
    if (day < arrives.from || day >= arrives.until) return 0;
    const isRoused = candidates.some(
      (rival, place) =>
        rival.tenant !== tenant && days[place]! <= day && day < days[place]! + reaction.windowDays,
    );
    return arrives.ratePerDay * (isRoused ? reaction.factor : 1);
  };
  let now = Math.min(0, ...days, ...candidates.map(({ arrives }) => arrives?.from ?? 0));
  while (now < until) {
    const rates = candidates.map((_, index) => rateAt(index, now));
    const next = nextChange(candidates, { days, after: now, until, windowDays: reaction.windowDays });
    const waits = rates.map((rate, index) => (rate > 0 ? left[index]! / rate : Number.POSITIVE_INFINITY));
    const soonest = Math.min(...waits);
    const isSigned = soonest <= next - now;
    const step = isSigned ? soonest : next - now;
    rates.forEach((rate, index) => {
      if (rate > 0) left[index]! -= rate * step;
    });
    now = isSigned ? now + soonest : next;
    if (isSigned)
      waits.forEach((wait, index) => {
        if (wait === soonest) days[index] = now;
      });
  }
  return days;
}

/** The next day on which any rate may change: a window opens or ends, or a deal becomes possible or impossible. */
function nextChange(
  candidates: readonly Candidate[],
  {
    days,
    after,
    until,
    windowDays,
  }: { days: readonly number[]; after: number; until: number; windowDays: number },
): number {
  let next = until;
  const look = (day: number): void => {
    if (day > after && day < next) next = day;
  };
  candidates.forEach(({ arrives }, index) => {
    look(days[index]!);
    look(days[index]! + windowDays);
    if (arrives === undefined) return;
    look(arrives.from);
    look(arrives.until);
  });
  return next;
}
