import { NOT_AVAILABLE, type Estimate } from './estimate.ts';
import { hasCensored, meanInterval } from './meanInterval.ts';
import { correlation } from './moments.ts';
import { differences } from './varies.ts';

export interface PairedDifference extends Estimate {
  /**
   * Correlation of the pairs; below zero, common random numbers made the comparison worse. Undefined where one side is
   * constant.
   */
  readonly correlation: number | undefined;
}

/**
 * The mean of first − second over pairs on common random numbers, with its t interval.
 *
 * Where no pair differs by more than rounding does, the differences are 0. A pair with a censored (infinite) side has
 * no difference: nothing is available then.
 *
 * @throws RangeError when the two samples differ in size
 */
export function pairedDifference(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  confidence = 0.95,
): PairedDifference {
  if (first.length !== second.length) {
    throw new RangeError(`pairs: ${first.length} with ${second.length} values, expected as many of both`);
  }
  if (hasCensored(first) || hasCensored(second)) return { ...NOT_AVAILABLE, correlation: undefined };
  return {
    ...meanInterval(differences(first, second), confidence),
    correlation: first.length < 2 ? undefined : correlation(first, second),
  };
}
