import type { Constant } from './constant.ts';
import { discrete, type Discrete } from './discrete.ts';

/**
 * The distribution of a sample: each of its values as likely as any other, equal ones as often as they occur.
 *
 * @throws RangeError on an empty sample and on values that are not finite
 * @example empirical([12, 9, 31, 14])
 */
export function empirical(values: readonly number[]): Discrete | Constant {
  return discrete(
    values,
    values.map(() => 1),
  );
}
