// What rounding leaves behind: at most this share of the largest number in play, and of the amount that moves.
// Measured over up to 10 million moves of equal decimals, from 0.001 to 700, between bounds: 0.43 * Number.EPSILON
// of the largest number, as each decimal was rounded by less than that share of itself, and 0.95e-9 of the amount.
const DUST = 4 * Number.EPSILON;
const DUST_OF_AMOUNT = 1e-9;

/**
 * A sum that stays within its bounds, to the bit, and does not drift: what an addition rounds off is carried to the
 * next.
 *
 * A move that ends within dust of the bound ahead, on either side of it, ends at the bound. Dust is at most
 * 4 ulps of the largest of the amount, the bound and what the sum has ever been, and at most 1e-9 of the amount.
 */
export class BoundedSum {
  readonly low: number;
  readonly high: number;
  private sum: number;
  private carry = 0;
  private largest: number;

  constructor(start: number, low: number, high: number) {
    this.sum = start;
    this.low = low;
    this.high = high;
    this.largest = Math.abs(start);
  }

  get value(): number {
    return this.sum;
  }

  /** Whether so much can be added now, or taken out where it is negative. */
  allows(by: number): boolean {
    const left = this.left(by);
    return left >= 0 || this.isDust(-left, Math.abs(by), this.ahead(by));
  }

  /** Whether so much lies between the bounds, so that it can be added or taken out at some time. */
  spans(amount: number): boolean {
    const over = amount - (this.high - this.low);
    return over <= 0 || this.isDust(over, amount, Math.max(Math.abs(this.low), Math.abs(this.high)));
  }

  /** Adds what is allowed. */
  add(by: number): void {
    const { sum } = this;
    const left = this.left(by);
    if (left <= 0 || this.isDust(left, Math.abs(by), this.ahead(by))) {
      this.sum = by < 0 ? this.low : this.high;
      this.carry = 0;
    } else {
      const step = by + this.carry;
      this.sum = sum + step;
      // What the addition rounded off, exactly, whichever of the two is larger.
      const added = this.sum - sum;
      this.carry = sum - (this.sum - added) + (step - added);
    }
    const size = Math.abs(this.sum);
    if (size > this.largest) this.largest = size;
  }

  /** How far from the bound ahead the sum would be; NaN where it would overflow. */
  private left(by: number): number {
    const { sum } = this;
    const step = by + this.carry;
    if (!Number.isFinite(sum + step)) return NaN;
    // In this order nothing is rounded close to the bound, where it matters.
    return by < 0 ? sum - this.low + step : this.high - sum - step;
  }

  private ahead(by: number): number {
    return Math.abs(by < 0 ? this.low : this.high);
  }

  private isDust(size: number, amount: number, bound: number): boolean {
    return size <= DUST_OF_AMOUNT * amount && size <= DUST * Math.max(amount, this.largest, bound);
  }
}
