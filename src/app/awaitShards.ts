import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Interrupted, type Progress } from '../experiment/index.ts';
import {
  beatCoordinator,
  failedShards,
  finishedShards,
  persistently,
  QueueLost,
  replaceLost,
  runProgress,
  type Database,
  type FailedShard,
} from '../queue/index.ts';
import type { Gathering } from './gatherShards.ts';

const POLL_SECONDS = 0.5;
/** Listing more finished shards than this is done less often. */
const MOST_LISTED = 20_000;
const REPLACE_SECONDS = 2;
/** After a loss of the database workers may need so long to be back, and are not lost. */
const SETTLE_SECONDS = 10;

/** The run that is waited for, and who is told of it. */
interface Waiting {
  readonly database: Database;
  readonly run: string;
  readonly coordinator: string;
  readonly gathering: Gathering;
  /** Replications of the run, over all points. */
  readonly total: number;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: (progress: Progress) => void;
  readonly onWorkers: (count: number) => void;
  readonly onLost: () => Promise<void>;
}

/**
 * Waits until workers have computed the shards that are missing in a folder, and brings their records there as they
 * come.
 *
 * @returns the shards that failed and are tried no more; all others are there
 * @throws Interrupted, QueueLost, and that the run was cancelled.
 */
export async function awaitShards({
  database,
  run,
  coordinator,
  gathering: { missing, gather },
  total,
  signal,
  onProgress,
  onWorkers,
  onLost,
}: Waiting): Promise<readonly FailedShard[]> {
  const found = total - [...missing.values()].reduce((sum, count) => sum + count, 0);
  const open = new Map(missing);
  let done = found;
  let seen = -1;
  let replacedAt = -Infinity;
  let lostAt = -Infinity;
  const patiently = async <T>(body: () => Promise<T>): Promise<T> =>
    await persistently(body, {
      signal,
      onLost: async () => {
        lostAt = performance.now();
        await onLost();
      },
    }).catch((error: unknown) => {
      throw error instanceof QueueLost && signal?.aborted === true
        ? new Interrupted({ done, total, found })
        : error;
    });
  const bring = async (): Promise<void> => {
    const finished = await patiently(() => finishedShards(database, run));
    const fresh = finished.filter((shard) => open.has(shard));
    await patiently(() => gather(database, run, fresh));
    for (const shard of fresh) {
      done += open.get(shard)!;
      open.delete(shard);
    }
    onProgress({ done, total, found });
  };

  onProgress({ done, total, found });
  for (;;) {
    const isThere = await patiently(() => beatCoordinator(database, coordinator));
    if (!isThere) throw new Error(`run ${run}: cancelled in the queue; what was finished is kept`);
    const { finished, workers } = await patiently(() => runProgress(database, run));
    onWorkers(workers);
    const failed = await patiently(() => failedShards(database, run));
    if (finished !== seen) await bring();
    seen = finished;
    const lacking = failed.filter(({ shard }) => open.has(shard));
    if (lacking.length === open.size) return lacking;
    if (signal?.aborted === true) throw new Interrupted({ done, total, found });
    const now = performance.now();
    if (now - replacedAt > REPLACE_SECONDS * 1000 && now - lostAt > SETTLE_SECONDS * 1000) {
      replacedAt = now;
      await patiently(() => replaceLost(database));
    }
    const seconds = POLL_SECONDS * Math.max(1, finished / MOST_LISTED);
    await pause(seconds * 1000, undefined, signal === undefined ? {} : { signal }).catch(() => {});
  }
}
