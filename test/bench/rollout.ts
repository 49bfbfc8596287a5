// Events per replication, time per event and memory of the shipped scenario, cause records on.
//
//   npm run bench
import { performance } from 'node:perf_hooks';
import { rollout } from '../../models/rollout/index.ts';
import { replicate, basePoint } from '../../src/experiment/index.ts';
import { Simulation } from '../../src/kernel/index.ts';
import { loadScenarioFile, rolloutScenarioModel, runToFolder } from '../../src/app/index.ts';
import { defineExperiment } from '../../src/experiment/index.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scenarioSchema } from '../../models/rollout/index.ts';

const ONE_THREAD = 200;
const REPLICATIONS = 1000;

const { scenario } = loadScenarioFile({
  file: rolloutScenarioModel.defaultFile!,
  schema: scenarioSchema,
});
const point = basePoint(scenario);
const outputs = rollout.outputs(scenario);
const eventsAt = outputs.columns
  .filter(({ kind }) => kind !== 'series')
  .findIndex(({ name }) => name === 'events');

const simulation = new Simulation();
let events = 0;
for (let replication = 0; replication < 20; replication++)
  replicate(rollout, simulation, point, 'warm', replication);
const began = performance.now();
for (let replication = 0; replication < ONE_THREAD; replication++)
  events += replicate(rollout, simulation, point, '1', replication)[eventsAt]!;
const milliseconds = performance.now() - began;

console.log(`one thread, ${ONE_THREAD} replications`);
console.log(`  events a replication   ${(events / ONE_THREAD).toFixed(0)}`);
console.log(`  ms a replication       ${(milliseconds / ONE_THREAD).toFixed(2)}`);
console.log(`  ns an event            ${((milliseconds * 1e6) / events).toFixed(0)}`);

const folder = mkdtempSync(join(tmpdir(), 'gigaramp-bench-'));
const started = performance.now();
const experiment = defineExperiment({ model: rollout, seed: '1', points: [point] });
const { source } = rolloutScenarioModel;
await runToFolder({
  name: 'bench',
  out: folder,
  experiment,
  source,
  replications: REPLICATIONS,
});
console.log(`all cores, ${REPLICATIONS} replications to tables`);
console.log(`  seconds                ${((performance.now() - started) / 1000).toFixed(1)}`);
console.log(
  `  peak memory            ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB (main and workers together)`,
);
rmSync(folder, { recursive: true });
