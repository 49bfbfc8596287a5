import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { seedText, type Seed } from '../random/index.ts';
import { canonicalJson, fromCanonicalJson } from './canonical.ts';
import { InputError } from './inputError.ts';
import type { Model, Point } from './model.ts';
import { packageVersion } from './package.ts';
import { plannedPoints, type PlannedPoint } from './plannedPoints.ts';

export type { PlannedPoint } from './plannedPoints.ts';

/** What is to be run: a model at some points under one seed. How often, where and when is no part of it. */
export interface Experiment<S> {
  /** SHA-256 of `identity`. */
  readonly id: string;
  /** Canonical JSON of all that decides the records. */
  readonly identity: string;
  readonly model: Model<S>;
  readonly seed: string;
  readonly points: readonly PlannedPoint<S>[];
}

/** The content of `Experiment.identity`. */
export interface Identity<S> {
  readonly schema: 1;
  readonly gigaramp: string;
  readonly model: { readonly name: string; readonly version: string };
  readonly seed: string;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  readonly points: readonly Point<S>[];
}

/**
 * Fixes an experiment and its id.
 *
 * The scenarios that run are those read back from the identity, so that what is hashed is what runs: the order of keys
 * in a scenario cannot matter.
 *
 * @throws InputError on what is no seed, no points, a repeated point name, or a cause or input that the model does not
 * have.
 * @example defineExperiment({ model, seed: '1', points: [basePoint(scenario)] });
 */
export function defineExperiment<S>({
  model,
  points,
  seed,
  files = [],
  version = packageVersion(),
}: {
  model: Model<S>;
  points: readonly Point<S>[];
  seed: Seed;
  /** Every file that the scenario was made from; only names and contents count. */
  files?: readonly { path: string; text: string }[];
  version?: string;
}): Experiment<S> {
  if (points.length === 0) throw new InputError('points: none, expected at least one');
  const text = checkedSeed(seed);
  const identity = canonicalJson({
    schema: 1,
    gigaramp: version,
    model: { name: model.name, version: model.version },
    seed: text,
    files: files
      .map(({ path, text }) => ({ name: basename(path), sha256: sha256(text) }))
      .sort((a, b) => (a.name + a.sha256 < b.name + b.sha256 ? -1 : 1)),
    points: points.map(({ name, scenario, settings, atPlan, inputs, sample }) => {
      const drawn = sample && { ...sample, seed: checkedSeed(sample.seed, 'seed of the design') };
      return { name, scenario, settings, atPlan, inputs, ...(drawn === undefined ? {} : { sample: drawn }) };
    }),
  } satisfies Identity<S>);
  return experimentOf(identity, model);
}

/** @throws InputError on what is no seed. */
function checkedSeed(seed: unknown, name?: string): string {
  try {
    return seedText(seed, name);
  } catch (error) {
    throw error instanceof RangeError ? new InputError(error.message) : error;
  }
}

/** Makes the experiment again from the identity that was written beside its records. */
export function experimentOf<S>(identity: string, model: Model<S>): Experiment<S> {
  const { seed, points } = fromCanonicalJson(identity) as Identity<S>;
  return { id: sha256(identity), identity, model, seed, points: plannedPoints(model, points) };
}

/** A scenario as it is: no cause at plan, no input fixed. */
export function basePoint<S>(scenario: S, name = 'base'): Point<S> {
  return { name, scenario, settings: {}, atPlan: [], inputs: {} };
}

/** SHA-256 of a text, in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
