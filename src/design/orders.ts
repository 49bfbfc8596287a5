import type { Seed } from '../random/index.ts';
import { asWritten } from '../refusal/index.ts';
import { designStream } from './designStream.ts';
import { requireCount } from './requireCount.ts';
import { permutation } from './permutation.ts';

/**
 * Random orders of so many things, in antithetic pairs: after each order comes its reverse.
 *
 * Every pair puts each thing in the middle on average, which takes out most of the spread of marginal gains. Source:
 * Castro, Gómez, Tejada, "Polynomial calculation of the Shapley value based on sampling", Computers & Operations
 * Research 36 (2009); pairs: Mitchell, Cooper, Frank, Holmes, "Sampling permutations for Shapley value estimation",
 * JMLR 23 (2022).
 *
 * @throws RangeError without things or pairs
 * @example antitheticOrders(3, { pairs: 1, seed: '1' }) // for example [[1, 0, 2], [2, 0, 1]]
 */
export function antitheticOrders(count: number, { pairs, seed }: { pairs: number; seed: Seed }): number[][] {
  if (!Number.isInteger(count) || count < 1) {
    throw new RangeError(`orders: of ${asWritten(count)} things, expected at least one`);
  }
  requireCount('pairs of orders', pairs);
  const stream = designStream(seed, 'orders');
  return Array.from({ length: pairs }, (_, pair) => {
    const order = permutation(count, (place) => stream.uniform(pair * count + place));
    return [order, order.toReversed()];
  }).flat();
}
