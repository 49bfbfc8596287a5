import { asWritten } from '../refusal/index.ts';
import type { Estimate } from './estimate.ts';
import { meanInterval } from './meanInterval.ts';
import { lag1Autocorrelation } from './moments.ts';
import { scaled, timesPower } from './scaled.ts';

export interface BatchMeans extends Estimate {
  /** Correlation of neighbouring batches; far from 0, the batches are too short and the interval too narrow. */
  readonly lag1: number | undefined;
  /** Values in each batch. */
  readonly batchSize: number;
}

/**
 * The mean of one long run with an interval that allows for its autocorrelation: the run is cut into batches of equal
 * length, whose means are nearly independent. What is left over at the start, with the warm-up, is not used.
 *
 * Source: B. W. Schmeiser, Operations Research 30 (1982): 10 to 30 batches.
 *
 * @param values observations of a stationary run in their order
 * @param warmUp how many of the first to leave out
 * @throws RangeError where the values do not fill the batches
 * @example batchMeans(waits, { batches: 20, warmUp: 1000 })
 */
export function batchMeans(
  values: ArrayLike<number>,
  {
    batches = 20,
    warmUp = 0,
    confidence = 0.95,
  }: { batches?: number; warmUp?: number; confidence?: number } = {},
): BatchMeans {
  if (!Number.isInteger(batches) || batches < 2)
    throw new RangeError(`batches: ${asWritten(batches)}, expected a whole number from 2`);
  if (!Number.isInteger(warmUp) || warmUp < 0)
    throw new RangeError(`warm-up: ${asWritten(warmUp)} values, expected a whole number from 0`);
  const batchSize = Math.floor((values.length - warmUp) / batches);
  if (batchSize < 1)
    throw new RangeError(
      `values: ${values.length} less ${warmUp}, expected at least one for each of ${batches} batches`,
    );
  const start = values.length - batches * batchSize;
  // By a power of two where a sum may be more than any double.
  const { samples, exponent } = scaled([values]);
  const means = Array.from({ length: batches }, (_, batch) => {
    let sum = 0;
    for (let i = 0; i < batchSize; i++) sum += samples[0][start + batch * batchSize + i];
    return timesPower(sum / batchSize, exponent);
  });
  return { ...meanInterval(means, confidence), lag1: lag1Autocorrelation(means), batchSize };
}
