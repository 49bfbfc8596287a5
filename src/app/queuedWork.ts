import { performance } from 'node:perf_hooks';
import {
  blocksOf,
  InputError,
  nodeMajor,
  packageVersion,
  runRanges,
  wholeBlocks,
  type Executor,
  type Model,
} from '../experiment/index.ts';
import type { RecordStore } from '../record/index.ts';
import type { QueuedRun, ShardBlock, ShardResult } from '../queue/index.ts';
import { recordedExperiment } from './replayFolder.ts';
import { shareOf, workOf, type Work } from './shardWork.ts';

/** Why a worker with a model cannot compute a run, in one line; nothing where it can. */
export function misfit<S>(run: QueuedRun, model: Model<S>): string | undefined {
  const named = `run ${run.id} of experiment ${run.experiment.slice(0, 12)}`;
  if (run.gigaramp !== packageVersion()) {
    return `${named}: of gigaramp ${run.gigaramp}, expected ${packageVersion()}, which this is`;
  }
  if (run.node !== nodeMajor())
    return `${named}: of Node ${run.node}, expected Node ${nodeMajor()}, which this is`;
  if (run.model !== model.name) {
    return `${named}: of model ${run.model}, expected ${model.name}; give --model with that of the run if you trust it`;
  }
  if (run.modelVersion !== model.version) {
    return `${named}: of version ${run.modelVersion} of the model, expected ${model.version}, which this is`;
  }
  return undefined;
}

/**
 * What a run computes, made from its identity: a scenario, seed and points. The model is the caller's; nothing that
 * the queue holds is run.
 *
 * @throws InputError when it is another experiment than it says, or no scenario of the model.
 */
export function queuedWork<S>(run: QueuedRun, identity: string, model: Model<S>): Work<S> {
  const experiment = recordedExperiment(`run ${run.id}`, identity, model);
  if (experiment.id !== run.experiment) {
    throw new InputError(
      `run ${run.id}: holds experiment ${experiment.id.slice(0, 12)}, expected ${run.experiment.slice(0, 12)} as it says`,
    );
  }
  return workOf({ experiment, out: '', replications: run.replications });
}

/**
 * Computes a shard of a run, with its records in memory.
 *
 * @throws ReplicationError, Interrupted.
 */
export async function computeShard<S>({
  run,
  shard,
  work,
  executor,
  signal,
}: {
  run: QueuedRun;
  shard: number;
  work: Work<S>;
  executor: Executor<S>;
  signal: AbortSignal;
}): Promise<ShardResult> {
  const started = performance.now();
  const { experiment } = work;
  const share = shareOf({ index: shard, count: run.shards }, work);
  const ranges = experiment.points.map(({ layout }, point) =>
    share[point]!.flatMap((range) => blocksOf(range, layout)),
  );
  const blocks: ShardBlock[] = [];
  const store: RecordStore = {
    missing: (_, replications) => [{ from: 0, to: replications }],
    write(name, first, packed) {
      const point = experiment.points.findIndex((candidate) => candidate.name === name);
      const replications = packed.length / experiment.points[point]!.layout.width;
      blocks.push({ point, first, replications, packed });
    },
    records: () => {
      throw new Error('records: asked for in a worker, expected in the run');
    },
  };
  await runRanges({
    experiment,
    executor,
    store: wholeBlocks(store, experiment.points, ranges),
    ranges,
    signal,
  });
  return {
    run: run.id,
    shard,
    replications: blocks.reduce((sum, { replications }) => sum + replications, 0),
    seconds: (performance.now() - started) / 1000,
    blocks,
  };
}
