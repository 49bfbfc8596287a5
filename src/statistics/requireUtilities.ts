import { asWritten } from '../refusal/index.ts';
import type { Weights } from './weights.ts';

/**
 * Throws at a utility that is not a finite number, naming whose it is: no mean holds one, and no comparison.
 *
 * What has no weight is not looked at.
 */
export function requireUtilities(
  noun: 'policy' | 'system',
  utilities: readonly ArrayLike<number>[],
  weights?: Weights,
): void {
  utilities.forEach((values, which) => {
    for (let i = 0; i < values.length; i++)
      if (!Number.isFinite(values[i]) && weights?.[i] !== 0)
        throw new RangeError(
          `utility of ${noun} ${which + 1} in replication ${i + 1}: ${asWritten(values[i])}, expected a finite number`,
        );
  });
}
