import { asWritten } from '../refusal/index.ts';

/** An estimate with its confidence interval; a part that the sample cannot give, or that is censored, is undefined. */
export interface Estimate {
  readonly estimate: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** How many values it is of; for batch means, how many batches. */
  readonly n?: number;
  /** Standard deviation of the estimate over samples like this one; absent where its interval does not rest on one. */
  readonly standardError?: number;
}

/** What a sample that says nothing gives. */
export const NOT_AVAILABLE: Estimate = { estimate: undefined, low: undefined, high: undefined };

/** The value if it is a finite number, else undefined: ±Infinity stands for censored. */
export function available(value: number | undefined): number | undefined {
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}

/** Throws unless the confidence level is strictly between 0 and 1. */
export function requireConfidence(confidence: number): void {
  requireLevel('confidence', confidence);
}

/** Throws unless a probability is strictly between 0 and 1; a text is not, though `'0.9' > 0`. */
export function requireLevel(noun: string, level: number): void {
  if (typeof level !== 'number' || !(level > 0 && level < 1)) {
    throw new RangeError(`${noun}: ${asWritten(level)}, expected a number strictly between 0 and 1`);
  }
}

/** Throws unless `successes` of `trials` makes sense as a count. */
export function requireCounts(successes: number, trials: number): void {
  if (!Number.isInteger(trials) || trials < 0) {
    throw new RangeError(`trials: ${asWritten(trials)}, expected a whole number from 0`);
  }
  if (!Number.isInteger(successes) || successes < 0 || successes > trials) {
    throw new RangeError(`successes: ${asWritten(successes)}, expected a whole number from 0 to ${trials}`);
  }
}

/** Throws unless the value is a finite number above zero; a text is not, though `'1' > 0`. */
export function requirePositive(noun: string, value: number): void {
  if (!(Number.isFinite(value) && value > 0))
    throw new RangeError(`${noun}: ${asWritten(value)}, expected a number above 0`);
}
