import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  beatWorker,
  cancelRun,
  commitShards,
  failedShards,
  finishedShards,
  leaveRun,
  layTables,
  namedRun,
  openDatabase,
  putBack,
  queuedRunId,
  queueUrl,
  replaceLost,
  reportFailure,
  requestRun,
  retryFailed,
  runProgress,
  shardBlocks,
  takeShards,
  type Database,
  type QueuedRun,
  type QueueWorker,
  type ShardBlock,
} from '../../src/queue/index.ts';
import { testServer, type TestServer } from '../fixtures/postgres.ts';

const server: TestServer | undefined = await testServer();
let database: Database;
beforeAll(async () => {
  if (server === undefined) return;
  database = await openDatabase(queueUrl(server.url));
  // Several processes make the tables at the same time.
  await Promise.all([1, 2, 3].map(async () => await layTables(database)));
});
afterAll(async () => {
  await database?.close();
  await server?.remove();
});
afterEach(async () => {
  if (server === undefined) return;
  for (const { id } of await database.query<{ id: string }>(`select id from gigaramp.run`)) {
    await cancelRun(database, id);
  }
});

const worker = (digit: number): QueueWorker => ({
  id: `00000000-0000-4000-8000-00000000000${digit}`,
  name: `machine-${digit}`,
  threads: 1,
  lostAfter: 20,
});
const [first, second] = [worker(1), worker(2)];

const run: QueuedRun = {
  id: queuedRunId({ experiment: 'e', replications: 10, shards: 5 }),
  experiment: 'e',
  gigaramp: '1',
  node: '20',
  model: 'm',
  modelVersion: '1',
  name: 'base',
  replications: 10,
  shards: 5,
};
const coordinator = (digit: number): string => worker(digit).id;
const request = async (digit: number, wanted = [0, 1, 2, 3, 4]): Promise<void> =>
  await requestRun(database, { run, identity: '{}', coordinator: coordinator(digit), wanted });
const take = async ({ id }: QueueWorker, count: number): Promise<number[]> =>
  await takeShards(database, { worker: id, run: run.id, count });
const own = async (one: QueueWorker): Promise<number[]> =>
  (await beatWorker(database, one)).map(({ shard }) => shard).sort();
const block = (firstReplication: number, values: readonly number[]): ShardBlock => ({
  point: 0,
  first: firstReplication,
  replications: values.length,
  packed: Float64Array.from(values),
});
const commit = async (one: QueueWorker, shard: number, ...values: readonly number[]): Promise<void> =>
  await commitShards(database, one, [
    {
      run: run.id,
      shard,
      replications: values.length,
      seconds: 1,
      blocks: [block(shard * 2, values)],
    },
  ]);
const valuesOf = async (shards: readonly number[]): Promise<number[]> => {
  const values: number[] = [];
  for await (const { packed } of shardBlocks(database, run.id, shards)) values.push(...packed);
  return values;
};
/** Makes a worker silent for longer than it may be. */
const silence = async ({ id }: QueueWorker): Promise<void> =>
  void (await database.query(`update gigaramp.worker set seen_on = now() - interval '21 s' where id = $1`, [
    id,
  ]));

