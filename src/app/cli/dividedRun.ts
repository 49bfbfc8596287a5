import type { DesignRow } from '../../design/index.ts';
import type { ExperimentRun, RunResult } from '../runToFolder.ts';
import type { Console } from './console.ts';
import type { DividedCommand } from './dividedCommand.ts';
import { queued, refuseQueue } from './queued.ts';
import { shard as runShard } from './shard.ts';
import { noteWholeRun } from './shardOption.ts';
import { watched, type Watch } from './watched.ts';

/**
 * Runs a command's experiment as it asks: through a queue, or here; of one shard, which says itself what it did, there
 * are no results.
 */
export async function dividedRun<S>(
  console: Console,
  { shard, queue, shards, words = [], json, ...options }: DividedCommand,
  {
    experiment,
    here,
  }: {
    readonly experiment: () => ExperimentRun<S> & { readonly rows?: readonly DesignRow[] };
    readonly here: (watch: Watch) => Promise<RunResult<S>>;
  },
): Promise<RunResult<S> | undefined> {
  if (shard !== undefined) {
    refuseQueue(queue, shards);
    const { until, fresh, replications, workers } = options;
    await runShard(console, { shard, words, json, until, fresh, replications, workers }, experiment());
    return undefined;
  }
  noteWholeRun(console, process.env);
  return queue === undefined && shards === undefined
    ? await watched(console, here)
    : await queued(console, { ...options, queue, shards, words }, experiment());
}
