// Question: how much of the delay depends on chips: on the vendor's share for the provider, and on the part the tenant may take?
// Design:   grid of two uncertain inputs held at their 10, 50 and 90 % points, all else drawn, common draws.
// Output:   results/03-chip-supply/ (points.csv names the grid), and the table printed at the end.
//
//   tsx experiments/03-chip-supply.ts            400 replications a point
//   tsx experiments/03-chip-supply.ts --quick    4, in seconds; what is committed and tested
import { parseArgs } from 'node:util';
import { rolloutScenarioModel, sweep, sweepSummary } from 'gigaramp';
import { gridDesign } from 'gigaramp/design';
import { experimentTables } from './experimentTables.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    out: { type: 'string', default: 'results/03-chip-supply' },
  },
});

const rows = gridDesign([
  { kind: 'input', name: 'providerShare' },
  { kind: 'input', name: 'tenantCap' },
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
