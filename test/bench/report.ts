// Time to write the report of a 1,000-replication run of the shipped scenario, and its size.
//
//   npx tsx test/bench/report.ts
//
// Predicted before it was written: 0.9 s from a cold start (0.5 s to load the charts, 0.3 s to read the tables, ten charts
// twice at 5 ms), 0.4 s the second time, 400 kB. The bars: 2 s and 1 MB.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { rolloutScenarioModel, runScenario } from '../../src/app/index.ts';

const REPLICATIONS = 1000;
const PASSES = 5;

// The passes run in a process of their own, that has loaded nothing yet.
const [mode, folder] = process.argv.slice(2);
if (mode === 'write') await passes(folder!);
else await main();

async function main(): Promise<void> {
  const out = mkdtempSync(join(tmpdir(), 'gigaramp-bench-'));
  await runScenario({ scenarioModel: rolloutScenarioModel, replications: REPLICATIONS, out });
  const script = fileURLToPath(import.meta.url);
  execFileSync(process.execPath, ['--import', 'tsx', script, 'write', out], { stdio: 'inherit' });
  rmSync(out, { recursive: true });
}

async function passes(results: string): Promise<void> {
  const times: number[] = [];
  const began = performance.now();
  const { writeReport } = await import('../../src/report/index.ts');
  const loaded = performance.now() - began;
  let file = '';
  for (let pass = 0; pass < PASSES; pass++) {
    const start = performance.now();
    ({ file } = await writeReport({ folder: results }));
    times.push(performance.now() - start);
  }
  const [first, ...later] = times;
  console.log(`report of ${REPLICATIONS} replications`);
  console.log(
    `  s, cold start          ${((loaded + first!) / 1000).toFixed(2)} (of it ${(loaded / 1000).toFixed(2)} to load)`,
  );
  console.log(`  s, after that          ${(Math.min(...later) / 1000).toFixed(2)}`);
  console.log(`  kB                     ${(statSync(file).size / 1000).toFixed(0)}`);
}
