import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, chmodSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runQueued, usualShards } from '../../src/app/runQueued.ts';
import { runScenario, scenarioRun } from '../../src/app/runScenario.ts';
import type { ScenarioModel } from '../../src/app/scenarioModel.ts';
import { workOnQueue } from '../../src/app/workOnQueue.ts';
import { basePoint, defineExperiment } from '../../src/experiment/index.ts';
import { layTables, openDatabase, queueUrl, type Database } from '../../src/queue/index.ts';
import { Streams } from '../../src/random/index.ts';
import * as seen from '../fixtures/observed/model.ts';
import { testServer, type TestServer } from '../fixtures/postgres.ts';
import { commandLine, commandLineOf, toy, type Ran } from '../fixtures/toy/console.ts';
import { csvHashes } from '../fixtures/toy/folder.ts';
import { scenario } from '../fixtures/toy/model.ts';
import { declaring } from '../fixtures/toy/records.ts';

const isFull = process.env['GIGARAMP_FULL'] !== undefined;
const { shards, processes, kills } = isFull
  ? { shards: 400, processes: 4, kills: 2 }
  : { shards: 40, processes: 2, kills: 1 };
const replications = shards * 2;
const RUN = ['run', '-n', String(replications), '--shards', String(shards)];

const observed: ScenarioModel<seen.JobScenario> = {
  model: seen.model,
  source: { module: new URL('../fixtures/observed/model.ts', import.meta.url).href, export: 'model' },
  schema: seen.scenarioSchema as ScenarioModel<seen.JobScenario>['schema'],
};
const once_ = mkdtempSync(join(tmpdir(), 'gigaramp-'));
const server: TestServer | undefined = await testServer();
const url = server?.url ?? '';
const password = url === '' ? 'none' : new URL(url).password;
let database: Database;
let whole: Record<string, string> = {};
/** All that any command wrote in these tests. */
let written = '';

beforeAll(async () => {
  if (server === undefined) return;
  database = await openDatabase(queueUrl(url));
  await layTables(database);
  await commandLine('run', '-n', String(replications), '-w', '1', '--out', join(once_, 'whole'));
  whole = csvHashes(join(once_, 'whole'));
});
afterAll(async () => {
  await database?.close();
  await server?.remove();
  rmSync(once_, { recursive: true });
});
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gigaramp-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

async function gigaramp(...words: readonly string[]): Promise<Ran> {
  return noted(await commandLine(...words));
}

function noted(ran: Ran): Ran {
  written += ran.out + ran.error;
  return ran;
}

interface Child extends ChildProcess {
  text(): string;
}

/** A worker in a process of its own, which is lost when it is silent for two seconds. */
function startWorker(): Child {
  const command = fileURLToPath(new URL('../fixtures/toy/cli.ts', import.meta.url));
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', command, 'worker', '-w', '1', '--lost-after', '2'],
    {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      env: { ...process.env, GIGARAMP_QUEUE: url },
    },
  );
  let text = '';
  const take = (chunk: unknown): void => {
    text += String(chunk);
    written += String(chunk);
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  return Object.assign(child, { text: () => text });
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
  return child.exitCode;
}

const pause = async (milliseconds: number): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
};

/** Waits until a question to the database has an answer. */
async function until(text: string, values: readonly unknown[] = []): Promise<void> {
  while ((await database.query(text, values)).length === 0) await pause(20);
}

/** Starts the database again, as soon as what was left of it is gone. */
async function restarted(): Promise<void> {
  await pause(3000);
  for (;;) {
    const isBack = await server!.start().then(
      () => true,
      () => false,
    );
    if (isBack) return;
    await pause(500);
  }
}

/** Another coordinator that never leaves: what was computed stays to be looked at. */
async function keep(run: string): Promise<void> {
  await database.query(
    `insert into gigaramp.coordinator (id, run, seen_on) values (gen_random_uuid(), $1, now() + interval '1 day')`,
    [run],
  );
}

const slow = (spinMilliseconds: number) => ({ ...toy, defaultScenario: { ...scenario, spinMilliseconds } });

