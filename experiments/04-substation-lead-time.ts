// Question: what does the lead time of large transformers do to the date of the capacity, and what is holding them worth?
// Design:   the delivery of open-market transformers at 40, 80, 120 and 160 weeks with the sites dedicated-2 and -3 on the open market; common draws.
// Output:   results/04-substation-lead-time/ (points.csv, milestones.csv, binding.csv), and the table printed at the end.
//
//   tsx experiments/04-substation-lead-time.ts            400 replications a point
//   tsx experiments/04-substation-lead-time.ts --quick    10, in seconds; what is committed and tested
import { parseArgs } from 'node:util';
import { rolloutScenarioModel, sweep, sweepSummary } from 'gigaramp';
import { gridDesign } from 'gigaramp/design';
import { experimentTables } from './experimentTables.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    out: { type: 'string', default: 'results/04-substation-lead-time' },
  },
});

const rows = gridDesign([
  {
    kind: 'values',
    name: 'construction.transformer.regimes.open.leadTime',
    values: ['40 weeks', '80 weeks', '120 weeks', '160 weeks'],
  },
]);
const result = await sweep({
  scenarioModel: rolloutScenarioModel,
  settings: { 'sites.dedicated-2.power.regime': 'open', 'sites.dedicated-3.power.regime': 'open' },
  rows,
  replications: values.quick ? 10 : 400,
  workers: values.quick ? 1 : undefined,
  out: values.out,
  fresh: true,
  tables: experimentTables(rows),
});

console.log(sweepSummary(result));
