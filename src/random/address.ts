import { philox4x32 } from './philox.ts';

export interface NameHash {
  readonly low: number;
  readonly high: number;
}

/**
 * One path made of name parts: '/' between them, '/' and '%' inside them escaped, so that different parts never make
 * one path.
 *
 * @example escapedPath(['power', 'site/1', 'lead time']) // 'power/site%2F1/lead time'
 */
export function escapedPath(parts: readonly string[]): string {
  return parts.map((part) => part.replaceAll('%', '%25').replaceAll('/', '%2F')).join('/');
}

/**
 * A 64-bit hash of a path, as two signed 32-bit words.
 *
 * Philox4x32-10 as a compression function (Merkle–Damgård with Davies–Meyer feed-forward): eight UTF-16 code
 * units a block, the running hash as key, the length in the last block. At 10,000 names the chance of any
 * collision is 3e-12; whoever opens names checks all the same.
 */
export function hashPath(path: string): NameHash {
  let low = 0;
  let high = 0;
  const unit = (index: number): number => (index < path.length ? path.charCodeAt(index) : 0);
  const pair = (index: number): number => unit(index) | (unit(index + 1) << 16);
  for (let start = 0; start < path.length + 1; start += 8) {
    const block = philox4x32([pair(start), pair(start + 2), pair(start + 4), pair(start + 6)], [low, high]);
    low ^= block[0];
    high ^= block[1];
  }
  const last = philox4x32([path.length, low, high, 0], [low, high]);
  return { low: last[0] | 0, high: last[1] | 0 };
}
