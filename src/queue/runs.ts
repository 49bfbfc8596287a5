import { InputError, sha256 } from '../experiment/index.ts';
import type { Database, Session } from './database.ts';
import { addJobs, openJobs, removeJobs } from './jobs.ts';

/** A run whose shards are computed by whoever asks for some. */
export interface QueuedRun {
  readonly id: string;
  readonly experiment: string;
  /** Versions that a worker has to have. */
  readonly gigaramp: string;
  readonly node: string;
  readonly model: string;
  readonly modelVersion: string;
  /** Title of the results. */
  readonly name: string;
  /** Of each point. */
  readonly replications: number;
  readonly shards: number;
}

/** A coordinator that was not heard of for so long has gone. */
const silentSeconds = 60;

const COLUMNS = `id, experiment, gigaramp, node, model, model_version as "modelVersion", name, replications, shards`;

/** Who asks for the same replications of one experiment in the same parts asks for the same run. */
export function queuedRunId({
  experiment,
  replications,
  shards,
}: Pick<QueuedRun, 'experiment' | 'replications' | 'shards'>): string {
  return sha256(`${experiment} ${replications} ${shards}`).slice(0, 16);
}

/**
 * Asks for shards of a run as one of its coordinators. What another has asked for before, or has been computed, is not
 * asked for again.
 */
export async function requestRun(
  database: Database,
  {
    run,
    identity,
    coordinator,
    wanted,
  }: { run: QueuedRun; identity: string; coordinator: string; wanted: readonly number[] },
): Promise<void> {
  await database.transaction(async (session) => {
    await lockRun(session, run.id);
    const { id, experiment, gigaramp, node, model, modelVersion, name, replications, shards } = run;
    const created = await session.query(
      `insert into gigaramp.run
         (id, experiment, gigaramp, node, model, model_version, name, replications, shards, identity)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning id`,
      [id, experiment, gigaramp, node, model, modelVersion, name, replications, shards, identity],
    );
    if (created.length > 0) await openJobs(session, id);
    await session.query(`insert into gigaramp.coordinator (id, run) values ($1, $2) on conflict do nothing`, [
      coordinator,
      id,
    ]);
    const done = new Set(await finishedShards(session, id));
    await addJobs(
      session,
      id,
      wanted.filter((shard) => !done.has(shard)),
    );
  });
}

/** Says that a coordinator still waits; whether its run is still there. */
export async function beatCoordinator(session: Session, coordinator: string): Promise<boolean> {
  const rows = await session.query(
    `update gigaramp.coordinator set seen_on = now() where id = $1 returning id`,
    [coordinator],
  );
  return rows.length > 0;
}

/** A coordinator needs a run no longer, or, with `keep`, not for now; the last one removes it with its results. */
export async function leaveRun(
  database: Database,
  { run, coordinator, keep }: { run: string; coordinator: string; keep: boolean },
): Promise<void> {
  await database.transaction(async (session) => {
    await lockRun(session, run);
    await session.query(`delete from gigaramp.coordinator where id = $1`, [coordinator]);
    const others = await session.query(
      `select id from gigaramp.coordinator where run = $1 and seen_on > now() - make_interval(secs => $2)`,
      [run, silentSeconds],
    );
    if (!keep && others.length === 0) await removeRun(session, run);
  });
}

/** Removes a run with all that was computed of it; its workers notice. */
export async function cancelRun(database: Database, run: string): Promise<void> {
  await database.transaction(async (session) => {
    await lockRun(session, run);
    await removeRun(session, run);
  });
}

/** Runs, the oldest first. */
export async function queuedRuns(session: Session): Promise<QueuedRun[]> {
  return await session.query<QueuedRun>(`select ${COLUMNS} from gigaramp.run order by created_on, id`);
}

/** What a run computes, as it is written beside records; nothing where the run is gone. */
export async function identityOf(session: Session, run: string): Promise<string | undefined> {
  const [row] = await session.query<{ identity: string }>(`select identity from gigaramp.run where id = $1`, [
    run,
  ]);
  return row?.identity;
}

/** Shards whose results are there, in order. */
export async function finishedShards(session: Session, run: string): Promise<number[]> {
  const rows = await session.query<{ shard: number }>(
    `select shard from gigaramp.result where run = $1 order by shard`,
    [run],
  );
  return rows.map(({ shard }) => shard);
}

/**
 * The run that the first digits of an id name.
 *
 * @throws InputError when none does, or several.
 */
export async function namedRun(session: Session, digits: string): Promise<QueuedRun> {
  const found = (await queuedRuns(session)).filter(({ id }) => id.startsWith(digits));
  if (found.length === 1) return found[0]!;
  throw new InputError(
    `run: "${digits}" names ${found.length === 0 ? 'none' : `${found.length} runs`}, expected the id of one, which queue status shows`,
  );
}

/** Keeps other coordinators of a run waiting until the transaction ends. */
export async function lockRun(session: Session, run: string): Promise<void> {
  await session.query(`select pg_advisory_xact_lock(hashtext('gigaramp'), hashtext($1))`, [run]);
}

// First the run and then its jobs, as everybody does: two that lock them in another order would wait for each other.
async function removeRun(session: Session, run: string): Promise<void> {
  await session.query(`delete from gigaramp.run where id = $1`, [run]);
  await removeJobs(session, run);
}
