import { bossOn } from './jobs.ts';
import type { Database } from './database.ts';

/** A run, its workers and what they computed; who has which shard is beside it in the tables of pg-boss. */
const TABLES = `
  create schema if not exists gigaramp;
  create table if not exists gigaramp.run (
    id text primary key,
    experiment text not null,
    gigaramp text not null,
    node text not null,
    model text not null,
    model_version text not null,
    name text not null,
    replications float8 not null,
    shards int not null,
    identity text not null,
    created_on timestamptz not null default now()
  );
  create table if not exists gigaramp.coordinator (
    id uuid primary key,
    run text not null references gigaramp.run on delete cascade,
    seen_on timestamptz not null default now()
  );
  create table if not exists gigaramp.worker (
    id uuid primary key,
    name text not null,
    threads int not null,
    lost_after float8 not null,
    seen_on timestamptz not null default now()
  );
  create table if not exists gigaramp.lease (
    run text not null references gigaramp.run on delete cascade,
    shard int not null,
    worker uuid not null references gigaramp.worker on delete cascade,
    primary key (run, shard)
  );
  create table if not exists gigaramp.result (
    run text not null references gigaramp.run on delete cascade,
    shard int not null,
    worker text not null,
    replications float8 not null,
    seconds float8 not null,
    finished_on timestamptz not null default now(),
    primary key (run, shard)
  );
  create table if not exists gigaramp.block (
    run text not null,
    shard int not null,
    point int not null,
    first float8 not null,
    replications int not null,
    sha256 text not null,
    bytes bytea not null,
    primary key (run, shard, point, first),
    foreign key (run, shard) references gigaramp.result on delete cascade
  );
  alter table gigaramp.block alter column bytes set storage external;
  create table if not exists gigaramp.failure (
    run text not null references gigaramp.run on delete cascade,
    shard int not null,
    worker text not null,
    is_lost boolean not null,
    reason text not null,
    failed_on timestamptz not null default now()
  );
  create index if not exists failure_by_shard on gigaramp.failure (run, shard);
`;

/**
 * Makes the tables of the queue where they are not there yet; several at once may do so.
 *
 * @throws what the database answers, such as that we may not.
 */
export async function layTables(database: Database): Promise<void> {
  const [known] = await database.query<{ name: string | null }>(
    `select to_regclass('gigaramp.failure_by_shard')::text as name`,
  );
  if (known?.name === null) {
    await database.transaction(async (session) => {
      await session.query(`select pg_advisory_xact_lock(hashtext('gigaramp'), 0)`);
      // In transactions of their own: one that began before the lock was granted may remember that there is no schema.
      await bossOn(database).start();
      await database.query(TABLES);
    });
    return;
  }
  await bossOn(database).start();
}
