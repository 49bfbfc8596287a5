import { createHash } from 'node:crypto';
import { InputError } from '../experiment/index.ts';
import type { Database, Session } from './database.ts';
import { settleJobs } from './jobs.ts';
import { keepRuns, type QueuedShard, type QueueWorker } from './workers.ts';

/** Packed records of some replications of a point, one after the other. */
export interface ShardBlock {
  /** Which of the experiment's points. */
  readonly point: number;
  readonly first: number;
  readonly replications: number;
  readonly packed: Float64Array;
}

/** A shard that was computed. */
export interface ShardResult extends QueuedShard {
  readonly replications: number;
  readonly seconds: number;
  readonly blocks: readonly ShardBlock[];
}

/** Bytes that travel together. */
const mostBytes = 8e6;

/**
 * Writes what a worker computed, and that it is done, together: each shard once, whoever comes first. What is there
 * already or of a run that is gone is left out.
 */
export async function commitShards(
  database: Database,
  worker: QueueWorker,
  results: readonly ShardResult[],
): Promise<void> {
  await database.transaction(async (session) => {
    const runs = results.map(({ run }) => run);
    const shards = results.map(({ shard }) => shard);
    await keepRuns(session, runs);
    const written = await session.query<QueuedShard>(
      `insert into gigaramp.result (run, shard, worker, replications, seconds)
       select given.run, shard, $5, given.replications, seconds
       from unnest($1::text[], $2::int[], $3::float8[], $4::float8[]) as given (run, shard, replications, seconds)
       join gigaramp.run on run.id = given.run
       on conflict do nothing returning run, shard`,
      [
        runs,
        shards,
        results.map(({ replications }) => replications),
        results.map(({ seconds }) => seconds),
        worker.name,
      ],
    );
    const isNew = new Set(written.map(keyOf));
    await writeBlocks(
      session,
      results.filter((result) => isNew.has(keyOf(result))),
    );
    for (const run of new Set(runs)) {
      await settleJobs(
        session,
        'complete',
        run,
        results.filter((result) => result.run === run).map(({ shard }) => shard),
      );
    }
    await session.query(
      `delete from gigaramp.lease using unnest($1::text[], $2::int[]) as done (run, shard)
       where lease.run = done.run and lease.shard = done.shard`,
      [runs, shards],
    );
  });
}

/**
 * The records of finished shards of a run, some megabytes at a time.
 *
 * @throws InputError on a block that is not what was written.
 */
export async function* shardBlocks(
  session: Session,
  run: string,
  shards: readonly number[],
): AsyncGenerator<ShardBlock> {
  const parts = await session.query<{ shard: number; point: number; first: number; size: number }>(
    `select shard, point, first, octet_length(bytes) as size from gigaramp.block
     where run = $1 and shard = any($2) order by shard, point, first`,
    [run, shards],
  );
  for (const group of grouped(parts, ({ size }) => size)) {
    const rows = await session.query<{
      point: number;
      first: number;
      replications: number;
      sha256: string;
      bytes: Buffer;
    }>(
      `select block.point, block.first, replications, sha256, bytes from gigaramp.block
       join unnest($2::int[], $3::int[], $4::float8[]) as asked (shard, point, first) using (shard, point, first)
       where run = $1 order by shard, point, first`,
      [
        run,
        group.map(({ shard }) => shard),
        group.map(({ point }) => point),
        group.map(({ first }) => first),
      ],
    );
    for (const { bytes, sha256, ...place } of rows) {
      if (checksum(bytes) !== sha256) {
        throw new InputError(
          `run ${run}: block ${place.point}/${place.first} is damaged in the database, expected what was written; to compute the run anew: gigaramp queue cancel ${run}`,
        );
      }
      // A copy of its own, so that the doubles in it are aligned.
      yield { ...place, packed: new Float64Array(new Uint8Array(bytes).buffer) };
    }
  }
}

async function writeBlocks(session: Session, results: readonly ShardResult[]): Promise<void> {
  const blocks = results.flatMap(({ run, shard, blocks }) =>
    blocks.map(({ packed, ...place }) => {
      return {
        run,
        shard,
        ...place,
        bytes: Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength),
      };
    }),
  );
  for (const group of grouped(blocks, ({ bytes }) => bytes.length)) {
    const column = <K extends keyof (typeof group)[0]>(name: K): (typeof group)[0][K][] =>
      group.map((block) => block[name]);
    await session.query(
      `insert into gigaramp.block (run, shard, point, first, replications, sha256, bytes)
       select * from unnest($1::text[], $2::int[], $3::int[], $4::float8[], $5::int[], $6::text[], $7::bytea[])`,
      [
        column('run'),
        column('shard'),
        column('point'),
        column('first'),
        column('replications'),
        column('bytes').map(checksum),
        column('bytes'),
      ],
    );
  }
}

function grouped<T>(items: readonly T[], size: (item: T) => number): T[][] {
  const groups: T[][] = [];
  let room = 0;
  for (const item of items) {
    if (size(item) > room || groups.length === 0) {
      groups.push([]);
      room = mostBytes;
    }
    groups.at(-1)!.push(item);
    room -= size(item);
  }
  return groups;
}

function keyOf({ run, shard }: QueuedShard): string {
  return `${run} ${shard}`;
}

function checksum(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
