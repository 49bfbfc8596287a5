import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { DesignRow } from '../design/index.ts';
import {
  checkReplications,
  fromCanonicalJson,
  InputError,
  Interrupted,
  nodeMajor,
  type Experiment,
  type Found,
  type Identity,
  type Progress,
} from '../experiment/index.ts';
import {
  beatCoordinator,
  failedShards,
  finishedShards,
  leaveRun,
  persistently,
  queuedRunId,
  replaceLost,
  requestRun,
  runProgress,
  type Database,
  type FailedShard,
  type QueuedRun,
} from '../queue/index.ts';
import { openGathering } from './gatherShards.ts';
import { mergeShards } from './mergeShards.ts';
import { prepareFolder } from './outputFolder.ts';
import type { ExperimentRun, RunResult } from './runToFolder.ts';
import { layPlan, planOf } from './shardPlan.ts';
import { workOf } from './shardWork.ts';

/** What came of a run through a queue. */
export interface QueuedResult<S> {
  /** Id of the run in the queue. */
  readonly id: string;
  /** Nothing where shards failed. */
  readonly run?: RunResult<S>;
  /** Shards that were given up; all others are in the folder. */
  readonly failed: readonly FailedShard[];
  readonly shards: number;
}

/** Enough parts for many machines, and few enough that giving one out is cheap. */
const FEWEST = 100;
const MOST = 10_000;
const REPLICATIONS = 100;

const POLL_SECONDS = 0.5;
/** How long listing what is finished may take of that time. */
const MOST_LISTED = 20_000;
const REPLACE_SECONDS = 2;
const SETTLE_SECONDS = 10;

/** In how many shards so many replications, over all points, are divided unless told otherwise. */
export function usualShards(replications: number): number {
  return Math.min(replications, MOST, Math.max(FEWEST, Math.ceil(replications / REPLICATIONS)));
}

/**
 * Runs an experiment through a queue: asks for its shards, waits until workers have computed them, gathers their records in the
 * folder, and writes the tables: the bytes that a run on one machine writes. What is in the folder already is not asked for.
 *
 * Several may do so with one experiment at the same time: each shard is computed once, and each gets all.
 *
 * @throws InputError, Interrupted, QueueLost.
 * @example await runQueued({ ...scenarioRun({ scenarioModel }), database, replications: 100_000 });
 */
