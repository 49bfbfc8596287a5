import { rangesLength } from '../record/index.ts';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { executorFor, inline, type ModelSource } from '../execution/index.ts';
import {
  chunkOf,
  experimentOf,
  firstDifference,
  recordsAt,
  fromCanonicalJson,
  InputError,
  parseIdentity,
  readDiskStore,
  replay,
  requireFolder,
  resultBytes,
  storedIdentity,
  type Difference,
  type Experiment,
  type Identity,
  type Manifest,
  type Model,
  type RecordedRun,
} from '../experiment/index.ts';
import type { Outputs } from '../record/index.ts';
import { expectedOneOf } from '../scenario/index.ts';
import { manifestProblems } from './manifestProblems.ts';
import { readManifest } from './outputFolder.ts';
import { scenarioProblem } from './recordedScenario.ts';

/** What running an experiment again showed. */
export interface ReplayResult {
  readonly experiment: string;
  /** Replications of each point that were compared. */
  readonly replications: number;
  readonly difference: Difference | undefined;
  /** Whether a manifest says how many replications there were: without one nobody knows whether they are all there. */
  readonly isFinished: boolean;
  /** Record files that are torn, damaged or no files, and were not compared. */
  readonly damagedFiles: readonly string[];
  /** Result files that are no longer what the manifest says. */
  readonly changedFiles: readonly string[];
  /** What else does not fit together in the folder, in words. */
  readonly problems: readonly string[];
  /** What is no fault but worth knowing, such as another version, in words. */
  readonly remarks: readonly string[];
}

/** Whether a folder holds what its run wrote, all of it, and running again gives the same. */
export function isIdentical(result: ReplayResult): boolean {
  const { difference, damagedFiles, changedFiles, problems } = result;
  return (
    difference === undefined && [damagedFiles, changedFiles, problems].every((list) => list.length === 0)
  );
}

/** One replication that was run again. */
export interface ReplayedReplication {
  readonly point: string;
  readonly replication: number;
  readonly difference: Difference | undefined;
  /** Column name → value, or values by grid day. */
  readonly outputs: Readonly<Record<string, number | readonly number[]>>;
  /** What the model says of these. */
  readonly described: Outputs;
  /** Whether there was a record to compare it with. */
  readonly isRecorded: boolean;
}

/**
 * Runs all recorded replications of a folder again, on worker threads, or on this one where there is to be one worker,
 * and compares them bit for bit. The folder is data: it is only read, and the model is the caller's.
 *
 * @throws InputError when the folder holds no records, ReplicationError.
 */
export async function replayFolder<S>({
  folder,
  model,
  source,
  workers,
  onProgress = () => {},
}: {
  folder: string;
  model: Model<S>;
  source: ModelSource;
  workers?: number | undefined;
  onProgress?: (done: number, total: number) => void;
}): Promise<ReplayResult> {
  const { experiment, recorded, replications, remarks, manifest } = open(folder, model);
  if (replications === 0 && recorded.damaged.length === 0)
    throw new InputError(`${folder}: no whole replication in the records, expected some`);
  const executor = executorFor(experiment, { source, workers });
  try {
    const { records, ranges } = recorded;
    const difference = await replay({ experiment, executor, records, ranges, onProgress });
    return {
      experiment: experiment.id,
      replications,
      difference,
      isFinished: manifest !== undefined,
      damagedFiles: recorded.damaged,
      changedFiles: manifest === undefined ? [] : changedFiles(folder, manifest),
      problems: manifestProblems(folder, manifest, { experiment, replications }),
      remarks,
    };
  } finally {
    await executor.close();
  }
}

/**
 * Runs one replication again in this thread; one whose record is damaged runs too, with nothing to compare it with.
 *
 * @throws InputError on a point or a replication that the folder does not have or its manifest does not count,
 *   ReplicationError.
 */
