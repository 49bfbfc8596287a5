// Question: what does the first phase in existing halls buy, and does it matter which halls get racks first?
// Design:   three policies on common draws: existing first, dedicated first, and dedicated campuses alone; KN selects by the date of
//           half of the contract, with a week of indifference.
// Output:   results/05-existing-versus-dedicated/ (decide.csv, perfect_information.csv, runs.csv), and the table printed at the end.
//
//   tsx experiments/05-existing-versus-dedicated.ts            until KN selects, at most 2,000 replications
//   tsx experiments/05-existing-versus-dedicated.ts --quick    10 replications in seconds; what is committed and tested
import { parseArgs } from 'node:util';
import { decideBetween, decideSummary, rolloutScenarioModel } from 'gigaramp';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    out: { type: 'string', default: 'results/05-existing-versus-dedicated' },
  },
});

const result = await decideBetween({
  scenarioModel: rolloutScenarioModel,
  alternatives: [
    { name: 'existing first', settings: { 'policies.placement': 'existing-first' } },
    { name: 'dedicated first', settings: { 'policies.placement': 'dedicated-first' } },
    {
      name: 'dedicated alone',
      settings: {
        'sites.pool-1.gpus': '0 gpu',
        'sites.existing-1.initial': '0 MW',
        'sites.existing-1.monthly': '0 MW/month',
      },
    },
  ],
  by: 'contract_50_pct',
  replications: values.quick ? 10 : 2000,
  workers: values.quick ? 1 : undefined,
  out: values.out,
  fresh: true,
});

console.log(decideSummary(result));
