import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inline, threads, type ModelSource } from '../execution/index.ts';
import {
  chunkOf,
  experimentOf,
  firstDifference,
  fromCanonicalJson,
  InputError,
  openDiskStore,
  replay,
  storedIdentity,
  type Difference,
  type Executor,
  type Experiment,
  type Identity,
  type Model,
  type RecordStore,
} from '../experiment/index.ts';
import { readManifest } from './outputFolder.ts';
import { moduleUrl } from './packagePath.ts';

/** What running an experiment again showed. */
export interface ReplayResult {
  readonly experiment: string;
  readonly replications: number;
  readonly difference: Difference | undefined;
  /** Result files that are no longer what the manifest says. */
  readonly changedFiles: readonly string[];
  /** Versions that differ from those of the records, in words. */
  readonly remarks: readonly string[];
}

/** One replication that was run again. */
export interface ReplayedReplication {
  readonly point: string;
  readonly replication: number;
  readonly difference: Difference | undefined;
  /** Column name → value, or values by grid day. */
  readonly outputs: Readonly<Record<string, number | readonly number[]>>;
  /** Whether there was a record to compare it with. */
  readonly isRecorded: boolean;
}

/** The module and export that the records of a folder were made with, as far as its manifest says. */
export function recordedSource(folder: string): ModelSource | undefined {
  const run = readManifest(folder)?.run;
  if (run?.module === undefined || run.export === undefined) return undefined;
  return { module: moduleUrl(run.module), export: run.export };
}

/**
 * Runs all recorded replications of a folder again on worker threads and compares them bit for bit.
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
  const { experiment, store, replications, remarks } = open(folder, model);
  if (replications === 0)
    throw new InputError(`${folder}: no whole replication in the records, expected some`);
  const executor: Executor<S> = threads(workers === undefined ? { source } : { source, workers });
  try {
    const records = store.records(replications);
    const difference = await replay({ experiment, executor, records, onProgress });
    return {
      experiment: experiment.id,
      replications,
      difference,
      changedFiles: changedFiles(folder),
      remarks,
    };
  } finally {
    await executor.close();
  }
}

/**
 * Runs one replication again in this thread, whether it is recorded or not.
 *
 * @throws InputError on a point that the experiment does not have or a replication that is none, ReplicationError.
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
  const { experiment, store, replications } = open(folder, model);
  const index = name === undefined ? 0 : experiment.points.findIndex((candidate) => candidate.name === name);
  const point = experiment.points[index];
  if (point === undefined) {
    const known = experiment.points.map((candidate) => candidate.name).join(', ');
    throw new InputError(`point: "${name}", expected one of ${known}`);
  }
  const chunk = chunkOf(experiment, point, { from: replication, to: replication + 1 });
  const again = await inline(model).run(chunk);
  const difference =
    replication < replications
      ? firstDifference(
          point,
          replication,
          store.records(replications).points[index].packed(replication, replication + 1),
          again,
        )
      : undefined;
  const outputs = Object.fromEntries(
    point.layout.fields.map(({ column, offset, width }) => {
      const values = [...again.subarray(offset, offset + width)];
      return [column.name, column.kind === 'series' ? values : values[0]];
    }),
  );
  return { point: point.name, replication, isRecorded: replication < replications, difference, outputs };
}

function open<S>(
  folder: string,
  model: Model<S>,
): { experiment: Experiment<S>; store: RecordStore; replications: number; remarks: string[] } {
  const identity = storedIdentity(join(folder, 'records'));
  if (identity === undefined) throw new InputError(`${folder}: no records, expected the folder of a run`);
  const recorded = fromCanonicalJson(identity) as Identity<S>;
  if (recorded.model.name !== model.name) {
    throw new InputError(
      `${folder}: records of model ${recorded.model.name}, expected those of ${model.name}`,
    );
  }
  const remarks =
    recorded.model.version === model.version
      ? []
      : [`recorded with version ${recorded.model.version} of the model, replayed with ${model.version}`];
  const experiment = experimentOf(identity, model);
  const { store } = openDiskStore({ folder: join(folder, 'records'), experiment });
  const whole = experiment.points.map(({ name }) => store.missing(name, 2 ** 32)[0].from);
  return { experiment, store, replications: Math.min(...whole), remarks };
}

function changedFiles(folder: string): string[] {
  const outputs = readManifest(folder)?.outputs ?? [];
  return outputs
    .filter(({ name, sha256 }) => {
      const path = join(folder, name);
      if (!existsSync(path)) return true;
      return createHash('sha256').update(readFileSync(path)).digest('hex') !== sha256;
    })
    .map(({ name }) => name);
}
