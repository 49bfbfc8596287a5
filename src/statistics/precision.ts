import { asWritten } from '../refusal/index.ts';
import { requirePositive } from './estimate.ts';
import { meanHalfWidth } from './meanInterval.ts';
import { RunningMoments } from './runningMoments.ts';
import { scaled } from './scaled.ts';
import { isDust } from './varies.ts';

/**
 * Half the width of the t interval over the size of the mean, for each prefix of the values from the second on;
 * infinite where the mean is 0 or what rounding leaves of values that cancel.
 */
export function relativeHalfWidths(values: ArrayLike<number>, confidence = 0.95): number[] {
  const running = new RunningMoments();
  const ratios: number[] = [];
  const [sample] = scaled([values]).samples;
  let size = 0;
  for (let i = 0; i < sample.length; i++) {
    running.add(sample[i]);
    size = Math.max(size, Math.abs(sample[i]));
    const { count, mean, sd } = running.moments();
    // A constant is known, also where it is 0.
    if (count >= 2)
      ratios.push(
        sd === 0 ? 0 : isDust(mean, size) ? Infinity : meanHalfWidth(count, sd, confidence) / Math.abs(mean),
      );
  }
  return ratios;
}

/**
 * The first sample size at which a mean is known to a relative error of gamma; undefined if the values never get there.
 *
 * Looks at every size from `minimum` on and compares with γ/(1+γ), which bounds the error relative to the true mean.
 * Source: A. M. Law and W. D. Kelton, Simulation Modeling and Analysis (1991), section 9.4.1.
 */
export function relativePrecisionSize(
  values: ArrayLike<number>,
  {
    relativeError,
    minimum = 10,
    confidence = 0.95,
  }: { relativeError: number; minimum?: number; confidence?: number },
): number | undefined {
  requirePositive('relative error', relativeError);
  if (typeof minimum !== 'number' || Number.isNaN(minimum))
    throw new RangeError(`minimum: ${asWritten(minimum)}, expected a number of values`);
  const bound = relativeError / (1 + relativeError);
  const from = Math.max(2, minimum);
  const found = relativeHalfWidths(values, confidence).findIndex(
    (ratio, i) => i + 2 >= from && ratio <= bound,
  );
  return found < 0 ? undefined : found + 2;
}

/** With less the looks would not come to an end. */
const LEAST_GROWTH = 1.001;

/**
 * The sample sizes at which a sequential run may stop: the first, then by a constant factor, and the last one allowed.
 *
 * They are fixed beforehand, so that neither chance nor the machine decides when to look.
 *
 * @example fixedLooks(50, 200) // [50, 75, 113, 169, 200]
 */
export function fixedLooks(first: number, last: number, growth = 1.5): number[] {
  if (!Number.isInteger(first) || first < 1)
    throw new RangeError(`first look: ${asWritten(first)}, expected a whole number above 0`);
  if (!Number.isInteger(last) || last < 1)
    throw new RangeError(`last look: ${asWritten(last)}, expected a whole number above 0`);
  if (!(Number.isFinite(growth) && growth >= LEAST_GROWTH))
    throw new RangeError(`growth of looks: ${asWritten(growth)}, expected a number from ${LEAST_GROWTH}`);
  const looks: number[] = [];
  for (let k = 0; ; k++) {
    const size = Math.round(first * growth ** k);
    if (size >= last) return [...looks, last];
    if (size !== looks.at(-1)) looks.push(size);
  }
}
