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

/**
 * Runs an experiment through a queue: asks for its shards, waits until workers have computed them, gathers their
 * records in the folder, and writes the tables: the bytes that a run on one machine writes. What is in the folder
 * already is not asked for.
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
  shards = usualShards(experiment, replications),
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
  /** The run is in the queue; not where nothing is missing. */
  onRequested?: (id: string) => void;
}): Promise<QueuedResult<S>> {
  checkReplications(replications);
  const work = workOf({ experiment, out, replications });
  const total = replications * experiment.points.length;
  const most = Math.min(total, MOST_SHARDS);
  if (shards > most) {
    throw new InputError(`shards: ${shards} of ${total} replications, expected at most ${most}`);
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
  const gathering = openGathering(work, shards);
  layPlan(out, plan);
  onFound(gathering.found);
  const run = queuedRun(experiment, { name, replications, shards });
  const { id } = run;
  const merge = async (): Promise<RunResult<S>> => {
    const merged = await mergeShards({ folder: out, plan, model: experiment.model, source });
    if (merged.run !== undefined) return merged.run;
    throw new Error(`${out}: ${merged.missing.size} shards missing after all came, expected none`);
  };
  if (gathering.missing.size === 0) return { id, run: await merge(), failed: [], shards };

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
  if (failed.length > 0) {
    await leave(true);
    return { id, failed, shards };
  }
  const result = await merge();
  await leave(false);
  return { id, run: result, failed, shards };
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
