import { AddressedStream, type Generator, type Stream } from './addressedStream.ts';
import { asWritten } from '../refusal/index.ts';
import { escapedPath, hashPath, type NameHash } from './address.ts';
import { median, variate, type Distribution } from './distribution.ts';
import type { GaussianCopula } from './gaussianCopula.ts';
import { requireInsideUnit, requireList, requireObject, requireText } from './requirement.ts';
import { seedKey } from './seedKey.ts';
import type { Seed } from './seedText.ts';

/** What the random numbers of a point depend on besides replication and address. */
export interface Draws {
  /** Any text, or a finite number or bigint, which stands for its decimal text. */
  readonly seed: Seed;
  /** Causes whose every draw takes its median. */
  readonly atPlan?: readonly string[];
  /** Name of an epistemic input → the uniform in (0, 1) that a design gives it. */
  readonly inputs?: Readonly<Record<string, number>>;
}

/** A named epistemic quantity: unknown, but one value a replication. */
export interface Input {
  readonly name: string;
  readonly cause: string;
  readonly distribution: Distribution;
}

const LAST_REPLICATION = 0xffffffff;

/**
 * All random numbers of a replication, as pure functions of (seed, replication, name, serial, occurrence).
 *
 * The Philox4x32-10 counter of a draw is [serial, occurrence·2¹⁶ + replication mod 2¹⁶, hash low, hash high], and the
 * high half of the replication is mixed into the high key word, so that distinct addresses never share counter and key:
 * serial 0 … 2³²−1, occurrence k 0 … 2¹⁶−1, replication 0 … 2³²−1, and the 64-bit hash of the escaped name
 * (cause/entity/purpose for a stream, input/name for an input). The key comes from the seed alone. Two names with one
 * hash are refused when the second is opened. Opened streams are kept: opening a name again in the next replication
 * only looks it up.
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
  constructor(draws: Draws, hash: (path: string) => NameHash = hashPath) {
    requireObject('streams', draws, 'an object with a seed');
    const { seed, atPlan = [], inputs = {} } = draws;
    requireList('causes at plan', atPlan, 'names');
    for (const cause of atPlan) requireText('cause at plan', cause);
    requireObject('inputs', inputs, 'an object with a uniform for each name');
    this.#seedKey = seedKey(seed);
    this.#generator = { key0: this.#seedKey[0], key1: this.#seedKey[1], replication: 0, epoch: 0 };
    this.#atPlan = new Set(atPlan);
    this.#overrides = new Map(Object.entries(inputs));
    for (const [name, u] of this.#overrides) requireInsideUnit(`input ${name}`, u);
    this.#opened = new Map();
    this.#inputStreams = new Map();
    this.#pathOfHash = new Map();
    this.#hash = hash;
  }

  /** Turns every opened stream to this replication. */
  begin(replication: number): void {
    if (!Number.isInteger(replication) || replication < 0 || replication > LAST_REPLICATION) {
      throw new RangeError(
        `replication: ${asWritten(replication)}, expected an integer from 0 to ${LAST_REPLICATION}`,
      );
    }
    this.#generator.epoch++;
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
      requireText('cause of a stream', cause);
      requireText('entity of a stream', entity);
      requireText('purpose of a stream', purpose);
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
   * At plan: the median. Else the quantile at the uniform that the design gives the name, where it gives one; else at
   * its own draw, which follows `shared` where given. The address holds the name only, so that regrouping causes moves
   * nothing.
   */
  input(
    name: string,
    distribution: Distribution,
    under: { cause: string; shared?: { normal: number; correlation: number } },
  ): number {
    requireObject(`settings of input ${name}`, under, 'an object with a cause');
    const { cause, shared } = under;
    requireText(`cause of input ${name}`, cause);
    if (this.#atPlan.has(cause)) return median(distribution);
    const override = this.#overrides.get(name);
    if (override !== undefined) return variate(distribution, override);
    const stream = this.#inputStream(name);
    return shared === undefined
      ? stream.draw(distribution, 0)
      : stream.drawShared(distribution, shared.normal, shared.correlation, 0);
  }

  /**
   * The values of several epistemic inputs, in order, made dependent by a copula where one is given.
   *
   * A design's uniform is the final rank of that input: it replaces the correlated one, and leaves the others as they
   * are. So does a cause at plan.
   */
  inputs(list: readonly Input[], copula?: GaussianCopula): number[] {
    if (copula === undefined) return list.map((item) => this.input(item.name, item.distribution, item));
    const normals = list.map(({ name }) => this.#inputStream(name).normal(0));
    const ranks = copula.uniforms(normals);
    return list.map(({ name, cause, distribution }, i) => {
      if (this.#atPlan.has(cause)) return median(distribution);
      return variate(distribution, this.#overrides.get(name) ?? ranks[i]);
    });
  }

  // An input's stream is never at plan itself: who else depends on it through a copula keeps its numbers.
  #inputStream(name: string): AddressedStream {
    let stream = this.#inputStreams.get(name);
    if (stream === undefined) {
      requireText('name of an input', name);
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
