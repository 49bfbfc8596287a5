import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { threads, type ModelSource } from '../execution/index.ts';
import { InputError, Interrupted, ReplicationError, type Executor, type Model } from '../experiment/index.ts';
import {
  beatWorker,
  commitShards,
  dismissWorker,
  failureText,
  identityOf,
  persistently,
  putBack,
  queuedRuns,
  replaceLost,
  reportFailure,
  runProgress,
  takeShards,
  type Database,
  type QueuedRun,
  type QueuedShard,
  type QueueWorker,
  type ShardResult,
} from '../queue/index.ts';
import { computeShard, misfit, queuedWork } from './queuedWork.ts';
import type { Work } from './shardWork.ts';

/** What a worker did. */
export interface WorkDone {
  readonly shards: number;
  readonly replications: number;
}

/** Shards in the making at once: while one is begun or ends, the other has work for all threads. */
const LANES = 2;
/** Seconds of work that are taken at once, where shards are shorter. */
const BATCH_SECONDS = 2;
const MOST_SHARDS = 200;
/** Bytes that wait to be written before computing waits for them. */
const MOST_BYTES = 64e6;
const IDLE_SECONDS = 0.5;
/** The longer there was nothing, the seldomer it is asked. */
const LONGEST_IDLE_SECONDS = 4;
/** After a loss of the database others may need so long to be back. */
const SETTLE_SECONDS = 10;

interface Held extends QueuedShard {
  /** Aborts when the shard is no longer ours. */
  readonly gone: AbortController;
}

/**
 * Computes shards of the runs in a queue, in threads, until it is stopped. What it has is put back when it stops, and
 * given to others when it is not heard of; a database that is gone for some minutes it waits for.
 *
 * @throws InputError when there are only runs of another version or model, QueueLost.
 * @example await workOnQueue({ database, model, source, isDraining: true });
 */
