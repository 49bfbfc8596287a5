import PgBoss from 'pg-boss';
import { sha256 } from '../experiment/index.ts';
import type { Session } from './database.ts';

/** Not the usual one, where other programs may have their jobs. */
const SCHEMA = 'gigaramp_jobs';

/** Tries are counted here, by what happened to them, and not by pg-boss. */
const retryLimit = 1_000_000;

/**
 * pg-boss on one session, so that what it does happens together with what else the session does. Nothing of it runs
 * by itself.
 */
export function bossOn(session: Session): PgBoss {
  const db = {
    executeSql: async (text: string, values: unknown[]) => ({ rows: await session.query(text, values) }),
  };
  return new PgBoss({ db, schema: SCHEMA, supervise: false, schedule: false });
}

/** Name of the jobs of a run. */
function queueOf(run: string): string {
  return `run-${run}`;
}

/** The job of a shard: the same whoever asks for it, and in the order of the shards, in which jobs are given out. */
function jobId(run: string, shard: number): string {
  const hash = sha256(run);
  const number = shard.toString(16).padStart(8, '0');
  return [number, hash.slice(0, 4), hash.slice(4, 8), hash.slice(8, 12), hash.slice(12, 24)].join('-');
}

function shardOfJob(id: string): number {
  return Number.parseInt(id.slice(0, 8), 16);
}

/** Makes an empty list of jobs for a run, also where an earlier one of the same run was left. */
export async function openJobs(session: Session, run: string): Promise<void> {
  await removeJobs(session, run);
  await bossOn(session).createQueue(queueOf(run), { name: queueOf(run), retryLimit });
}

/** Asks for shards; one that was asked for before stays what it is. */
export async function addJobs(session: Session, run: string, shards: readonly number[]): Promise<void> {
  const boss = bossOn(session);
  const most = 5000;
  for (let start = 0; start < shards.length; start += most) {
    const part = shards.slice(start, start + most);
    await boss.insert(part.map((shard) => ({ id: jobId(run, shard), name: queueOf(run) })));
  }
}

/** Takes the next shards that nobody has: at most so many. */
export async function takeJobs(session: Session, run: string, count: number): Promise<number[]> {
  let failure: unknown;
  const noted: Session = {
    async query(text, values) {
      try {
        return await session.query(text, values);
      } catch (error) {
        failure = error;
        throw error;
      }
    },
  };
  const jobs = await bossOn(noted).fetch(queueOf(run), { batchSize: count });
  // pg-boss takes every error for an empty queue.
  if (failure !== undefined) throw failure;
  return jobs.map(({ id }) => shardOfJob(id)).sort((a, b) => a - b);
}

/** Ends jobs that are done, puts them back, gives them up, or takes up those given up. */
export async function settleJobs(
  session: Session,
  what: 'complete' | 'fail' | 'cancel' | 'resume',
  run: string,
  shards: readonly number[],
): Promise<void> {
  if (shards.length === 0) return;
  const ids = shards.map((shard) => jobId(run, shard));
  await bossOn(session)[what](queueOf(run), ids);
}

/** Removes all jobs of a run. */
export async function removeJobs(session: Session, run: string): Promise<void> {
  // pg-boss removes no queue that has jobs, and of jobs those only that nobody has taken.
  await session.query(`delete from ${SCHEMA}.job where name = $1`, [queueOf(run)]);
  await bossOn(session).deleteQueue(queueOf(run));
}
