// How long `merge` takes and what memory it needs, by the number of records, columns, grid days and shards. The records are made
// up: what is measured reads them. Usage: tsx test/bench/merge.ts [--records 10000000] [--columns 20] [--series 0] [--shards 1000]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { mergeShards } from '../../src/app/mergeShards.ts';
import { layPlan, planOf, readPlan } from '../../src/app/shardPlan.ts';
import { shardRange } from '../../src/execution/index.ts';
import {
  basePoint,
  blocksOf,
  defineExperiment,
  openDiskStore,
  type Model,
} from '../../src/experiment/index.ts';
import type { Column } from '../../src/record/index.ts';
import { Streams } from '../../src/random/index.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    records: { type: 'string', default: '10000000' },
    columns: { type: 'string', default: '20' },
    series: { type: 'string', default: '0' },
    shards: { type: 'string', default: '1000' },
  },
});
const [records, columns, series, shards] = [values.records, values.columns, values.series, values.shards].map(
  Number,
) as [number, number, number, number];

/** Days of the report grid of a series. */
const GRID = 60;

const column = (name: string, kind: Column['kind']): Column => ({
  name,
  kind,
  unit: 'day',
  description: name,
  ...(kind === 'series' ? { table: 'fan' } : {}),
});

const model: Model<unknown> = {
  name: 'merge-bench',
  version: '1',
  causes: [],
  outputs: () => ({
    startDate: '2026-01-01',
    horizonDays: 1000,
    gridDays: Array.from({ length: GRID }, (_, day) => day * 16),
    columns: [
      ...Array.from({ length: columns - 2 }, (_, index) => column(`scalar_${index}`, 'scalar')),
      column('half', 'milestone'),
      column('target', 'milestone'),
      ...Array.from({ length: series }, (_, index) => column(`series_${index}`, 'series')),
    ],
  }),
  inputs: () => [],
  run: () => {
    throw new Error('run: called, expected records that are there');
  },
};

function makeRecords(folder: string): void {
  const experiment = defineExperiment({ model, seed: '1', points: [basePoint({})] });
  const [{ layout, name }] = experiment.points as [(typeof experiment.points)[0]];
  const { store } = openDiskStore({ folder: join(folder, 'records'), experiment });
  const streams = new Streams({ seed: 'merge' });
  streams.begin(0);
  const stream = streams.open('test', 'merge', 'values');
  // Numbers with all their digits, which take longest to write.
  const pool = Float64Array.from({ length: 1_000_003 }, (_, index) => stream.uniform(index) * 999);
  let next = 0;
  for (let index = 0; index < shards; index++) {
    for (const { from, to } of blocksOf(shardRange({ index, count: shards }, records), layout)) {
      const packed = new Float64Array((to - from) * layout.width);
      for (let place = 0; place < packed.length; place++) packed[place] = pool[next++ % pool.length]!;
      if (packed.length > 0) store.write(name, from, packed);
    }
  }
  const source = { module: 'bench', export: 'model' };
  layPlan(
    folder,
    planOf({
      name: 'merge-bench',
      out: folder,
      experiment,
      source,
      command: ['run'],
      replications: records,
      shards,
    }),
  );
}

if (positionals[0] !== undefined) {
  const [folder] = positionals;
  const { run } = await mergeShards({
    folder,
    plan: readPlan(folder),
    model,
    source: { module: import.meta.url, export: 'model' },
  });
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const gigabytes = (bytes: number): string => (bytes / 1e9).toFixed(2);
  const runs = statSync(join(folder, 'runs.csv')).size;
  console.log(
    `${records} records of ${columns} columns and ${series} series of ${GRID} in ${shards} shards: ` +
      `merge ${run!.seconds.toFixed(1)} s (processor ${((userCPUTime + systemCPUTime) / 1e6).toFixed(1)} s), ` +
      `at most ${gigabytes(maxRSS * 1024)} GB of memory, runs.csv ${gigabytes(runs)} GB`,
  );
} else {
  const folder = mkdtempSync(join(tmpdir(), 'gigaramp-merge-'));
  makeRecords(folder);
  const child = fork(import.meta.filename, [...process.argv.slice(2), folder]);
  await once(child, 'exit');
  rmSync(folder, { recursive: true });
}
