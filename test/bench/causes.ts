// Prints what it costs to say why it was late: path days in every run, the explanation of one replication after its run, its
// trace, and the coalitions of a blame against as many plain runs, on one worker and on two.
//
//   tsx test/bench/causes.ts [replications, default 200]
//
// Predicted: path days 2 % of a replication (bar 30 %); an explanation 5 ms (bar 200 ms); a trace 100 ms; a coalition as long as
// a run, so 64 for six groups; two workers 1.9 times as fast as one.
// Measured on two cores: 0.9 to 1.8 %; 0.04 ms; run and trace 161 ms; 64 coalitions 1.07 times as long as as many plain runs; two
// workers 1.3 times as fast as one, start included (one worker alone keeps 1.2 cores busy with the collector).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rollout, ACTIVITIES, CAUSES, scenarioSchema, simulateRollout } from '../../models/rollout/index.ts';
import { rolloutRecord } from '../../models/rollout/record.ts';
import { reachedMilestones } from '../../models/rollout/market/reached.ts';
import { attribution } from '../../models/rollout/tally/attribution.ts';
import { blame, loadScenarioFile, rolloutScenarioModel, runScenario } from '../../src/app/index.ts';
import { traceReplication } from '../../src/app/traceReplication.ts';
import { pathDays } from '../../src/explain/index.ts';
import { drivingPath, Simulation } from '../../src/kernel/index.ts';
import { Streams } from '../../src/random/index.ts';

const replications = Number(process.argv[2] ?? 200);
const { scenario } = loadScenarioFile({ file: rolloutScenarioModel.defaultFile!, schema: scenarioSchema });
const folder = mkdtempSync(join(tmpdir(), 'gigaramp-bench-'));

const simulation = new Simulation();
const streams = new Streams({ seed: '1' });
const spent = { run: 0, attribution: 0, explanation: 0 };
for (let replication = -50; replication < replications; replication++) {
  streams.begin(Math.max(0, replication));
  const started = performance.now();
  const run = simulateRollout(simulation, scenario, streams);
  rolloutRecord(run);
  const ran = performance.now();
  attribution(run.world.simulation, reachedMilestones(run.programmes));
  const attributed = performance.now();
  const event = run.programmes[0]!.milestones.events[0]!;
  for (const view of ['stop', 'pass-through'] as const) {
    drivingPath(simulation, event, { view, since: 0 });
    pathDays(simulation, event, { groupOf: () => 0, groups: CAUSES.length, view });
  }
  if (replication < 0) continue;
  spent.run += ran - started;
  spent.attribution += attributed - ran;
  spent.explanation += performance.now() - attributed;
}
const each = (milliseconds: number): string => `${(milliseconds / replications).toFixed(3)} ms`;
console.log(`a replication: ${each(spent.run)}, of which path days and drags: ${each(spent.attribution)}`);
console.log(
  `path days against the run without them: ${((100 * spent.attribution) / (spent.run - spent.attribution)).toFixed(1)} %`,
);
console.log(
  `explanation after the run, both views, ${Object.keys(ACTIVITIES).length} activities: ${each(spent.explanation)}`,
);

const traced = performance.now();
const trace = traceReplication({ model: rollout, name: 'base', scenario, seed: '1', replication: 0 });
console.log(
  `run and trace: ${(performance.now() - traced).toFixed(0)} ms, ${(trace.length / 1e6).toFixed(1)} MB`,
);

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
};
try {
  for (const workers of [1, 2]) {
    const common = { scenarioModel: rolloutScenarioModel, workers };
    const few = Math.max(5, Math.round(replications / 20));
    const plain = await timed(() =>
      runScenario({
        ...common,
        replications: 64 * few,
        tables: () => [],
        out: join(folder, `plain ${workers}`),
      }),
    );
    const shared = await timed(() =>
      blame({ ...common, replications: few, out: join(folder, `blame ${workers}`) }),
    );
    console.log(
      `${workers} worker${workers > 1 ? 's' : ''}: ${64 * few} plain runs ${plain.toFixed(1)} s, 64 coalitions of ${few} ${shared.toFixed(1)} s, ratio ${(shared / plain).toFixed(2)}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
