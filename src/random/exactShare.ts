/** A finite double as a whole number of 2^−1074, exactly: sums of such numbers do not round. */
export function exact(value: number): bigint {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  const high = bits.getUint32(0);
  const exponent = (high >>> 20) & 0x7ff;
  const mantissa = (BigInt(high & 0xfffff) << 32n) | BigInt(bits.getUint32(4));
  return exponent === 0 ? mantissa : (mantissa | (1n << 52n)) << BigInt(exponent - 1);
}

/** Neighbours of a positive double. */
function neighbour(value: number, step: 1n | -1n): number {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  bits.setBigUint64(0, bits.getBigUint64(0) + step);
  return bits.getFloat64(0);
}

const UNIT = exact(1);

/**
 * For each of some weights the largest double that is at most its share in the sum of all up to it, and the smallest
 * that is at least the share of all behind it: what a uniform is compared with, so that sums that round decide nothing.
 *
 * @param parts the weights, each of them exact
 * @example exactShares([1, 1, 1].map(exact)).upTo[1] <= 2 / 3; // true
 */
export function exactShares(parts: readonly bigint[]): { upTo: number[]; behind: number[] } {
  const total = parts.reduce((sum, part) => sum + part, 0n);
  const upTo: number[] = [];
  const behind: number[] = [];
  let sum = 0n;
  for (const part of parts) {
    sum += part;
    upTo.push(roundedShare(sum, total, false));
    behind.push(roundedShare(total - sum, total, true));
  }
  return { upTo, behind };
}

/** part / whole as the nearest double that is not above it, or `up`, not below it. */
function roundedShare(part: bigint, whole: bigint, up: boolean): number {
  if (part === 0n) return 0;
  if (part === whole) return 1;
  // 64 bits of the quotient, and from there the nearest double on the right side.
  const shift = Math.max(0, whole.toString(2).length - part.toString(2).length) + 64;
  // In steps, as the power itself may be no double.
  const half = Math.floor(shift / 2);
  let share = (Number((part << BigInt(shift)) / whole) / 2 ** half) * 2 ** (half - shift);
  const difference = (value: number): bigint => exact(value) * whole - part * UNIT;
  while (difference(share) > 0n) share = neighbour(share, -1n);
  while (difference(neighbour(share, 1n)) <= 0n) share = neighbour(share, 1n);
  return up && difference(share) < 0n ? neighbour(share, 1n) : share;
}
