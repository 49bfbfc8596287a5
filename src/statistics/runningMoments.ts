import { asWritten } from '../refusal/index.ts';
import type { Moments } from './moments.ts';
import { plainExponent, timesPower } from './scaled.ts';

/**
 * Mean and variance of values as they come, in constant memory, and of several such parts put together.
 *
 * Source: B. P. Welford, Technometrics 4 (1962); merging by T. F. Chan, G. H. Golub and R. J. LeVeque (1979).
 *
 * @example const running = new RunningMoments(); running.add(3); running.add(5); running.moments().mean // 4
 */
export class RunningMoments {
  #count = 0;
  /** Both by the power of two at which squares are doubles, 0 for values of a usual size. */
  #mean = 0;
  #squares = 0;
  #exponent = 0;
  #largest = 0;

  add(value: number): void {
    if (!Number.isFinite(value))
      throw new RangeError(`value: ${asWritten(value)}, expected a finite number in a mean`);
    const size = Math.abs(value);
    if (size > this.#largest) this.#grow(size);
    this.#count++;
    const scaled = this.#exponent === 0 ? value : timesPower(value, -this.#exponent);
    const before = scaled - this.#mean;
    this.#mean += before / this.#count;
    this.#squares += before * (scaled - this.#mean);
  }

  merge(other: RunningMoments): void {
    const count = this.#count + other.#count;
    if (count === 0) return;
    if (other.#largest > this.#largest) this.#grow(other.#largest);
    const shift = other.#exponent - this.#exponent;
    const difference = timesPower(other.#mean, shift) - this.#mean;
    this.#squares +=
      timesPower(other.#squares, 2 * shift) + (difference * difference * this.#count * other.#count) / count;
    this.#mean += (difference * other.#count) / count;
    this.#count = count;
  }

  moments(): Moments {
    const variance = this.#count < 2 ? NaN : this.#squares / (this.#count - 1);
    const mean = this.#count === 0 ? NaN : this.#mean;
    const exponent = this.#exponent;
    return {
      count: this.#count,
      mean: timesPower(mean, exponent),
      variance: timesPower(variance, 2 * exponent),
      sd: timesPower(Math.sqrt(variance), exponent),
    };
  }

  /** Takes a larger value into account: what there is goes over to its power of two. */
  #grow(size: number): void {
    this.#largest = size;
    const exponent = plainExponent(size);
    if (exponent === this.#exponent) return;
    this.#mean = timesPower(this.#mean, this.#exponent - exponent);
    this.#squares = timesPower(this.#squares, 2 * (this.#exponent - exponent));
    this.#exponent = exponent;
  }
}