describe.skipIf(server === undefined)('a run through a queue', () => {
  test(`has the bytes of one thread when ${kills} of ${processes} workers are killed${isFull ? ', and the database once' : ''}, and each of ${shards} shards once`, async () => {
    const workers = Array.from({ length: processes }, startWorker);
    const moments = new Streams({ seed: 'queue' }).open('test', 'run', 'moment');
    let id = '';
    const run = runQueued({
      ...scenarioRun({ scenarioModel: slow(isFull ? 40 : 20), out: at('out') }),
      database,
      replications,
      shards,
      onRequested: (requested) => (id = requested),
    });
    await until(`select 1 from gigaramp.run`);
    await keep(id);
    for (const [kill, victim] of workers.slice(0, kills).entries()) {
      const own = `select 1 from gigaramp.lease join gigaramp.worker on worker.id = worker where name like $1`;
      await until(own, [`%:${victim.pid}`]);
      await pause(moments.uniform(kill) * (isFull ? 2000 : 100));
      // With some in its hands: it takes the next as soon as it has none.
      await until(own, [`%:${victim.pid}`]);
      victim.kill('SIGKILL');
    }
    if (isFull) {
      await until(`select run from gigaramp.result group by run having count(*) > ${shards / 2}`);
      server!.kill();
      await restarted();
    }
    const { failed } = await run;
    expect(failed).toEqual([]);
    expect(csvHashes(at('out'))).toEqual(whole);
    const [results] = await database.query(
      `select count(*)::int as rows, count(distinct shard)::int as shards, sum(replications) as replications,
         (select sum(replications)::int from gigaramp.block where run = $1) as records
       from gigaramp.result where run = $1`,
      [id],
    );
    expect(results).toEqual({ rows: shards, shards, replications, records: replications });
    for (const worker of workers.slice(kills)) {
      worker.kill('SIGTERM');
      expect(await ended(worker)).toBe(130);
      expect(worker.text()).toMatch(/computed [1-9]\d* shards, [1-9]\d* replications\n$/);
    }
    const lost = await database.query(`select distinct worker from gigaramp.failure where is_lost`);
    expect(lost.length).toBeGreaterThan(0);
    await gigaramp('queue', 'cancel', id, url);
  }, 300_000);

  test('by two coordinators at once is computed once, and both have all of it', async () => {
    const both = ['a', 'b'].map(async (name) => gigaramp(...RUN, '--queue', url, '--out', at(name)));
    await until(`select run from gigaramp.coordinator group by run having count(*) = 2`);
    const worker = await gigaramp('worker', url, '--drain', '-w', '1');
    expect(worker.out).toBe(`computed ${shards} shards, ${replications} replications\n`);
    for (const { exitCode, error } of await Promise.all(both)) {
      expect(error).toContain(`${replications}/${replications} replications`);
      expect(exitCode).toBe(0);
    }
    for (const name of ['a', 'b']) expect(csvHashes(at(name))).toEqual(whole);
    written += readFileSync(at(`a/shards/${replications}-replications-in-${shards}.json`), 'utf8');
    expect((await gigaramp('queue', 'status', url)).out).toBe('no runs\n');
  });

  test('finishes all but the shard that always fails, tried three times, and says why', async () => {
    const firsts = readFileSync(join(once_, 'whole/runs.csv'), 'utf8').split('\n').slice(1, -1);
    const head = readFileSync(join(once_, 'whole/runs.csv'), 'utf8').split('\n')[0]!.split(',');
    const days = firsts.map((line) => Number(line.split(',')[head.indexOf('first_days')]));
    const [least, second] = days.toSorted((a, b) => a - b) as [number, number];
    const failing = days.indexOf(least);
    const shipped = { ...toy, defaultScenario: { ...scenario, failsBefore: (least + second) / 2 } };
    const words = [...RUN, '--queue', url, '-w', '1', '--out', at('out')];
    const ran = noted(await commandLineOf(shipped, ...words));
    expect(ran.exitCode).toBe(1);
    const shard = Math.floor(failing / 2);
    const lines = ran.error.trim().split('\n').slice(-2);
    expect(lines[0]).toMatch(
      new RegExp(
        `^shard ${shard}: replication ${failing} of point base: first line: .*\\(3 tries, at last by .*\\)$`,
      ),
    );
    expect(lines[1]).toMatch(
      /^error: 1 of \d+ shards failed, all others are kept; .*queue retry [\da-f]{16}/,
    );
    const merged = noted(await commandLineOf(shipped, 'merge', at('out')));
    expect(merged.error).toContain(`1 of ${shards} shards is not whole`);
    const { out } = await gigaramp('queue', 'status', url);
    expect(out).toContain(`${shards - 1}/${shards}`);
    expect(out).toContain(`shard ${shard}: replication ${failing} of point base`);
    const [, id] = /queue retry (\w+)/.exec(ran.error)!;
    expect((await gigaramp('queue', 'retry', id!.slice(0, 6), url)).out).toBe(
      `run ${id}: 1 shards to be tried again\n`,
    );
    expect((await gigaramp('queue', 'status', url, '--json')).out).toContain('"failed": []');
    expect((await gigaramp('queue', 'cancel', id!, url)).exitCode).toBe(0);
  });

  test('of a sweep has the tables of one thread too, and prints what that prints', async () => {
    const words = ['sweep', '--vary', 'lines=3,5', '-n', '31', '-w', '1', '--out'];
    const single = await commandLine(...words, at('one'));
    const ran = await gigaramp(...words, at('out'), '--queue', url, '--shards', '7');
    expect(csvHashes(at('out'))).toEqual(csvHashes(at('one')));
    expect(ran.out).toBe(single.out.replaceAll('/one', '/out'));
  });

  test('goes on where its folder is, asks for the rest, and for nothing when nothing is missing', async () => {
    await commandLine('run', '-n', '31', '-w', '1', '--out', at('out'));
    const words = [...RUN, '--queue', url, '--out', at('out')];
    const ran = await gigaramp(...words, '-w', '1');
    expect(ran.error).toContain('found 31 finished replications');
    expect(csvHashes(at('out'))).toEqual(whole);
    expect((await gigaramp(...words)).exitCode).toBe(0);
  });

  test('is stopped with what came, and the same again gathers the rest, which workers went on with', async () => {
    const stop = new AbortController();
    const worker = new AbortController();
    const { model, source } = toy;
    const work = workOnQueue({ database, model, source, workers: 1, signal: worker.signal });
    const asked = {
      ...scenarioRun({ scenarioModel: slow(20), out: at('out') }),
      database,
      replications,
      shards,
    };
    const first = runQueued({
      ...asked,
      signal: stop.signal,
      onProgress: ({ done }) => {
        if (done > 0) stop.abort();
      },
    });
    await expect(first).rejects.toThrow(new RegExp(`^stopped after \\d+ of ${replications} replications$`));
    let found = 0;
    await runQueued({ ...asked, onFound: (there) => (found = there.replications) });
    expect(found).toBeGreaterThan(0);
    expect(csvHashes(at('out'))).toEqual(whole);
    worker.abort();
    expect((await work).shards).toBe(shards);
  });

  test('draws more while too few agree with what was observed, until the tables are those of one machine', async () => {
    const file = at('seen.yaml');
    writeFileSync(file, 'seen:\n  - { progress: 65, deviation: 5 }\n');
    const { model, source } = observed;
    const stop = new AbortController();
    const work = workOnQueue({ database, model, source, workers: 1, signal: stop.signal });
    await runScenario({ scenarioModel: observed, file, workers: 1, replications: 300, out: at('one') });
    const asked = scenarioRun({ scenarioModel: observed, file, out: at('out') });
    const { run } = await runQueued({ ...asked, database, replications: 300, shards: 7 });
    stop.abort();
    await work;
    expect(run!.records.replications).toBeGreaterThan(300);
    expect(csvHashes(at('out'))).toEqual(csvHashes(at('one')));
    expect((await gigaramp('queue', 'status', url)).out).toBe('no runs\n');
  });

  test('ends when it is cancelled, and so does the work at it', async () => {
    const stop = new AbortController();
    const { model, source } = toy;
    const work = workOnQueue({ database, model, source, workers: 1, lostAfter: 2, signal: stop.signal });
    const run = runQueued({
      ...scenarioRun({ scenarioModel: slow(1000), out: at('out') }),
      database,
      replications: 40,
      shards: 2,
    });
    const cancelled = expect(run).rejects.toThrow(
      /^run [\da-f]{16}: cancelled in the queue; what was finished/,
    );
    await until(`select 1 from gigaramp.lease`);
    const [{ id }] = (await database.query<{ id: string }>(`select id from gigaramp.run`)) as [
      { id: string },
    ];
    await gigaramp('queue', 'cancel', id, url);
    await cancelled;
    await pause(1500);
    stop.abort();
    expect((await work).shards).toBe(0);
  });
});

