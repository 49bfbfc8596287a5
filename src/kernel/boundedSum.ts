// What rounding leaves behind: at most this share of the largest number in play, and of the amount that moves.
const DUST = 1e-13;
const DUST_OF_AMOUNT = 1e-3;

/**
 * A sum that stays within its bounds, to the bit, and does not drift: what an addition rounds off is carried to the
 * next.
 *
 * A move that ends within dust of the bound ahead, on either side of it, ends at the bound. Dust is at most 1e-13 of
 * the largest of the amount, the bound and what the sum has ever been, and at most a thousandth of the amount.
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
    return left >= 0 || this.isDust(-left, by);
  }

  /** Whether so much lies between the bounds, so that it can be added or taken out at some time. */
  spans(amount: number): boolean {
    const over = amount - (this.high - this.low);
    return over <= 0 || this.isDust(over, amount) || this.isDust(over, -amount);
  }

  /** Adds what is allowed. */
  add(by: number): void {
    const { sum } = this;
    const left = this.left(by);
    if (left <= 0 || this.isDust(left, by)) {
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
    const next = this.sum + (by + this.carry);
    return by < 0 ? next - this.low : this.high - next;
  }

  private isDust(size: number, by: number): boolean {
    const amount = Math.abs(by);
    if (!(size <= DUST_OF_AMOUNT * amount)) return false;
    const bound = Math.abs(by < 0 ? this.low : this.high);
    return size <= DUST * Math.max(amount, this.largest, bound);
  }
}
