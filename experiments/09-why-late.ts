// Question: why are 100,000 GPUs not in service by the plan, and which step would help most?
// Design:   the driving path of one replication; then six groups of causes at plan in all 64 coalitions; then each constraint
//           relaxed by a step, alone and in pairs. All on common draws.
// Output:   results/09-why-late/blame.csv, results/09-why-late/relax/relax.csv, and the three answers printed.
//
//   tsx experiments/09-why-late.ts            200 replications of each point, some minutes
//   tsx experiments/09-why-late.ts --quick    4 replications and no pairs, in seconds; what is committed and tested
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { rollout, scenarioSchema } from 'gigaramp/rollout';
import {
  blame,
  blameSummary,
  explainReplication,
  explanationText,
  loadScenarioFile,
  relax,
  relaxSummary,
  rolloutScenarioModel,
} from 'gigaramp';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    out: { type: 'string', default: 'results/09-why-late' },
  },
});
const milestone = 'gpus_100000';
const common = {
  scenarioModel: rolloutScenarioModel,
  milestone,
  replications: values.quick ? 4 : 200,
  workers: values.quick ? 1 : undefined,
  fresh: true,
};

const { scenario } = loadScenarioFile({ file: rolloutScenarioModel.defaultFile!, schema: scenarioSchema });
const explanation = explainReplication({
  model: rollout,
  scenario,
  seed: '1',
  replication: 17,
  gpus: 100_000,
  view: 'stop',
});
console.log(explanationText(scenario.start, explanation));

console.log(blameSummary(await blame({ ...common, out: values.out })));
console.log(relaxSummary(await relax({ ...common, pairs: !values.quick, out: join(values.out, 'relax') })));
