// Question: what do denser racks and late cooling plant cost in time, and does one make the other worse?
// Design:   facility power of a GPU (its 10, 50 and 90 % points) by the lead time of dry coolers (three values), common draws.
// Output:   results/06-cooling-and-density/ (points.csv, milestones.csv, binding.csv), and the table printed at the end.
//
//   tsx experiments/06-cooling-and-density.ts            400 replications a point
//   tsx experiments/06-cooling-and-density.ts --quick    4, in seconds; what is committed and tested
import { parseArgs } from 'node:util';
import { rolloutScenarioModel, sweep, sweepSummary } from 'gigaramp';
import { gridDesign } from 'gigaramp/design';
import { experimentTables } from './experimentTables.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    out: { type: 'string', default: 'results/06-cooling-and-density' },
  },
});

const rows = gridDesign([
  { kind: 'input', name: 'facilityKilowatts' },
  {
    kind: 'values',
    name: 'construction.cooling.heatRejectionLeadTime',
    values: ['20 weeks', '40 weeks', '60 weeks'],
  },
]);
const result = await sweep({
  scenarioModel: rolloutScenarioModel,
  rows,
  replications: values.quick ? 4 : 400,
  workers: values.quick ? 1 : undefined,
  out: values.out,
  fresh: true,
  tables: experimentTables(rows),
});

console.log(sweepSummary(result));
