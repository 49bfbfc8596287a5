import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { threads, type ModelSource } from '../execution/index.ts';
import { Interrupted, ReplicationError, type Executor, type Model } from '../experiment/index.ts';
import {
  beatWorker,
  commitShards,
  dismissWorker,
  failureText,
  persistently,
  putBack,
  QueueLost,
  replaceLost,
  reportFailure,
  type Database,
  type QueuedRun,
  type QueueWorker,
  type ShardResult,
} from '../queue/index.ts';
import { HeldShards, type Held } from './heldShards.ts';
import { PatientCalls } from './patientCalls.ts';
import { computeShard } from './queuedWork.ts';
import { LANES, ShardTaker } from './shardTaker.ts';
import { ShardWriter } from './shardWriter.ts';

/** What a worker did. */
export interface WorkDone {
  readonly shards: number;
  readonly replications: number;
}

const IDLE_SECONDS = 0.5;
/** The longer there was nothing, the seldomer it is asked. */
const LONGEST_IDLE_SECONDS = 4;

/** Which queue a worker computes shards of, and how. */
interface QueueWorkOptions<S> {
  readonly database: Database;
  readonly model: Model<S>;
  readonly source: ModelSource;
  /** Threads; default: all cores. */
  readonly workers?: number | undefined;
  /** Id of a run to work at alone. */
  readonly onlyRun?: string | undefined;
  /** Stop when nothing is left to do. */
  readonly isDraining?: boolean;
  /** Seconds without a word after which others take over. */
  readonly lostAfter?: number;
  readonly signal?: AbortSignal;
  /** A run that it begins to work at. */
  readonly onRun?: (run: QueuedRun) => void;
  /** A shard that is computed and written. */
  readonly onShard?: (shard: ShardResult) => void;
}

/** What the lanes of a worker have in common. */
interface Workshop<S> {
  readonly database: Database;
  readonly worker: QueueWorker;
  readonly executor: Executor<S>;
  readonly held: HeldShards;
  readonly calls: PatientCalls;
  readonly taker: ShardTaker<S>;
  readonly writer: ShardWriter;
  readonly stopping: AbortSignal;
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
}: QueueWorkOptions<S>): Promise<WorkDone> {
  const executor: Executor<S> = threads(workers === undefined ? { source } : { source, workers });
  const worker: QueueWorker = {
    id: randomUUID(),
    name: `${hostname()}:${process.pid}`,
    threads: executor.workers,
    lostAfter,
  };
  const stop = new AbortController();
  const stopping = AbortSignal.any([signal, stop.signal]);
  const held = new HeldShards();
  const calls = new PatientCalls(stopping);
  const done = { shards: 0, replications: 0 };
  let failure: unknown;
  const fail = (error: unknown): void => {
    failure ??= error;
    stop.abort();
  };
  const taker = new ShardTaker<S>({
    database,
    model,
    worker: worker.id,
    onlyRun,
    isDraining,
    calls,
    hold: (shard) => held.hold(shard),
    onRun,
  });
  const writer = new ShardWriter(async (batch) => {
    // Also when we are to stop: what is computed is kept.
    await calls.last(() => commitShards(database, worker, batch));
    for (const shard of batch) {
      held.drop(shard);
      done.shards++;
      done.replications += shard.replications;
      onShard(shard);
    }
  }, fail);
  const shop: Workshop<S> = { database, worker, executor, held, calls, taker, writer, stopping };

  try {
    await beatWorker(database, worker);
    const beating = beat(shop, stop.signal).catch(fail);
    await Promise.all(Array.from({ length: LANES }, async () => await lane(shop).catch(fail)));
    await writer.settled();
    stop.abort();
    await beating;
    await persistently(() => putBack(database, worker.id, held.all), { patience: 5 }).catch(fail);
    await persistently(() => dismissWorker(database, worker.id), { patience: 5 }).catch(fail);
  } finally {
    await executor.close();
  }
  // One that is stopped while the database is away has done what it could: others take over what it had.
  if (failure !== undefined && !(signal.aborted && failure instanceof QueueLost)) throw failure;
  return done;
}

/** Computes one shard after the other until there is nothing more to do. */
async function lane<S>(shop: Workshop<S>): Promise<void> {
  const { held, taker, executor, stopping } = shop;
  for (;;) {
    const shard = await nextShard(shop);
    if (shard === undefined) return;
    const loaded = taker.run(shard.run);
    if (loaded === undefined) held.drop(shard);
    else {
      const signal = AbortSignal.any([stopping, shard.gone.signal]);
      await writeOrReport(computeShard({ ...loaded, shard: shard.shard, executor, signal }), shard, shop);
    }
  }
}

/** Says again and again that the worker is there, and learns what is still leased to it. */
async function beat<S>({ database, worker, held, calls }: Workshop<S>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const before = held.all;
    held.compare(before, await calls.call(() => beatWorker(database, worker), signal));
    if (calls.isSettled) await calls.call(() => replaceLost(database));
    await pause(worker.lostAfter * 200, undefined, { signal }).catch(() => {});
  }
}

/** The next shard to compute, waited for where there is none; undefined when there is nothing more to do. */
async function nextShard<S>({ held, taker, stopping: signal }: Workshop<S>): Promise<Held | undefined> {
  for (let idle = IDLE_SECONDS; !signal.aborted; idle = Math.min(LONGEST_IDLE_SECONDS, idle * 1.5)) {
    const shard = held.next();
    if (shard !== undefined) return shard;
    if (!(await taker.take())) return undefined;
    if (!held.isAnyWaiting) await pause(idle * 1000, undefined, { signal }).catch(() => {});
  }
  return undefined;
}

/** Writes a shard when it is computed, or reports why it cannot be; throws what is no fault of the shard. */
async function writeOrReport<S>(
  computed: Promise<ShardResult>,
  shard: Held,
  { database, worker, held, writer, calls }: Workshop<S>,
): Promise<void> {
  try {
    await writer.add(await computed);
  } catch (error) {
    if (error instanceof Interrupted) {
      if (shard.gone.signal.aborted) held.drop(shard);
      return;
    }
    await calls.call(() => reportFailure(database, { worker, ...shard, reason: failureText(error) }));
    held.drop(shard);
    if (!(error instanceof ReplicationError)) throw error;
  }
}