export async function workOnQueue<S>({
  database,
  model,
  source,
  workers,
  onlyRun,
  isDraining = false,
  lostAfter = 20,
  signal = new AbortController().signal,
  onRun = () => {},
  onShard = () => {},
}: {
  database: Database;
  model: Model<S>;
  source: ModelSource;
  /** Threads; default: all cores. */
  workers?: number | undefined;
  /** Id of a run to work at alone. */
  onlyRun?: string | undefined;
  /** Stop when nothing is left to do. */
  isDraining?: boolean;
  /** Seconds without a word after which others take over. */
  lostAfter?: number;
  signal?: AbortSignal;
  /** A run that it begins to work at. */
  onRun?: (run: QueuedRun) => void;
  /** A shard that is computed and written. */
  onShard?: (shard: ShardResult) => void;
}): Promise<WorkDone> {
  const executor: Executor<S> = threads(workers === undefined ? { source } : { source, workers });
  const worker: QueueWorker = {
    id: randomUUID(),
    name: `${hostname()}:${process.pid}`,
    threads: executor.workers,
    lostAfter,
  };
  const stop = new AbortController();
  const stopping = AbortSignal.any([signal, stop.signal]);
  const runs = new Map<string, { run: QueuedRun; work: Work<S> }>();
  const held = new Map<string, Held>();
  const waiting: Held[] = [];
  const computed: ShardResult[] = [];
  const done = { shards: 0, replications: 0 };
  let failure: unknown;
  let lostAt = -Infinity;
  let batch = { count: LANES, at: -Infinity };

  const fail = (error: unknown): void => {
    failure ??= error;
    stop.abort();
  };
  const onLost = async (): Promise<void> => {
    lostAt = performance.now();
  };
  const patiently = async <T>(body: () => Promise<T>): Promise<T> =>
    await persistently(body, { signal: stopping, onLost });
  const hold = (shard: QueuedShard): void => {
    const one = { ...shard, gone: new AbortController() };
    held.set(keyOf(shard), one);
    waiting.push(one);
  };

  const heartbeat = async (): Promise<void> => {
    let strange = new Set<string>();
    while (!stop.signal.aborted) {
      const before = new Set(held.keys());
      const leases = await persistently(() => beatWorker(database, worker), { signal: stop.signal, onLost });
      const ours = new Set(leases.map(keyOf));
      for (const key of before) if (!ours.has(key)) held.get(key)?.gone.abort();
      // Taken in a transaction whose answer was lost: ours, and nobody else will compute them.
      const unknown = leases.filter((lease) => !held.has(keyOf(lease)) && !before.has(keyOf(lease)));
      for (const lease of unknown) if (strange.has(keyOf(lease))) hold(lease);
      strange = new Set(unknown.map(keyOf));
      if (performance.now() - lostAt > SETTLE_SECONDS * 1000) await patiently(() => replaceLost(database));
      await pause(lostAfter * 200, undefined, { signal: stop.signal }).catch(() => {});
    }
  };

  const load = async (run: QueuedRun): Promise<boolean> => {
    if (runs.has(run.id)) return true;
    const identity = await patiently(() => identityOf(database, run.id));
    if (identity === undefined) return false;
    runs.set(run.id, { run, work: queuedWork(run, identity, model) });
    onRun(run);
    return true;
  };

  /** Takes shards for some seconds of work; says whether there may be more later. */
  const refill = async (): Promise<boolean> => {
    const all = await patiently(() => queuedRuns(database));
    const wanted = all.filter(({ id }) => onlyRun === undefined || id === onlyRun);
    for (const id of runs.keys()) if (!wanted.some((run) => run.id === id)) runs.delete(id);
    const fit = wanted.filter((run) => misfit(run, model) === undefined);
    if (fit.length === 0 && wanted.length > 0) throw new InputError(misfit(wanted[0]!, model)!);
    const now = performance.now();
    const aim = Math.round((batch.count * BATCH_SECONDS * 1000) / Math.max(1, now - batch.at));
    const count = Math.min(MOST_SHARDS, batch.count * 4, Math.max(LANES, aim));
    for (const run of fit) {
      if (!(await load(run))) continue;
      const shards = await patiently(() => takeShards(database, { worker: worker.id, run: run.id, count }));
      for (const shard of shards) hold({ run: run.id, shard });
      if (shards.length === 0) continue;
      batch = { count: shards.length, at: now };
      return true;
    }
    batch = { count: LANES, at: -Infinity };
    if (!isDraining) return true;
    const progress = await Promise.all(fit.map(({ id }) => patiently(() => runProgress(database, id))));
    return progress.some(({ taken }) => taken > 0);
  };

  let refilling: Promise<boolean> | undefined;
  const next = async (): Promise<Held | undefined> => {
    for (let idle = IDLE_SECONDS; !stopping.aborted; idle = Math.min(LONGEST_IDLE_SECONDS, idle * 1.5)) {
      const shard = waiting.shift();
      if (shard !== undefined) return shard;
      refilling ??= refill().finally(() => (refilling = undefined));
      if (!(await refilling)) return undefined;
      if (waiting.length === 0) await pause(idle * 1000, undefined, { signal: stopping }).catch(() => {});
    }
    return undefined;
  };

  let isCommitting = false;
  let committing = Promise.resolve();
  const commitAll = async (): Promise<void> => {
    try {
      while (computed.length > 0) {
        const batch = computed.splice(0, MOST_SHARDS);
        // Also when we are to stop: what is computed is kept.
        await persistently(() => commitShards(database, worker, batch), { onLost });
        for (const shard of batch) {
          held.delete(keyOf(shard));
          done.shards++;
          done.replications += shard.replications;
          onShard(shard);
        }
      }
    } finally {
      isCommitting = false;
    }
  };
  /** What is computed while others are written is written with the next. */
  const commit = (): void => {
    if (isCommitting) return;
    isCommitting = true;
    committing = commitAll().catch(fail);
  };

  const compute = async (shard: Held): Promise<void> => {
    const loaded = runs.get(shard.run);
    if (loaded === undefined) {
      held.delete(keyOf(shard));
      return;
    }
    try {
      const signal = AbortSignal.any([stopping, shard.gone.signal]);
      computed.push(await computeShard({ ...loaded, shard: shard.shard, executor, signal }));
      commit();
      if (bytesOf(computed) > MOST_BYTES) await committing;
    } catch (error) {
      if (error instanceof Interrupted) {
        if (shard.gone.signal.aborted) held.delete(keyOf(shard));
        return;
      }
      await patiently(() => reportFailure(database, { worker, ...shard, reason: failureText(error) }));
      held.delete(keyOf(shard));
      if (!(error instanceof ReplicationError)) throw error;
    }
  };
  const lane = async (): Promise<void> => {
    for (;;) {
      const shard = await next();
      if (shard === undefined) return;
      await compute(shard);
    }
  };

  try {
    await beatWorker(database, worker);
    const beating = heartbeat().catch(fail);
    await Promise.all(Array.from({ length: LANES }, async () => await lane().catch(fail)));
    await committing;
    stop.abort();
    await beating;
    await persistently(() => putBack(database, worker.id, [...held.values()]), { patience: 5 }).catch(fail);
    await persistently(() => dismissWorker(database, worker.id), { patience: 5 }).catch(fail);
  } finally {
    await executor.close();
  }
  if (failure !== undefined) throw failure;
  return done;
}

function keyOf({ run, shard }: QueuedShard): string {
  return `${run} ${shard}`;
}

function bytesOf(results: readonly ShardResult[]): number {
  return results.flatMap(({ blocks }) => blocks).reduce((sum, { packed }) => sum + packed.byteLength, 0);
}