export async function runQueued<S>({
  name,
  out,
  experiment,
  source,
  ledger = [],
  scenarioFile,
  rows,
  command = [],
  database,
  replications = 1000,
  shards = usualShards(replications * experiment.points.length),
  signal,
  onFound = () => {},
  onProgress = () => {},
  onWorkers = () => {},
  onLost = async () => {},
  onRequested = () => {},
}: ExperimentRun<S> & {
  database: Database;
  /** Of each point. */
  replications?: number | undefined;
  shards?: number | undefined;
  rows?: readonly DesignRow[] | undefined;
  /** What `merge` says to type after `gigaramp` to run a shard. */
  command?: readonly string[];
  signal?: AbortSignal | undefined;
  onFound?: (found: Found) => void;
  onProgress?: (progress: Progress) => void;
  /** How many processes compute it now. */
  onWorkers?: (count: number) => void;
  /** Whenever the database does not answer. */
  onLost?: () => Promise<void>;
  /** The run is in the queue, or there is nothing to ask for. */
  onRequested?: (id: string) => void;
}): Promise<QueuedResult<S>> {
  checkReplications(replications);
  const work = workOf({ experiment, out, replications });
  const total = replications * experiment.points.length;
  if (shards > Math.min(total, 1_000_000)) {
    throw new InputError(
      `shards: ${shards} of ${total} replications, expected at most ${Math.min(total, 1_000_000)}`,
    );
  }
  prepareFolder(out);
  const plan = planOf({
    name,
    out,
    experiment,
    source,
    scenarioFile,
    ledger,
    replications,
    shards,
    command,
    rows,
  });
  const { missing, found, gather, flush } = openGathering(work, shards);
  layPlan(out, plan);
  onFound(found);
  const run = queuedRun(experiment, { name, replications, shards });
  const there = total - [...missing.values()].reduce((sum, count) => sum + count, 0);
  let failed: readonly FailedShard[] = [];
  const coordinator = randomUUID();
  let lostAt = -Infinity;
  const patiently = async <T>(body: () => Promise<T>): Promise<T> =>
    await persistently(body, {
      signal,
      onLost: async () => {
        lostAt = performance.now();
        await onLost();
      },
    });

  if (missing.size > 0) {
    const wanted = [...missing.keys()];
    await patiently(() => requestRun(database, { run, identity: experiment.identity, coordinator, wanted }));
    onRequested(run.id);
    const gathered = new Set<number>();
    let done = there;
    let seen = -1;
    let replacedAt = -Infinity;
    onProgress({ done, total, found: there });
    for (;;) {
      const progress = await patiently(async () => {
        if (!(await beatCoordinator(database, coordinator))) return undefined;
        return await runProgress(database, run.id);
      });
      if (progress === undefined) {
        flush();
        throw new Error(`run ${run.id}: cancelled in the queue; what was finished is kept`);
      }
      const { finished, workers } = progress;
      onWorkers(workers);
      failed = await patiently(() => failedShards(database, run.id));
      if (finished !== seen) {
        seen = finished;
        const all = await patiently(() => finishedShards(database, run.id));
        const fresh = all.filter((shard) => missing.has(shard) && !gathered.has(shard));
        await patiently(async () => await gather(database, run.id, fresh));
        for (const shard of fresh) {
          gathered.add(shard);
          done += missing.get(shard)!;
        }
        onProgress({ done, total, found: there });
      }
      const open = wanted.filter((shard) => !gathered.has(shard));
      const givenUp = new Set(failed.map(({ shard }) => shard));
      if (open.every((shard) => givenUp.has(shard))) break;
      if (signal?.aborted === true) {
        flush();
        await leaveRun(database, { run: run.id, coordinator, keep: true });
        throw new Interrupted({ done, total, found: there });
      }
      const now = performance.now();
      if (now - replacedAt > REPLACE_SECONDS * 1000 && now - lostAt > SETTLE_SECONDS * 1000) {
        replacedAt = now;
        await patiently(() => replaceLost(database));
      }
      const seconds = POLL_SECONDS * Math.max(1, finished / MOST_LISTED);
      await pause(seconds * 1000, undefined, signal === undefined ? {} : { signal }).catch(() => {});
    }
    flush();
    failed = failed.filter(({ shard }) => missing.has(shard) && !gathered.has(shard));
    if (failed.length > 0) {
      await patiently(() => leaveRun(database, { run: run.id, coordinator, keep: true }));
      return { id: run.id, failed, shards };
    }
  }
  const merged = await mergeShards({
    folder: out,
    plan,
    model: experiment.model,
    source,
  });
  if (merged.run === undefined) {
    throw new Error(`${out}: ${merged.missing.size} shards missing after all came, expected none`);
  }
  if (missing.size > 0) {
    await patiently(() => leaveRun(database, { run: run.id, coordinator, keep: false }));
  }
  return { id: run.id, run: merged.run, failed: [], shards };
}

function queuedRun<S>(
  { id, identity }: Experiment<S>,
  rest: Pick<QueuedRun, 'name' | 'replications' | 'shards'>,
): QueuedRun {
  const { gigaramp, model } = fromCanonicalJson(identity) as Identity<S>;
  return {
    id: queuedRunId({ experiment: id, ...rest }),
    experiment: id,
    gigaramp,
    node: nodeMajor(),
    model: model.name,
    modelVersion: model.version,
    ...rest,
  };
}
