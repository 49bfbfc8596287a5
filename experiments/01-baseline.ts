// Question: when is the capacity of the agreement of November 2025 in service, and what holds it back?
// Design:   the shipped scenario as it is, common seed, every input drawn.
// Output:   results/01-baseline/ (CSV tables, manifest.json), and the table printed at the end.
//
//   tsx experiments/01-baseline.ts            1,000 replications
//   tsx experiments/01-baseline.ts --quick    40 replications in seconds; what is committed and tested
import { parseArgs } from 'node:util';
import { rolloutScenarioModel, runScenario, runSummary } from 'gigaramp';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    out: { type: 'string', default: 'results/01-baseline' },
  },
});

const result = await runScenario({
  scenarioModel: rolloutScenarioModel,
  replications: values.quick ? 40 : 1000,
  out: values.out,
  fresh: true,
});

console.log(runSummary(result));
