import { rangesLength } from '../record/records.ts';
import type { Experiment } from './experiment.ts';
import type { Executor } from './executor.ts';
import { InputError } from './inputError.ts';
import { runTasks, tasksOf } from './runTasks.ts';
import { overlap, type Range, type Records, type RecordStore } from '../record/index.ts';

/** How far a run is, in replications over all points. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Of those done, how many were there before. */
  readonly found: number;
  /** What is being run, where it is not the experiment itself, such as `all orders as early as tried`. */
  readonly phase?: string;
}

/** A run was stopped by its signal; all that was finished is in the store. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly progress: Progress;

  constructor(progress: Progress) {
    super(`stopped after ${progress.done} of ${progress.total} replications`);
    this.progress = progress;
  }
}

/** Most replications in a block on disk. */
const longestChunk = 500;
/** Chunks a worker: enough that the last ones end at about the same time. */
const chunksPerWorker = 16;

interface RunExperimentOptions<S> {
  experiment: Experiment<S>;
  executor: Executor<S>;
  store: RecordStore;
  replications: number;
  onProgress?: ((progress: Progress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Runs what is missing of the first so many replications of each point, and gives all of them.
 *
 * Finished blocks are kept whatever happens: on a model error the other chunks in flight are finished and stored before
 * it is thrown, and likewise when the signal is aborted.
 *
 * @throws ReplicationError, Interrupted, InputError on a count of replications that is not a positive integer.
 * @example const records = await runExperiment({ experiment, executor, store, replications: 1000 });
 */
export async function runExperiment<S>({
  replications,
  ...options
}: RunExperimentOptions<S>): Promise<Records> {
  checkReplications(replications);
  await runRanges({
    ...options,
    ranges: options.experiment.points.map(() => [{ from: 0, to: replications }]),
  });
  return options.store.records(replications);
}

/**
 * Runs what is missing of some replications of each point. A chunk never goes beyond one of the ranges.
 *
 * @throws ReplicationError, Interrupted.
 */
export async function runRanges<S>({
  experiment,
  executor,
  store,
  ranges,
  onProgress = () => {},
  signal,
}: Omit<RunExperimentOptions<S>, 'replications'> & {
  /** For each point of the experiment, ranges that do not overlap. */
  ranges: readonly (readonly Range[])[];
}): Promise<void> {
  const total = rangesLength(ranges.flat());
  const gaps = experiment.points.flatMap(({ name }, point) =>
    ranges[point].flatMap((range) =>
      overlap(store.missing(name, range.to), range).map((gap) => ({ ...gap, point })),
    ),
  );
  const missing = rangesLength(gaps);
  const found = total - missing;
  const size = Math.min(longestChunk, Math.ceil(missing / (executor.workers * chunksPerWorker)));
  let done = found;
  onProgress({ done, total, found });

  const isStopped = (): boolean => signal?.aborted ?? false;
  await runTasks({
    experiment,
    executor,
    tasks: tasksOf(gaps, size),
    isStopped,
    onPart({ point: index }, from, packed) {
      const point = experiment.points[index];
      store.write(point.name, from, packed);
      done += packed.length / point.layout.width;
      onProgress({ done, total, found });
      return !isStopped();
    },
  });
  if (done < total) throw new Interrupted({ done, total, found });
}

/** @throws InputError on a count that no run can have. */
export function checkReplications(replications: number): void {
  if (!Number.isSafeInteger(replications) || replications < 1) {
    throw new InputError(`replications: ${replications}, expected a positive integer`);
  }
  if (replications > 2 ** 32) {
    throw new InputError(
      `replications: ${replications}, expected at most ${2 ** 32}, as many as there are streams`,
    );
  }
}
