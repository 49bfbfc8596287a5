import { rangesLength } from '../record/records.ts';
import { performance } from 'node:perf_hooks';
import type { DesignRow } from '../design/index.ts';
import { executorFor, type Shard } from '../execution/index.ts';
import {
  blocksOf,
  checkReplications,
  Interrupted,
  openDiskStore,
  runRanges,
  wholeBlocks,
  type Found,
  type Progress,
} from '../experiment/index.ts';
import { overlap, type Range } from '../record/index.ts';
import type { BacktestFacts } from './backtest.ts';
import { prepareFolder } from './outputFolder.ts';
import type { ExperimentRun } from './runToFolder.ts';
import { layPlan, planOf } from './shardPlan.ts';
import { shareOf, workOf, type Work } from './shardWork.ts';

/** A run, and which shard of it is run how. */
interface ShardRun<S> extends ExperimentRun<S> {
  readonly shard: Shard;
  /** Of the whole run, each point; default 1,000. */
  readonly replications?: number | undefined;
  readonly workers?: number | undefined;
  /** Rows of a design that the points were made from. */
  readonly rows?: readonly DesignRow[] | undefined;
  /** What a backtest holds its sites against. */
  readonly facts?: BacktestFacts | undefined;
  /** What `merge` says to type after `gigaramp` to run a shard. */
  readonly command?: readonly string[];
  readonly signal?: AbortSignal | undefined;
  readonly onFound?: (found: Found) => void;
  readonly onProgress?: (progress: Progress) => void;
}

/** What running a shard came to. */
export interface ShardResult {
  readonly name: string;
  readonly out: string;
  readonly shard: Shard;
  /** Replications that the shard has, over all points. */
  readonly replications: number;
  /** Of those, how many were there before. */
  readonly found: number;
  readonly seconds: number;
}

/**
 * Runs one shard of a run into the folder that it shares with the others: the same blocks of records that a run on one
 * machine keeps there, each written whole, so that shards can run at the same time, be killed, and be run twice.
 *
 * The tables are made by `mergeShards` when all shards are there.
 *
 * @throws InputError, ReplicationError, Interrupted.
 * @example await runShard({ ...scenarioRun({ scenarioModel }), shard: { index: 2, count: 7 }, replications: 1000 });
 */
export async function runShard<S>({
  shard,
  replications = 1000,
  workers,
  signal,
  onFound = () => {},
  onProgress = () => {},
  ...run
}: ShardRun<S>): Promise<ShardResult> {
  const started = performance.now();
  const { name, out, experiment, source } = run;
  checkReplications(replications);
  const work = workOf({ experiment, out, replications });
  const share = shareOf(shard, work);
  const executor = executorFor(experiment, { source, workers });
  try {
    prepareFolder(out);
    const { store, blocks, dropped } = openWork(work, share);
    layPlan(out, planOf({ ...run, replications, shards: shard.count }));
    const total = rangesLength(share.flat());
    const found = total - rangesLength(blocks.flat());
    onFound({ replications: found, dropped });
    const kept = wholeBlocks(store, experiment.points, blocks);
    try {
      await runRanges({
        experiment,
        executor,
        store: kept,
        ranges: blocks,
        signal,
        onProgress: ({ done }) => onProgress({ done: found + done, total, found }),
      });
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
      throw new Interrupted({ done: found + error.progress.done, total, found });
    } finally {
      kept.flush();
    }
    return {
      name,
      out,
      shard,
      replications: total,
      found,
      seconds: (performance.now() - started) / 1000,
    };
  } finally {
    await executor.close();
  }
}

/** The store of a shard's share of the work, and the blocks that are still to be computed. */
function openWork<S>({ experiment, folder }: Work<S>, ranges: readonly (readonly Range[])[]) {
  const { store, found } = openDiskStore({ folder, experiment, ranges });
  const blocks = experiment.points.map(({ name, layout }, index) =>
    ranges[index]!.flatMap((range) =>
      overlap(store.missing(name, range.to), range).flatMap((gap) => blocksOf(gap, layout)),
    ),
  );
  return { store, blocks, dropped: found.dropped };
}
