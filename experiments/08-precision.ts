// Question: how many replications does a stated precision take?
// Design:   the shipped scenario until the probability of the target is known to ±15, ±10, … percentage points; each run extends the last.
// Output:   results/08-precision/precision.csv beside the tables of the longest run, and the table printed at the end.
//
//   tsx experiments/08-precision.ts            down to ±2 points
//   tsx experiments/08-precision.ts --quick    ±15 points, in seconds; what is committed and tested
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  milestonesTable,
  percentWithInterval,
  plainTable,
  precisionFrom,
  rolloutScenarioModel,
  runScenario,
  targetProbability,
  writeCsv,
} from 'gigaramp';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    out: { type: 'string', default: 'results/08-precision' },
  },
});

const asked = values.quick ? ['±15pp'] : ['±15pp', '±10pp', '±5pp', '±2pp'];
const found: { precision: string; replications: number; text: string }[] = [];
for (const precision of asked) {
  const { records } = await runScenario({
    scenarioModel: rolloutScenarioModel,
    until: precisionFrom(precision),
    workers: values.quick ? 1 : undefined,
    out: values.out,
    fresh: found.length === 0,
    tables: (all) => [milestonesTable(all)],
  });
  const probability = targetProbability(records, 'base');
  const text = probability === undefined ? '…' : percentWithInterval(probability);
  found.push({ precision, replications: records.replications, text });
}
await writeCsv(join(values.out, 'precision.csv'), {
  name: 'precision',
  description: 'replications that a precision of the target took',
  fields: [
    { name: 'precision', type: 'string', description: 'half width asked for' },
    { name: 'replications', type: 'integer', description: 'replications at the look that reached it' },
  ],
  rows: () => found.map(({ precision, replications }) => [precision, replications]),
});

console.log(
  plainTable(
    ['asked', 'replications', 'P(target on time)'],
    found.map(({ precision, replications, text }) => [precision, String(replications), text]),
  ),
);
