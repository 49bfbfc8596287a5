import type { Weights } from '../statistics/index.ts';

/**
 * The first of some replications, in an order, that are together at most such a part of them, by number or by weight.
 *
 * @example lightest([3, 1, 2, 0], 0.5, undefined) // [3, 1]
 */
export function lightest(order: readonly number[], part: number, weights: Weights): number[] {
  if (weights === undefined) return order.slice(0, Math.floor(order.length * part + DUST));
  let left = part * order.reduce((sum, place) => sum + weights[place]!, 0) * (1 + DUST);
  let count = 0;
  while (count < order.length && weights[order[count]!]! <= left) left -= weights[order[count++]!]!;
  return order.slice(0, count);
}

// A fifth of 1,000 is 200, whatever the last digit of the product.
const DUST = 1e-9;
