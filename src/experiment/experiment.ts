import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { seedText, type Seed } from '../random/index.ts';
import { canonicalJson, fromCanonicalJson } from './canonical.ts';
import { InputError } from './inputError.ts';
import type { Model, Outputs, Point } from './model.ts';
import { layoutOf, type Layout } from './layout.ts';
import { packageVersion } from './package.ts';

/** A point of an experiment with what its model declared for it. */
export interface PlannedPoint<S> extends Point<S> {
  readonly outputs: Outputs;
  readonly layout: Layout;
}

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
  const names = new Set<string>();
  for (const point of points) {
    if (names.has(point.name))
      throw new InputError(`point "${point.name}": twice, expected names that differ`);
    names.add(point.name);
    checkNames(model, point);
  }
  const planned = points.map((point) => {
    const outputs = model.outputs(point.scenario);
    return { ...point, outputs, layout: layoutOf(outputs) };
  });
  return { id: sha256(identity), identity, model, seed, points: planned };
}

/** A scenario as it is: no cause at plan, no input fixed. */
export function basePoint<S>(scenario: S, name = 'base'): Point<S> {
  return { name, scenario, settings: {}, atPlan: [], inputs: {} };
}

function checkNames<S>(model: Model<S>, point: Point<S>): void {
  for (const cause of point.atPlan) {
    if (!model.causes.includes(cause)) {
      throw new InputError(
        `point ${point.name}: cause "${cause}" at plan, expected one of ${model.causes.join(', ')}`,
      );
    }
  }
  const inputs = [...Object.keys(point.inputs), ...(point.sample?.names ?? [])];
  if (inputs.length === 0) return;
  const known = model.inputs(point.scenario).map((input) => input.name);
  for (const name of inputs) {
    if (!known.includes(name)) {
      throw new InputError(`point ${point.name}: input "${name}", expected one of ${known.join(', ')}`);
    }
  }
}

/** SHA-256 of a text, in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
