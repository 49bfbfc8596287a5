import type { Moments } from './moments.ts';

/**
 * Mean and variance of values as they come, in constant memory, and of several such parts put together.
 *
 * Source: B. P. Welford, Technometrics 4 (1962); merging by T. F. Chan, G. H. Golub and R. J. LeVeque (1979).
 *
 * @example const running = new RunningMoments(); running.add(3); running.add(5); running.moments().mean // 4
 */
export class RunningMoments {
  #count = 0;
  #mean = 0;
  #squares = 0;

  add(value: number): void {
    if (!Number.isFinite(value)) throw new RangeError(`value: ${value}, expected a finite number in a mean`);
    this.#count++;
    const before = value - this.#mean;
    this.#mean += before / this.#count;
    this.#squares += before * (value - this.#mean);
  }

  merge(other: RunningMoments): void {
    const count = this.#count + other.#count;
    if (count === 0) return;
    const difference = other.#mean - this.#mean;
    this.#squares += other.#squares + (difference * difference * this.#count * other.#count) / count;
    this.#mean += (difference * other.#count) / count;
    this.#count = count;
  }

  moments(): Moments {
    const variance = this.#count < 2 ? NaN : this.#squares / (this.#count - 1);
    const mean = this.#count === 0 ? NaN : this.#mean;
    return { count: this.#count, mean, variance, sd: Math.sqrt(variance) };
  }
}