describe.skipIf(server === undefined)('a worker', () => {
  const other = async (column: string, value: string): Promise<void> => {
    await database.query(
      `insert into gigaramp.run (id, experiment, gigaramp, node, model, model_version, name, replications, shards, identity)
       values ('0123456789abcdef', 'fedcba987654', $1, $2, 'toy', '1', 'other', 1, 1, '{}')`,
      [await ownVersion(), process.versions.node.split('.')[0]],
    );
    await database.query(`update gigaramp.run set ${column} = $1`, [value]);
  };
  const ownVersion = async (): Promise<string> => (await commandLine('--version')).out.trim();
  afterEach(async () => void (await database.query(`delete from gigaramp.run`)));

  test.each([
    ['gigaramp', '0.0.9', /of gigaramp 0\.0\.9, expected .*, which this is$/],
    ['node', '18', /of Node 18, expected Node \d+, which this is$/],
    ['model_version', '7', /of version 7 of the model, expected 1, which this is$/],
    [
      'model',
      'rollout',
      /of model rollout, expected toy; give --model with that of the run if you trust it$/,
    ],
    ['name', 'torn', /expected what a run wrote$/],
  ])(
    'of another %s than the run is refused in one line with the experiment',
    async (column, value, message) => {
      await other(column, value);
      const { exitCode, error } = await gigaramp('worker', url, '-w', '1');
      expect(exitCode).toBe(2);
      const [, refusal, ...more] = error
        .trim()
        .split('\n')
        .filter((line) => !/^run \w+: torn/.test(line));
      expect(more).toEqual([]);
      expect(refusal).toMatch(/^error: run 0123456789abcdef/);
      if (column !== 'name') expect(refusal).toContain('of experiment fedcba987654: ');
      expect(refusal).toMatch(message);
    },
  );

  test('without a database, or without its password, says so in one line', async () => {
    const wrong = new URL(url);
    wrong.password = 'anything';
    const closed = new URL(url);
    closed.port = '1';
    const encrypted = new URL(url);
    encrypted.searchParams.set('sslmode', 'require');
    for (const [address, message] of [
      [wrong, /^error: queue 127\.0\.0\.1:\d+\/postgres: cannot be opened \(password authentication failed/],
      [encrypted, /^error: queue .* cannot be opened \(The server does not support SSL connections\)/],
      [closed, /^error: queue 127\.0\.0\.1:1\/postgres: cannot be opened \(connect ECONNREFUSED/],
    ] as const) {
      const { exitCode, error } = await gigaramp('worker', address.href);
      expect(exitCode).toBe(2);
      expect(error).toMatch(message);
      expect(error.trim().split('\n')).toHaveLength(1);
    }
  });
});

describe.skipIf(server === undefined)('--queue embedded', () => {
  test('needs nothing else: it starts PostgreSQL on loopback, computes here, and removes it', async () => {
    chmodSync(folder, 0o755);
    const ran = await commandLine(...RUN, '-w', '1', '--queue', 'embedded', '--out', at('out'));
    expect(ran.exitCode).toBe(0);
    expect(ran.error).toMatch(
      /^to help on this machine: GIGARAMP_QUEUE=postgres:\/\/gigaramp:[\w-]{32}@127\.0\.0\.1:\d+\/postgres gigaramp worker\n/,
    );
    expect(csvHashes(at('out'))).toEqual(whole);
    expect(existsSync(at('out/database'))).toBe(false);
  });
});

test.each([
  ['a shard a replication where those are few', 60, 3, 60],
  ['100 shards', 5000, 3, 100],
  ['100 replications a shard', 100_000, 3, 1000],
  ['10,000 shards', 10_000_000, 3, 10_000],
  ['64 MB a shard', 100_000_000, 3018, 37_725],
])('a run is divided into %s, unless told otherwise', (_, count, width, expected) => {
  const columns = Array.from({ length: width }, (_, index) => {
    return { name: `c${index}`, unit: 'day', kind: 'scalar' as const, description: 'c' };
  });
  const model = declaring({ startDate: '2026-01-01', horizonDays: 1, gridDays: [], columns });
  const experiment = defineExperiment({ model, seed: '1', points: [basePoint({})] });
  expect(usualShards(experiment, count)).toBe(expected);
});

describe('--queue', () => {
  test.each([
    [['--queue', 'db'], /^error: queue: no URL of PostgreSQL/],
    [['--queue', 'embedded:?'], /^error: queue: embedded with what is no address/],
    [['--queue', 'embedded', '--until', '±2pp'], /^error: until: with --queue, expected --replications/],
    [['--queue', 'embedded', '--fresh'], /^error: fresh: with --queue, expected another --out folder/],
    [['--queue', 'embedded', '--shard', '0/7'], /^error: queue: with --shard, expected one of them/],
    [['--shards', '7'], /^error: shards: without --queue, expected both/],
  ])('is refused in one line: %s', async (words, message) => {
    const { exitCode, error } = await gigaramp('run', '-n', '60', '--out', at('out'), ...words);
    expect(exitCode).toBe(2);
    expect(error).toMatch(message);
    expect(error.trim().split('\n')).toHaveLength(1);
    expect(existsSync(at('out'))).toBe(false);
  });

  test.skipIf(server === undefined)(
    'and all other commands have printed no password in all these tests',
    () => {
      expect(written.length).toBeGreaterThan(1000);
      expect(written).not.toContain(password);
    },
  );
});
