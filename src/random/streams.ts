import { escapedPath, hashPath, type NameHash } from './address.ts';
import { median, quantile, type Distribution } from './distribution.ts';
import type { GaussianCopula } from './gaussianCopula.ts';
import { philoxUniform } from './philox.ts';
import { remainingQuantile } from './remainingQuantile.ts';
import { seedKey } from './seedKey.ts';
import { normalCdf } from './normalCdf.ts';
import { normalQuantile } from './normalQuantile.ts';

/** What the random numbers of a point depend on besides replication and address. */
export interface Draws {
  readonly seed: string;
  /** Causes whose every draw takes its median. */
  readonly atPlan?: readonly string[];
  /** Name of an epistemic input → the uniform in (0, 1) that a design gives it. */
  readonly inputs?: Readonly<Record<string, number>>;
}

/** One name's random numbers; a draw depends only on seed, replication, name, serial and occurrence. */
export interface Stream {
  /** Strictly inside (0, 1); 0.5 at plan. */
  uniform(serial?: number, occurrence?: number): number;
  /** One variate by inversion; the median at plan. */
  draw(distribution: Distribution, serial?: number, occurrence?: number): number;
  /** A variate whose rank follows a shared standard normal with the given normal correlation; the median at plan. */
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
}

/** A named epistemic quantity: unknown, but one value a replication. */
export interface Input {
  readonly name: string;
  readonly cause: string;
  readonly distribution: Distribution;
}

interface Generator {
  key0: number;
  key1: number;
  replication: number;
}

/** Largest occurrence index k of a draw. */
const LAST_OCCURRENCE = 0xffff;
const LAST_WORD = 0xffffffff;

/**
 * All random numbers of a replication, as pure functions of (seed, replication, name, serial, occurrence).
 *
 * The Philox4x32-10 counter of a draw is [serial, occurrence·2¹⁶ + replication mod 2¹⁶, hash low, hash high], and the high half
 * of the replication is mixed into the high key word, so that distinct addresses never share counter and key:
 * serial 0 … 2³²−1, occurrence k 0 … 2¹⁶−1, replication 0 … 2³²−1, and the 64-bit hash of the escaped name
 * (cause/entity/purpose for a stream, input/name for an input). The key comes from the seed alone. Two names with one hash are refused
 * when the second is opened. Opened streams are kept: opening a name again in the next replication only looks it up.
 *
 * @example
 * const streams = new Streams({ seed: 'demo' });
 * const lateness = streams.open('power', 'site-1', 'transformer lateness');
 * streams.begin(0);
 * const days = lateness.draw(lowModeHigh(20, 50, 80));
 */
export class Streams {
  readonly #generator: Generator;
  readonly #seedKey: readonly [number, number];
  readonly #atPlan: ReadonlySet<string>;
  readonly #overrides: ReadonlyMap<string, number>;
  readonly #opened: Map<string, Map<string, Map<string, Stream>>>;
  readonly #inputStreams: Map<string, AddressedStream>;
  readonly #pathOfHash: Map<string, string>;
  readonly #hash: (path: string) => NameHash;

  /** `hash` is replaced only by tests of the collision check. */
  constructor({ seed, atPlan = [], inputs = {} }: Draws, hash: (path: string) => NameHash = hashPath) {
    this.#seedKey = seedKey(seed);
    this.#generator = { key0: this.#seedKey[0], key1: this.#seedKey[1], replication: 0 };
    this.#atPlan = new Set(atPlan);
    this.#overrides = new Map(Object.entries(inputs));
    for (const [name, u] of this.#overrides) {
      if (!(u > 0 && u < 1))
        throw new RangeError(`input ${name}: ${u}, expected a number strictly between 0 and 1`);
    }
    this.#opened = new Map();
    this.#inputStreams = new Map();
    this.#pathOfHash = new Map();
    this.#hash = hash;
  }

  /** Turns every opened stream to this replication. */
  begin(replication: number): void {
    if (!Number.isInteger(replication) || replication < 0 || replication > LAST_WORD) {
      throw new RangeError(`replication: ${replication}, expected an integer from 0 to ${LAST_WORD}`);
    }
    this.#generator.replication = replication & 0xffff;
    this.#generator.key1 = this.#seedKey[1] ^ (replication >>> 16);
  }