export async function replayReplication<S>({
  folder,
  model,
  point: name,
  replication,
}: {
  folder: string;
  model: Model<S>;
  /** Default: the first point. */
  point?: string | undefined;
  replication: number;
}): Promise<ReplayedReplication> {
  if (!Number.isSafeInteger(replication) || replication < 0) {
    throw new InputError(`replication: ${replication}, expected an integer from 0`);
  }
  const { experiment, recorded, manifest } = open(folder, model);
  const index = name === undefined ? 0 : experiment.points.findIndex((candidate) => candidate.name === name);
  const point = experiment.points[index];
  if (point === undefined) {
    const known = experiment.points.map((candidate) => candidate.name);
    throw new InputError(`point: "${name}", ${expectedOneOf(name ?? '', known)}`);
  }
  const ranges = recorded.ranges(point.name);
  const last = Math.max(0, ...ranges.map(({ to }) => to)) - 1;
  if (replication > last)
    throw new InputError(`replication: ${replication}, expected one of those recorded, 0 to ${last}`);
  // Records may be left of an earlier, longer run into the folder, or of one that was to add to it.
  const count = manifest?.replications ?? Infinity;
  if (replication >= count)
    throw new InputError(
      `replication: ${replication}, beyond the run, expected one of its ${count}, 0 to ${count - 1}`,
    );
  const chunk = chunkOf(experiment, point, { from: replication, to: replication + 1 });
  const again = await inline(model).run(chunk);
  const isRecorded = ranges.some(({ from, to }) => from <= replication && replication < to);
  const difference = isRecorded
    ? firstDifference(
        point,
        replication,
        recordsAt(recorded.records, index).packed(replication, replication + 1),
        again,
      )
    : undefined;
  const outputs = Object.fromEntries(
    point.layout.fields.map(({ column, offset, width }) => {
      const values = [...again.subarray(offset, offset + width)];
      return [column.name, column.kind === 'series' ? values : values[0]];
    }),
  );
  return { point: point.name, replication, isRecorded, difference, outputs, described: point.outputs };
}

interface OpenFolder<S> {
  readonly experiment: Experiment<S>;
  readonly recorded: RecordedRun;
  /** Whole replications of the point that has fewest. */
  readonly replications: number;
  readonly manifest: Manifest | undefined;
  readonly remarks: readonly string[];
}

function open<S>(folder: string, model: Model<S>): OpenFolder<S> {
  requireFolder(folder);
  const records = join(folder, 'records');
  const text = storedIdentity(records);
  if (text === undefined) throw new InputError(`${folder}: no records, expected the folder of a run`);
  const manifest = readManifest(folder);
  const experiment = recordedExperiment(join(records, 'experiment.json'), text, model);
  const recorded = readDiskStore({ folder: records, experiment });
  const version = (fromCanonicalJson(text) as Identity<S>).model.version;
  const remarks =
    version === model.version
      ? []
      : [`recorded with version ${version} of the model, replayed with ${model.version}`];
  return { experiment, recorded, replications: fewest(experiment, recorded), manifest, remarks };
}

/** Whole replications of the point that has fewest. */
function fewest<S>({ points }: Experiment<S>, recorded: RecordedRun): number {
  return Math.min(...points.map(({ name }) => rangesLength(recorded.ranges(name))));
}

/** @throws InputError when a file is not what a run of this model writes. */
export function recordedExperiment<S>(path: string, text: string, model: Model<S>): Experiment<S> {
  const { value, problem } = parseIdentity<S>(text);
  if (problem !== undefined) throw new InputError(`${path}: ${problem}, expected what a run wrote`);
  const { name } = value.model;
  if (name !== model.name) throw new InputError(`${path}: of model ${name}, expected ${model.name}`);
  try {
    return experimentOf(text, model);
  } catch (error) {
    if (error instanceof InputError) throw new InputError(`${path}: ${error.message}`);
    const reason = scenarioProblem(value, model) ?? `no experiment of model ${model.name}`;
    throw new InputError(`${path}: ${reason}`);
  }
}

function changedFiles(folder: string, { outputs }: Manifest): string[] {
  return outputs.filter(({ name, sha256 }) => hashOf(join(folder, name)) !== sha256).map(({ name }) => name);
}

function hashOf(path: string): string | undefined {
  try {
    const bytes = resultBytes(path);
    return bytes && createHash('sha256').update(bytes).digest('hex');
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
