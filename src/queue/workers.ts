import type { Database, Session } from './database.ts';
import { settleJobs, takeJobs } from './jobs.ts';
import { noteFailures } from './failures.ts';

/** A process that computes shards. */
export interface QueueWorker {
  readonly id: string;
  /** Machine and process, for people to read. */
  readonly name: string;
  readonly threads: number;
  /** Seconds without a word after which it is taken for lost. */
  readonly lostAfter: number;
}

/** A shard of a run. */
export interface QueuedShard {
  readonly run: string;
  readonly shard: number;
}

const LOST = `seen_on < now() - make_interval(secs => lost_after)`;

/** Says that a worker is there, and which shards it still has: others have those that it was taken for lost with. */
export async function beatWorker(
  session: Session,
  { id, name, threads, lostAfter }: QueueWorker,
): Promise<QueuedShard[]> {
  await session.query(
    `insert into gigaramp.worker (id, name, threads, lost_after) values ($1, $2, $3, $4)
     on conflict (id) do update set seen_on = now()`,
    [id, name, threads, lostAfter],
  );
  return await session.query<QueuedShard>(`select run, shard from gigaramp.lease where worker = $1`, [id]);
}

/** Gives a worker the next shards of a run that nobody has, at most so many; none where the run is gone. */
export async function takeShards(
  database: Database,
  { worker, run, count }: { worker: string; run: string; count: number },
): Promise<number[]> {
  return await database.transaction(async (session) => {
    if ((await keepRuns(session, [run])).length === 0) return [];
    const taken = await takeJobs(session, run, count);
    if (taken.length === 0) return [];
    // Of a worker that was taken for lost and was not.
    const done = new Set(await finishedAmong(session, run, taken));
    await settleJobs(session, 'complete', run, [...done]);
    const shards = taken.filter((shard) => !done.has(shard));
    if (shards.length > 0) {
      await session.query(
        `insert into gigaramp.lease (run, shard, worker) select $1, shard, $3 from unnest($2::int[]) as shard
         on conflict (run, shard) do update set worker = excluded.worker`,
        [run, shards, worker],
      );
    }
    return shards;
  });
}

/** Puts shards back that a worker has and will not finish: no fault of theirs. */
export async function putBack(
  database: Database,
  worker: string,
  shards: readonly QueuedShard[],
): Promise<void> {
  await database.transaction(async (session) => {
    const runs = await keepRuns(
      session,
      shards.map(({ run }) => run),
    );
    for (const run of runs) {
      const own = shards.filter((shard) => shard.run === run).map(({ shard }) => shard);
      await settleJobs(session, 'fail', run, await endLeases(session, worker, run, own));
    }
  });
}

/** A worker that stops is no longer shown. */
export async function dismissWorker(session: Session, id: string): Promise<void> {
  await session.query(`delete from gigaramp.worker where id = $1`, [id]);
}

/** Puts the shards of lost workers back, and gives up those that too many were lost with. */
export async function replaceLost(database: Database): Promise<void> {
  const [some] = await database.query(`select id from gigaramp.worker where ${LOST} limit 1`);
  if (some === undefined) return;
  await database.transaction(async (session) => {
    const workers = await session.query<{ id: string; name: string }>(
      `select id, name from gigaramp.worker where ${LOST} for update skip locked`,
    );
    for (const { id, name } of workers) {
      const leases = await session.query<QueuedShard>(
        `select run, shard from gigaramp.lease where worker = $1`,
        [id],
      );
      for (const run of await keepRuns(
        session,
        leases.map((lease) => lease.run),
      )) {
        const shards = leases.filter((lease) => lease.run === run).map(({ shard }) => shard);
        const ended = await endLeases(session, id, run, shards);
        const reason = 'its worker was lost';
        await noteFailures(session, { run, shards: ended, worker: name, isLost: true, reason });
      }
      await dismissWorker(session, id);
    }
  });
}

/** A shard that its worker could not compute: it is tried again, or given up. */
export async function reportFailure(
  database: Database,
  { worker, run, shard, reason }: QueuedShard & { worker: QueueWorker; reason: string },
): Promise<void> {
  await database.transaction(async (session) => {
    await keepRuns(session, [run]);
    const shards = await endLeases(session, worker.id, run, [shard]);
    await noteFailures(session, { run, shards, worker: worker.name, isLost: false, reason });
  });
}

/**
 * Those of the runs that are there, and will be until the transaction ends. Everybody locks runs before their jobs:
 * two that lock them in another order would wait for each other.
 */
export async function keepRuns(session: Session, runs: readonly string[]): Promise<string[]> {
  const rows = await session.query<{ id: string }>(
    `select id from gigaramp.run where id = any($1) order by id for key share`,
    [[...new Set(runs)]],
  );
  return rows.map(({ id }) => id);
}

async function finishedAmong(session: Session, run: string, shards: readonly number[]): Promise<number[]> {
  const rows = await session.query<{ shard: number }>(
    `select shard from gigaramp.result where run = $1 and shard = any($2)`,
    [run, shards],
  );
  return rows.map(({ shard }) => shard);
}

/** Takes shards from a worker, and gives those that it had. */
async function endLeases(
  session: Session,
  worker: string,
  run: string,
  shards: readonly number[],
): Promise<number[]> {
  const rows = await session.query<{ shard: number }>(
    `delete from gigaramp.lease where worker = $1 and run = $2 and shard = any($3) returning shard`,
    [worker, run, shards],
  );
  return rows.map(({ shard }) => shard);
}
