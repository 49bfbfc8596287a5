import type { Database, Session } from './database.ts';
import { settleJobs } from './jobs.ts';
import { lockRun } from './runs.ts';

/** A shard that is tried no more. */
export interface FailedShard {
  readonly shard: number;
  /** What was said at the last try, and by whom. */
  readonly reason: string;
  readonly worker: string;
  readonly tries: number;
}

/** A shard that failed so often is given up. */
const mostTries = 3;

/**
 * So many workers may be lost with a shard: machines go for reasons of their own, but one shard after which they
 * always do is at fault.
 */
const mostLosses = 10;

/** Shards that are given up, with the last failure of each. */
const GIVEN_UP = `
  select distinct on (shard) shard, reason, worker, tries from (
    select *, count(*) filter (where not is_lost) over same as thrown, count(*) filter (where is_lost) over same as lost,
      (count(*) over same)::int as tries
    from gigaramp.failure where run = $1 window same as (partition by shard)
  ) as tried where thrown >= ${mostTries} or lost >= ${mostLosses}
  order by shard, is_lost, failed_on desc`;

/** Writes down that shards of a run failed, and puts them back or gives them up. */
export async function noteFailures(
  session: Session,
  {
    run,
    shards,
    worker,
    isLost,
    reason,
  }: { run: string; shards: readonly number[]; worker: string; isLost: boolean; reason: string },
): Promise<void> {
  await session.query(
    `insert into gigaramp.failure (run, shard, worker, is_lost, reason)
     select $1, shard, $3, $4, $5 from unnest($2::int[]) as shard`,
    [run, shards, worker, isLost, reason],
  );
  const failed = new Set((await failedShards(session, run)).map(({ shard }) => shard));
  const givenUp = shards.filter((shard) => failed.has(shard));
  const again = shards.filter((shard) => !failed.has(shard));
  await settleJobs(session, 'cancel', run, givenUp);
  await settleJobs(session, 'fail', run, again);
}

/** The shards of a run that are given up, in order. */
export async function failedShards(session: Session, run: string): Promise<FailedShard[]> {
  return await session.query<FailedShard>(GIVEN_UP, [run]);
}

/** Tries the shards again that were given up, and gives their number. */
export async function retryFailed(database: Database, run: string): Promise<number> {
  return await database.transaction(async (session) => {
    await lockRun(session, run);
    const shards = (await failedShards(session, run)).map(({ shard }) => shard);
    await session.query(`delete from gigaramp.failure where run = $1 and shard = any($2)`, [run, shards]);
    await settleJobs(session, 'resume', run, shards);
    return shards.length;
  });
}
