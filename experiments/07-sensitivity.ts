// Question: which uncertain inputs decide when the capacity is there, and how much is chance that no knowledge removes?
// Design:   Sobol indices of all uncertain inputs with the replication seed as one more factor (Saltelli rows from scrambled Sobol points);
//           and a tornado of the same inputs at their 10 % and 90 % points.
// Output:   results/07-sensitivity/ (sobol.csv) and results/07-sensitivity/tornado/ (tornado.csv), and the tables printed at the end.
//
//   tsx experiments/07-sensitivity.ts            all inputs, 512 rows, 1,000 replications of each end
//   tsx experiments/07-sensitivity.ts --quick    five inputs, 16 rows, 4 replications, in seconds; what is committed and tested
import { parseArgs } from 'node:util';
import { rolloutScenarioModel as scenarioModel, sensitivity, sensitivitySummary } from 'gigaramp';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    out: { type: 'string', default: 'results/07-sensitivity' },
  },
});
// Few inputs, so that the quick mode takes seconds.
const few = ['price', 'providerShare', 'tenantCap', 'hallShare', 'pace'].map((name) => ({ vary: name }));
const common = {
  scenarioModel,
  fresh: true,
  workers: values.quick ? 1 : undefined,
  varied: values.quick ? few : undefined,
  responses: ['on time', 'gpus_at_target_date', 'contract_50_pct'],
};

const sobol = await sensitivity({
  ...common,
  method: 'sobol',
  size: values.quick ? 16 : 512,
  out: values.out,
});
console.log(sensitivitySummary(sobol));

const tornado = await sensitivity({
  ...common,
  method: 'tornado',
  replications: values.quick ? 4 : 1000,
  out: `${values.out}/tornado`,
});
console.log(sensitivitySummary(tornado));
