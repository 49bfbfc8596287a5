import type { Estimate } from './estimate.ts';

/** The estimate of what an estimate is of, with the other sign. */
export function mirrored(estimate: Estimate): Estimate {
  const minus = (value: number | undefined): number | undefined => (value === undefined ? undefined : -value);
  return {
    ...estimate,
    estimate: minus(estimate.estimate),
    low: minus(estimate.high),
    high: minus(estimate.low),
  };
}