  /**
   * The stream of a name; the same object whenever the same name is opened.
   *
   * @throws Error when another opened name has the same 64-bit hash; names both
   */
  open(cause: string, entity: string, purpose: string): Stream {
    const ofEntity = inner(inner(this.#opened, cause), entity);
    let stream = ofEntity.get(purpose);
    if (stream === undefined) {
      stream = this.#create(escapedPath([cause, entity, purpose]), this.#atPlan.has(cause));
      ofEntity.set(purpose, stream);
    }
    return stream;
  }

  /** Whether every draw under the cause takes its median. */
  isAtPlan(cause: string): boolean {
    return this.#atPlan.has(cause);
  }

  /**
   * The value of an epistemic input in this replication, the same however often it is asked for.
   *
   * At plan: the median. Else the quantile at the uniform that the design gives the name, where it gives one; else at its own draw,
   * which follows `shared` where given. The address holds the name only, so that regrouping causes moves nothing.
   */
  input(
    name: string,
    distribution: Distribution,
    { cause, shared }: { cause: string; shared?: { normal: number; correlation: number } },
  ): number {
    if (this.#atPlan.has(cause)) return median(distribution);
    const override = this.#overrides.get(name);
    if (override !== undefined) return quantile(distribution, override);
    const stream = this.#inputStream(name);
    return shared === undefined
      ? stream.draw(distribution)
      : stream.drawShared(distribution, shared.normal, shared.correlation);
  }

  /**
   * The values of several epistemic inputs, in order, made dependent by a copula where one is given.
   *
   * A design's uniform is the final rank of that input: it replaces the correlated one, and leaves the others as they are. So does a
   * cause at plan.
   */
  inputs(list: readonly Input[], copula?: GaussianCopula): number[] {
    if (copula === undefined) return list.map((item) => this.input(item.name, item.distribution, item));
    const normals = list.map(({ name }) => this.#inputStream(name).normal());
    const ranks = copula.uniforms(normals);
    return list.map(({ name, cause, distribution }, i) => {
      if (this.#atPlan.has(cause)) return median(distribution);
      return quantile(distribution, this.#overrides.get(name) ?? ranks[i]);
    });
  }

  // An input's stream is never at plan itself: who else depends on it through a copula keeps its numbers.
  #inputStream(name: string): AddressedStream {
    let stream = this.#inputStreams.get(name);
    if (stream === undefined) {
      stream = this.#create(escapedPath(['input', name]), false);
      this.#inputStreams.set(name, stream);
    }
    return stream;
  }

  #create(path: string, atPlan: boolean): AddressedStream {
    const hash = this.#hash(path);
    const id = `${hash.high},${hash.low}`;
    const other = this.#pathOfHash.get(id);
    if (other !== undefined) {
      throw new Error(
        `stream name: ${path}, expected a 64-bit hash other than that of ${other} (rename one of them)`,
      );
    }
    this.#pathOfHash.set(id, path);
    return new AddressedStream(this.#generator, hash, path, atPlan);
  }
}

function inner<V>(outer: Map<string, Map<string, V>>, key: string): Map<string, V> {
  let map = outer.get(key);
  if (map === undefined) {
    map = new Map();
    outer.set(key, map);
  }
  return map;
}

class AddressedStream implements Stream {
  readonly #generator: Generator;
  readonly #low: number;
  readonly #high: number;
  readonly #path: string;
  readonly #atPlan: boolean;

  constructor(generator: Generator, hash: NameHash, path: string, atPlan: boolean) {
    this.#generator = generator;
    this.#low = hash.low;
    this.#high = hash.high;
    this.#path = path;
    this.#atPlan = atPlan;
  }

  uniform(serial = 0, occurrence = 0): number {
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

  draw(distribution: Distribution, serial = 0, occurrence = 0): number {
    return quantile(distribution, this.uniform(serial, occurrence));
  }

  drawShared(
    distribution: Distribution,
    sharedNormal: number,
    correlation: number,
    serial = 0,
    occurrence = 0,
  ): number {
    if (!(correlation >= 0 && correlation <= 1)) {
      throw new RangeError(`correlation of ${this.#path}: ${correlation}, expected a number from 0 to 1`);
    }
    if (this.#atPlan) return median(distribution);
    const own = normalQuantile(this.uniform(serial, occurrence));
    const z = Math.sqrt(correlation) * sharedNormal + Math.sqrt(1 - correlation) * own;
    return quantile(distribution, openUniform(normalCdf(z)));
  }

  drawRemaining(distribution: Distribution, elapsed: number, serial = 0, occurrence = 0): number {
    try {
      return remainingQuantile(distribution, elapsed, this.uniform(serial, occurrence));
    } catch (error) {
      throw new RangeError(`${this.#path}: ${(error as Error).message}`, { cause: error });
    }
  }

  normal(serial = 0, occurrence = 0): number {
    return normalQuantile(this.uniform(serial, occurrence));
  }

  chance(probability: number, serial = 0, occurrence = 0): boolean {
    if (!(probability >= 0 && probability <= 1)) {
      throw new RangeError(`probability of ${this.#path}: ${probability}, expected a number from 0 to 1`);
    }
    if (this.#atPlan) return probability >= 0.5;
    return this.uniform(serial, occurrence) < probability;
  }

  #refuse(serial: number, occurrence: number): never {
    throw new RangeError(
      `address of ${this.#path}: serial ${serial}, occurrence ${occurrence}, expected integers from 0 to ${LAST_WORD} and 0 to ${LAST_OCCURRENCE}`,
    );
  }
}

/** Keeps a probability that was computed, and may have rounded to 0 or 1, strictly inside (0, 1). */
export function openUniform(u: number): number {
  return Math.min(1 - 2 ** -53, Math.max(2 ** -53, u));
}
