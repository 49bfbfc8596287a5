import { asWritten } from '../refusal/index.ts';
import type { NameHash } from './address.ts';
import { median, variate, variates, type Distribution } from './distribution.ts';
import { normalCdf } from './normalCdf.ts';
import { normalQuantile } from './normalQuantile.ts';
import { openUniform } from './openUniform.ts';
import { philoxUniform } from './philox.ts';
import { remainingVariate } from './remainingQuantile.ts';

/**
 * One name's random numbers; a draw with a serial depends only on seed, replication, name, serial and occurrence,
 * whatever was drawn before.
 *
 * A draw without a serial takes the next of the stream, as other packages do: the k-th in a replication is that of
 * serial 0 and occurrence k (after 65,536 of them that of the next serial). It depends on the order of the draws: where
 * that may change, give the serial of the thing.
 */
export interface Stream {
  /** Strictly inside (0, 1); 0.5 at plan. */
  uniform(serial?: number, occurrence?: number): number;
  /** One variate by inversion; the median at plan. */
  draw(distribution: Distribution, serial?: number, occurrence?: number): number;
  /**
   * A variate at rank Φ(√ρ·z + √(1−ρ)·Φ⁻¹(u)), z being the shared standard normal: any two that share it have normal
   * correlation ρ, from 0 to 1, with each other. The median at plan.
   */
  drawShared(
    distribution: Distribution,
    sharedNormal: number,
    correlation: number,
    serial?: number,
    occurrence?: number,
  ): number;
  /** The total duration given that it exceeds `elapsed`; the conditional median at plan. */
  drawRemaining(distribution: Distribution, elapsed: number, serial?: number, occurrence?: number): number;
  /** Standard normal variate; 0 at plan. */
  normal(serial?: number, occurrence?: number): number;
  /** True with the given probability; at plan, whether that is at least one half. */
  chance(probability: number, serial?: number, occurrence?: number): boolean;
  /** What `draw` gives for each of some serials, in less than half the time. */
  drawEach(distribution: Distribution, serials: readonly number[]): number[];
  /** What `chance` gives for each of some serials. */
  chanceEach(probability: number, serials: readonly number[]): boolean[];
}

/**
 * Key and replication that all streams of a `Streams` share: the low half of the replication, the high half being in
 * key1.
 */
export interface Generator {
  key0: number;
  key1: number;
  replication: number;
  /** Grows whenever a replication begins: streams that count their draws begin anew. */
  epoch: number;
}

const LAST_SERIAL = 0xffffffff;
const LAST_OCCURRENCE = 0xffff;

/** A stream whose draws are single Philox blocks; the layout of the counter is told at `Streams`. */
export class AddressedStream implements Stream {
  readonly #generator: Generator;
  readonly #low: number;
  readonly #high: number;
  readonly #path: string;
  readonly #atPlan: boolean;
  #epoch = -1;
  #drawn = 0;

  constructor(generator: Generator, hash: NameHash, path: string, atPlan: boolean) {
    this.#generator = generator;
    this.#low = hash.low;
    this.#high = hash.high;
    this.#path = path;
    this.#atPlan = atPlan;
  }

  uniform(serial?: number, occurrence?: number): number {
    if (serial === undefined) {
      if (occurrence !== undefined) this.#refuse(serial, occurrence);
      return this.#next();
    }
    return this.#at(serial, occurrence === undefined ? 0 : occurrence);
  }

  #at(serial: number, occurrence: number): number {
    if (serial >>> 0 !== serial || (occurrence & LAST_OCCURRENCE) !== occurrence) {
      this.#refuse(serial, occurrence);
    }
    if (this.#atPlan) return 0.5;
    const generator = this.#generator;
    return philoxUniform(
      serial,
      (occurrence << 16) | generator.replication,
      this.#low,
      this.#high,
      generator.key0,
      generator.key1,
    );
  }

  draw(distribution: Distribution, serial?: number, occurrence?: number): number {
    const u = this.uniform(serial, occurrence);
    return this.#atPlan ? median(distribution) : variate(distribution, u);
  }

  drawShared(
    distribution: Distribution,
    sharedNormal: number,
    correlation: number,
    serial?: number,
    occurrence?: number,
  ): number {
    if (typeof correlation !== 'number' || !(correlation >= 0 && correlation <= 1)) {
      throw new RangeError(
        `correlation of ${this.#path}: ${asWritten(correlation)}, expected a number from 0 to 1`,
      );
    }
    if (!Number.isFinite(sharedNormal)) {
      throw new RangeError(
        `shared normal of ${this.#path}: ${asWritten(sharedNormal)}, expected a finite number`,
      );
    }
    if (this.#atPlan) return median(distribution);
    const own = normalQuantile(this.uniform(serial, occurrence));
    const z = Math.sqrt(correlation) * sharedNormal + Math.sqrt(1 - correlation) * own;
    return variate(distribution, openUniform(normalCdf(z)));
  }

  drawRemaining(distribution: Distribution, elapsed: number, serial?: number, occurrence?: number): number {
    try {
      return remainingVariate(distribution, elapsed, this.uniform(serial, occurrence));
    } catch (error) {
      throw new RangeError(`${this.#path}: ${(error as Error).message}`, { cause: error });
    }
  }

  normal(serial?: number, occurrence?: number): number {
    return normalQuantile(this.uniform(serial, occurrence));
  }

  chance(probability: number, serial?: number, occurrence?: number): boolean {
    this.#requireProbability(probability);
    if (this.#atPlan) return probability >= 0.5;
    return this.uniform(serial, occurrence) < probability;
  }

  drawEach(distribution: Distribution, serials: readonly number[]): number[] {
    if (this.#atPlan) return serials.map((serial) => this.draw(distribution, serial));
    return variates(distribution, this.#uniforms(serials));
  }

  chanceEach(probability: number, serials: readonly number[]): boolean[] {
    this.#requireProbability(probability);
    if (this.#atPlan) return serials.map((serial) => this.chance(probability, serial));
    const uniforms = this.#uniforms(serials);
    const chances: boolean[] = [];
    for (let place = 0; place < uniforms.length; place++) chances.push(uniforms[place] < probability);
    return chances;
  }

  // In one loop a draw takes 45 ns of its 90: no number is passed through four functions, which boxes it.
  #uniforms(serials: readonly number[]): number[] {
    const { replication, key0, key1 } = this.#generator;
    const uniforms = serials.slice();
    for (let place = 0; place < serials.length; place++) {
      const serial = serials[place];
      if (serial >>> 0 !== serial) this.#refuse(serial, 0);
      uniforms[place] = philoxUniform(serial, replication, this.#low, this.#high, key0, key1);
    }
    return uniforms;
  }

  #requireProbability(probability: number): void {
    if (typeof probability !== 'number' || !(probability >= 0 && probability <= 1)) {
      throw new RangeError(
        `probability of ${this.#path}: ${asWritten(probability)}, expected a number from 0 to 1`,
      );
    }
  }

  /** The next draw of this replication. */
  #next(): number {
    if (this.#epoch !== this.#generator.epoch) {
      this.#epoch = this.#generator.epoch;
      this.#drawn = 0;
    }
    const k = this.#drawn++;
    return this.#at(k >>> 16, k & LAST_OCCURRENCE);
  }

  #refuse(serial: number | undefined, occurrence: number): never {
    throw new RangeError(
      `address of ${this.#path}: serial ${asWritten(serial)}, occurrence ${asWritten(occurrence)}, expected integers from 0 to ${LAST_SERIAL} and 0 to ${LAST_OCCURRENCE}`,
    );
  }
}
