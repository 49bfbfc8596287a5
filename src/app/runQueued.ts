import { randomUUID } from 'node:crypto';
import type { DesignRow } from '../design/index.ts';
import {
  checkReplications,
  fromCanonicalJson,
  InputError,
  nodeMajor,
  type Experiment,
  type Found,
  type Identity,
  type Progress,
} from '../experiment/index.ts';
import {
  leaveRun,
  persistently,
  queuedRunId,
  requestRun,
  type Database,
  type FailedShard,
  type QueuedRun,
} from '../queue/index.ts';
import { awaitShards } from './awaitShards.ts';
import { openGathering } from './gatherShards.ts';
import { mergeShards } from './mergeShards.ts';
import { prepareFolder } from './outputFolder.ts';
import type { ExperimentRun, RunResult } from './runToFolder.ts';
import { layPlan, planOf, type ShardPlan } from './shardPlan.ts';
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
/** As many as an array may have. */
const MOST_SHARDS = 1_000_000;
const REPLICATIONS = 100;
/** A worker has the records of some shards in memory. */
const BYTES = 64e6;

/**
 * In how many shards a run is divided unless told otherwise.
 *
 * @param replications of each point
 */
export function usualShards<S>({ points }: Experiment<S>, replications: number): number {
  const total = replications * points.length;
  const bytes = points.reduce((sum, { layout }) => sum + layout.width * 8 * replications, 0);
  const parts = Math.min(MOST, Math.max(FEWEST, Math.ceil(total / REPLICATIONS)));
  return Math.min(total, MOST_SHARDS, Math.max(parts, Math.ceil(bytes / BYTES)));
}

interface QueuedOptions<S> extends ExperimentRun<S> {
  readonly database: Database;
  readonly rows?: readonly DesignRow[] | undefined;
  /** What `merge` says to type after `gigaramp` to run a shard. */
  readonly command?: readonly string[];
  readonly signal?: AbortSignal | undefined;
  readonly onFound?: (found: Found) => void;
  readonly onProgress?: (progress: Progress) => void;
  /** How many processes compute it now. */
  readonly onWorkers?: (count: number) => void;
  /** Whenever the database does not answer. */
  readonly onLost?: () => Promise<void>;
  /** The run is in the queue; not where nothing is missing. */
  readonly onRequested?: (id: string) => void;
}

/**
 * Runs an experiment through a queue: asks for its shards, waits until workers have computed them, gathers their
 * records in the folder, and writes the tables: the bytes that a run on one machine writes. What is in the folder
 * already is not asked for. Where totals were observed and too few replications agree with them, more are asked for.
 *
 * Several may do so with one experiment at the same time: each shard is computed once, and each gets all.
 *
 * @throws InputError, Interrupted, QueueLost.
 * @example await runQueued({ ...scenarioRun({ scenarioModel }), database, replications: 100_000 });
 */
export async function runQueued<S>({
  replications: asked = 1000,
  shards,
  ...options
}: QueuedOptions<S> & {
  /** Of each point. */
  replications?: number | undefined;
  shards?: number | undefined;
}): Promise<QueuedResult<S>> {
  checkReplications(asked);
  const { experiment, out, source } = options;
  for (let replications = asked; ;) {
    const round = await gatherRound(options, {
      replications,
      shards: shards ?? usualShards(experiment, replications),
    });
    const { id, failed, plan } = round;
    if (failed.length > 0) return { id, failed, shards: plan.shards };
    const { model } = experiment;
    const { run, lacking, missing } = await mergeShards({ folder: out, plan, model, source, asked });
    await round.leave();
    if (run !== undefined) return { id, run, failed, shards: plan.shards };
    if (lacking === undefined)
      throw new Error(`${out}: ${missing.size} shards missing after all came, expected none`);
    ({ replications } = lacking);
  }
}

/** Asks for what the folder lacks of so many replications, and waits until it is there or has failed. */
async function gatherRound<S>(
  {
    database,
    signal,
    onFound = () => {},
    onProgress = () => {},
    onWorkers = () => {},
    onLost = async () => {},
    onRequested = () => {},
    ...options
  }: QueuedOptions<S>,
  { replications, shards }: { replications: number; shards: number },
): Promise<{
  readonly id: string;
  readonly failed: readonly FailedShard[];
  readonly plan: ShardPlan;
  /** Says that the records are used, and no longer needed in the queue. */
  readonly leave: () => Promise<void>;
}> {
  const { name, out, experiment } = options;
  const work = workOf({ experiment, out, replications });
  const total = replications * experiment.points.length;
  const most = Math.min(total, MOST_SHARDS);
  if (shards > most) {
    throw new InputError(`shards: ${shards} of ${total} replications, expected at most ${most}`);
  }
  prepareFolder(out);
  const plan = planOf({ ...options, replications, shards });
  const gathering = openGathering(work, shards);
  layPlan(out, plan);
  onFound(gathering.found);
  const run = queuedRun(experiment, { name, replications, shards });
  const { id } = run;
  if (gathering.missing.size === 0) return { id, failed: [], plan, leave: async () => {} };

  const coordinator = randomUUID();
  const wanted = [...gathering.missing.keys()];
  const leave = async (keep: boolean): Promise<void> =>
    await persistently(() => leaveRun(database, { run: id, coordinator, keep }), { patience: 5, onLost });
  await persistently(
    () => requestRun(database, { run, identity: experiment.identity, coordinator, wanted }),
    { signal, onLost },
  );
  onRequested(id);
  let failed: readonly FailedShard[];
  try {
    const waiting = { database, run: id, coordinator, gathering, total, signal };
    failed = await awaitShards({ ...waiting, onProgress, onWorkers, onLost });
  } catch (error) {
    // Whoever is not heard of is taken to have gone too.
    await leave(true).catch(() => {});
    throw error;
  } finally {
    gathering.flush();
  }
  if (failed.length > 0) await leave(true);
  return { id, failed, plan, leave: async () => await leave(false) };
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
