// What a queue costs: runs of shards that take two seconds against the same run in local threads, and shards that take nothing.
// Usage: tsx test/bench/queue.ts [--shards 20] [--empty 10000] [--workers 2] [--threads 1]
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runQueued } from '../../src/app/runQueued.ts';
import { runToFolder } from '../../src/app/runToFolder.ts';
import { workOnQueue } from '../../src/app/workOnQueue.ts';
import { basePoint, defineExperiment } from '../../src/experiment/index.ts';
import { embeddedServer, layTables, openDatabase, queueUrl } from '../../src/queue/index.ts';
import { model } from './queueModel.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    shards: { type: 'string', default: '20' },
    empty: { type: 'string', default: '10000' },
    workers: { type: 'string', default: '2' },
    threads: { type: 'string', default: '1' },
  },
});
const [shards, empty, workers, threads] = [values.shards, values.empty, values.workers, values.threads].map(
  Number,
) as [number, number, number, number];
const MILLISECONDS = 50;
const SHARD_SECONDS = 2;

const source = { module: new URL('./queueModel.ts', import.meta.url).href, export: 'model' };

const KEEP = `insert into gigaramp.coordinator (id, run, seen_on) values (gen_random_uuid(), $1, now() + interval '1 day')`;

const load = (): string => `load ${loadavg()[0]!.toFixed(1)}`;

async function measure(url: string, folder: string): Promise<void> {
  const database = await openDatabase(queueUrl(url));
  await layTables(database);
  const experimentOf = (milliseconds: number) =>
    defineExperiment({ model, seed: '1', points: [basePoint({ milliseconds })] });
  const common = { name: 'queue-bench', source, tables: () => [] };

  const replications = (shards * SHARD_SECONDS * 1000) / MILLISECONDS;
  let first = Infinity;
  let last = 0;
  await runToFolder({
    ...common,
    experiment: experimentOf(MILLISECONDS),
    out: join(folder, 'local'),
    replications,
    workers: workers * threads,
    onProgress() {
      first = Math.min(first, Date.now());
      last = Date.now();
    },
  });
  const local = (last - first) / 1000;
  const children: ChildProcess[] = Array.from({ length: workers }, () =>
    fork(fileURLToPath(import.meta.url), ['worker', url, '--threads', String(threads)]),
  );
  try {
    await Promise.all(children.map(async (child) => await once(child, 'message')));
    // Threads start in either case: from the first worker that knows the run to the last result.
    let begun = Infinity;
    for (const child of children) {
      child.on('message', (moment) => (begun = Math.min(begun, Number(moment))));
    }
    await runQueued({
      ...common,
      experiment: experimentOf(MILLISECONDS),
      out: join(folder, 'queue'),
      database,
      replications,
      shards,
      // Another coordinator, so that the results stay to be looked at.
      onRequested: (run) => void database.query(KEEP, [run]),
    });
    const [end] = await database.query<{ moment: number }>(
      `select extract(epoch from max(finished_on))::float8 * 1000 as moment from gigaramp.result`,
    );
    const queued = (end!.moment - begun) / 1000;
    console.log(
      `${shards} shards of ${SHARD_SECONDS} s on ${workers} × ${threads} threads: local ${local.toFixed(1)} s, queue ${queued.toFixed(1)} s, overhead ${((queued / local - 1) * 100).toFixed(1)} % (${load()})`,
    );
    const started = performance.now();
    await runQueued({
      ...common,
      experiment: experimentOf(0),
      out: join(folder, 'empty'),
      database,
      replications: empty,
      shards: empty,
    });
    console.log(
      `${empty} empty shards, ${workers} workers: ${((performance.now() - started) / 1000).toFixed(1)} s from the request to the tables (${load()})`,
    );
  } finally {
    for (const child of children) child.kill();
    await database.close();
  }
}

if (positionals[0] === 'worker') {
  const database = await openDatabase(queueUrl(positionals[1]));
  process.send?.(Infinity);
  await workOnQueue({ database, model, source, workers: threads, onRun: () => process.send?.(Date.now()) });
} else {
  const folder = mkdtempSync(join(tmpdir(), 'gigaramp-bench-'));
  chmodSync(folder, 0o755);
  const server = await embeddedServer({ folder: join(folder, 'database') });
  await server.start();
  try {
    await measure(server.url, folder);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}
