import type { Session } from './database.ts';
import { failedShards, type FailedShard } from './failures.ts';
import { queuedRuns, type QueuedRun } from './runs.ts';

/** How far a run is. */
export interface RunProgress {
  readonly finished: number;
  /** Replications of the finished shards, over all points. */
  readonly replications: number;
  /** Processes that compute some of it, or have just finished what they had of it. */
  readonly workers: number;
  /** Shards that they have. */
  readonly taken: number;
}

/** A run and how far it is. */
export interface RunState {
  readonly run: QueuedRun;
  readonly progress: RunProgress;
  readonly failed: readonly FailedShard[];
}

/** A worker that has nothing for so long is about to take more, or has stopped. */
const BETWEEN_SHARDS = '3 seconds';

/** How far a run is. */
export async function runProgress(session: Session, run: string): Promise<RunProgress> {
  const [progress] = await session.query<RunProgress>(
    `select count(*)::int as finished, coalesce(sum(replications), 0) as replications,
       (select count(distinct name)::int from (
          select worker.name from gigaramp.lease join gigaramp.worker on worker.id = lease.worker
          where run = $1 and seen_on > now() - make_interval(secs => lost_after)
          union all
          select worker from gigaramp.result where run = $1 and finished_on > now() - interval '${BETWEEN_SHARDS}'
        ) as busy) as workers,
       (select count(*)::int from gigaramp.lease where run = $1) as taken
     from gigaramp.result where run = $1`,
    [run],
  );
  return progress!;
}

/** All runs of a queue, the oldest first. */
export async function runStates(session: Session): Promise<RunState[]> {
  const states: RunState[] = [];
  for (const run of await queuedRuns(session)) {
    states.push({
      run,
      progress: await runProgress(session, run.id),
      failed: await failedShards(session, run.id),
    });
  }
  return states;
}