describe.skipIf(server === undefined)('shards in a queue', () => {
  test('are given out in their order, each to one worker', async () => {
    await request(1);
    for (const one of [first, second]) await beatWorker(database, one);
    expect(await take(first, 2)).toEqual([0, 1]);
    expect(await take(second, 9)).toEqual([2, 3, 4]);
    expect(await take(first, 1)).toEqual([]);
    expect(await own(first)).toEqual([0, 1]);
    expect(await runProgress(database, run.id)).toEqual({
      finished: 0,
      replications: 0,
      workers: 2,
      taken: 5,
    });
  });

  test('are asked for once, whoever asks and how often', async () => {
    await Promise.all([request(1), request(2, [3, 4]), request(3)]);
    await beatWorker(database, first);
    expect(await take(first, 9)).toEqual([0, 1, 2, 3, 4]);
    await commit(first, 3, 1, 2);
    await request(2);
    expect(await take(first, 9)).toEqual([]);
  });

  test('are there with their records or not at all, and come back as they were', async () => {
    await request(1);
    await beatWorker(database, first);
    await take(first, 2);
    await commit(first, 1, Math.PI, -0);
    await commit(first, 0, Infinity, 5e-324);
    expect(await finishedShards(database, run.id)).toEqual([0, 1]);
    const values = await valuesOf([1, 0]);
    expect(values).toEqual([Infinity, 5e-324, Math.PI, -0]);
    expect(Object.is(values[3], -0)).toBe(true);
    expect(await own(first)).toEqual([]);
    const broken = {
      run: run.id,
      shard: 2,
      replications: 1,
      seconds: 1,
      blocks: [block(4, [1]), block(4, [2])],
    };
    await expect(commitShards(database, first, [broken])).rejects.toThrow(/duplicate key/);
    expect(await finishedShards(database, run.id)).toEqual([0, 1]);
  });

  test('are kept once, by whoever comes first', async () => {
    await request(1);
    for (const one of [first, second]) await beatWorker(database, one);
    await take(first, 1);
    await silence(first);
    await replaceLost(database);
    expect(await take(second, 1)).toEqual([0]);
    await commit(first, 0, 1, 2);
    await commit(second, 0, 7, 8);
    expect(await valuesOf([0])).toEqual([1, 2]);
    expect((await runProgress(database, run.id)).replications).toBe(2);
  });

  test('that a bit flipped in are refused', async () => {
    await request(1);
    await beatWorker(database, first);
    await commit(first, 0, 1, 2);
    await database.query(`update gigaramp.block set bytes = set_bit(bytes, 3, 1 - get_bit(bytes, 3))`);
    await expect(valuesOf([0])).rejects.toThrow(/block 0\/0 is damaged in the database/);
  });

  test('of a worker that is silent too long go to others, and it is told', async () => {
    await request(1);
    for (const one of [first, second]) await beatWorker(database, one);
    await take(first, 2);
    await replaceLost(database);
    expect(await own(first)).toEqual([0, 1]);
    await silence(first);
    await replaceLost(database);
    expect(await take(second, 2)).toEqual([0, 1]);
    expect(await own(first)).toEqual([]);
  });

  test('that a lost worker had finished all the same are computed by nobody else', async () => {
    await request(1);
    for (const one of [first, second]) await beatWorker(database, one);
    await take(first, 1);
    await silence(first);
    await replaceLost(database);
    await commit(first, 0, 1, 2);
    expect(await take(second, 1)).toEqual([]);
    expect(await take(second, 1)).toEqual([1]);
  });

  test('are put back without blame', async () => {
    await request(1);
    await beatWorker(database, first);
    for (let time = 0; time < 12; time++) {
      expect(await take(first, 1)).toEqual([0]);
      await putBack(database, first.id, [{ run: run.id, shard: 0 }]);
    }
    expect(await failedShards(database, run.id)).toEqual([]);
  });

  test('are given up when they failed three times, until they are to be tried again', async () => {
    await request(1, [2]);
    await beatWorker(database, first);
    for (let time = 1; time <= 3; time++) {
      expect(await take(first, 1)).toEqual([2]);
      await reportFailure(database, { worker: first, run: run.id, shard: 2, reason: `failed ${time}` });
    }
    expect(await take(first, 1)).toEqual([]);
    expect(await failedShards(database, run.id)).toEqual([
      { shard: 2, reason: 'failed 3', worker: 'machine-1', tries: 3 },
    ]);
    expect(await retryFailed(database, run.id)).toBe(1);
    expect(await failedShards(database, run.id)).toEqual([]);
    expect(await take(first, 1)).toEqual([2]);
  });

  test('are given up when ten workers were lost with them: one machine may go, but not all', async () => {
    await request(1, [2]);
    for (let time = 1; time <= 10; time++) {
      await beatWorker(database, first);
      expect(await take(first, 1)).toEqual([2]);
      await silence(first);
      await replaceLost(database);
    }
    await beatWorker(database, first);
    expect(await take(first, 1)).toEqual([]);
    expect((await failedShards(database, run.id))[0]).toMatchObject({
      reason: 'its worker was lost',
      tries: 10,
    });
  });

  test('and their results go with the last coordinator that is heard of, and what comes later is dropped', async () => {
    await request(1);
    await request(2);
    await beatWorker(database, first);
    await take(first, 2);
    await commit(first, 0, 1, 2);
    await leaveRun(database, { run: run.id, coordinator: coordinator(1), keep: false });
    expect(await finishedShards(database, run.id)).toEqual([0]);
    await leaveRun(database, { run: run.id, coordinator: coordinator(2), keep: false });
    expect(await database.query(`select id from gigaramp.run`)).toEqual([]);
    await commit(first, 1, 3, 4);
    expect(await database.query(`select shard from gigaramp.result`)).toEqual([]);
    await request(1);
    expect(await take(first, 9)).toEqual([0, 1, 2, 3, 4]);
  });

  test('have a run that its first digits name', async () => {
    await request(1);
    expect((await namedRun(database, run.id.slice(0, 4))).name).toBe('base');
    await expect(namedRun(database, 'x')).rejects.toThrow('run: "x" names none, expected the id of one');
  });
});
