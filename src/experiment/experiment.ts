import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { seedText, type Seed } from '../random/index.ts';
import { canonicalJson, fromCanonicalJson } from './canonical.ts';
import { observedColumns, type GivenPoint } from './given.ts';
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
  /** Whose replications say how well all of them agree with what was observed; absent: nothing was. */
  readonly given?: GivenPoint | undefined;
}

/** The content of `Experiment.identity`. */
export interface Identity<S> {
  readonly schema: 1;
  readonly gigaramp: string;
  readonly model: { readonly name: string; readonly version: string };
  readonly seed: string;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  readonly points: readonly Point<S>[];
  readonly given?: GivenPoint | undefined;
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
  points: asked,
  given: base = asked[0],
  seed,
  files = [],
  version = packageVersion(),
}: {
  model: Model<S>;
  points: readonly Point<S>[];
  /**
   * The scenario as it is, where it has observed totals: its replications say how much each counts in all points. It is
   * run too, and stands in no table where it is none of the points. Default: the first of them.
   */
  given?: Point<S> | undefined;
  seed: Seed;
  /** Every file that the scenario was made from; only names and contents count. */
  files?: readonly { path: string; text: string }[];
  version?: string;
}): Experiment<S> {
  if (asked.length === 0) throw new InputError('points: none, expected at least one');
  const text = checkedSeed(seed);
  const given = givenPoint(model, asked, base!);
  const points = given?.isShown === false ? [...asked, { ...base!, name: given.point }] : asked;
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
    ...(given === undefined ? {} : { given }),
  } satisfies Identity<S>);
  return experimentOf(identity, model);
}

/** Name of the scenario as it is, where it is none of the points that were asked for. */
const AS_OBSERVED = 'as observed';

/** Which point is the scenario as it is, where it has observed totals. */
function givenPoint<S>(model: Model<S>, points: readonly Point<S>[], base: Point<S>): GivenPoint | undefined {
  if (observedColumns(model.outputs(base.scenario)).length === 0) return undefined;
  const bare = ({ scenario, atPlan, inputs, sample }: Point<S>): string =>
    canonicalJson({ scenario, atPlan, inputs, ...(sample && { sample }) });
  const own = bare(base);
  const found = points.find((point) => bare(point) === own);
  if (found !== undefined) return { point: found.name, isShown: true };
  const taken = points.some(({ name }) => name === AS_OBSERVED);
  return { point: taken ? `${AS_OBSERVED}, beside the points` : AS_OBSERVED, isShown: false };
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
  const { seed, points, given } = fromCanonicalJson(identity) as Identity<S>;
  return {
    id: sha256(identity),
    identity,
    model,
    seed,
    points: plannedPoints(model, points),
    ...(given === undefined ? {} : { given }),
  };
}

/** A scenario as it is: no cause at plan, no input fixed. */
export function basePoint<S>(scenario: S, name = 'base'): Point<S> {
  return { name, scenario, settings: {}, atPlan: [], inputs: {} };
}

/** SHA-256 of a text, in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
