import { requireList } from '../requirement.ts';
import type { Constant } from './constant.ts';
import { weighted, type Discrete } from './discrete.ts';

/**
 * The distribution of a sample: each of its values as likely as any other, equal ones as often as they occur.
 *
 * @throws RangeError on an empty sample and on values that are not finite
 * @example empirical([12, 9, 31, 14])
 */
export function empirical(values: readonly number[]): Discrete | Constant {
  requireList('empirical values', values, 'numbers');
  if (values.length === 0) throw new RangeError('empirical values: none, expected at least one');
  return weighted(
    'empirical',
    values,
    Array.from(values, () => 1),
  );
}
