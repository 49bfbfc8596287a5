// Prints, for four changes to the shipped scenario, how much common random numbers reduce the variance of the difference
// against independent seeds: variance ratio, and the correlation of the pairs. Epistemic inputs are fixed at their medians,
// so that what is common is the aleatory draws alone.
//
//   tsx test/bench/commonRandomNumbers.ts [replications, default 200]
import { designPoints, rolloutScenarioModel as scenarioModel } from '../../src/app/index.ts';
import { inline } from '../../src/execution/index.ts';
import { defineExperiment, memoryStore, runExperiment, type Point } from '../../src/experiment/index.ts';
import type { PointRecords } from '../../src/record/index.ts';
import { responseOf } from '../../src/explain/index.ts';
import { correlation, moments } from '../../src/statistics/index.ts';
import type { RolloutScenario } from '../../models/rollout/index.ts';

const replications = Number(process.argv[2] ?? 200);
const RESPONSES = ['contract_50_pct', 'contract_75_pct', 'gpus_at_target_date', 'gpu_days'];

const settings = { 'sites.dedicated-2.power.regime': 'reserved' };
const rows = [
  { name: 'base', settings: {} },
  { name: '+1 install crew', settings: { 'deployment.crews': '2 crew' } },
  { name: 'transformers reserved → open', settings: { 'sites.dedicated-2.power.regime': 'open' } },
  { name: 'existing-first → dedicated-first', settings: { 'policies.placement': 'dedicated-first' } },
].map((row) => ({ ...row, inputs: {}, atPlan: [] }));

const design = designPoints({ scenarioModel, settings, rows });
const [base] = design.points;
const withoutSite: Point<RolloutScenario> = {
  ...base,
  name: 'one site removed',
  scenario: {
    ...base.scenario,
    sites: base.scenario.sites.filter(({ name }) => name !== 'dedicated-3'),
  },
};
const inputs = Object.fromEntries(scenarioModel.model.inputs(base.scenario).map(({ name }) => [name, 0.5]));
const points = [...design.points, withoutSite].map((point) => ({ ...point, inputs }));

const [common, independent] = await Promise.all(['common', 'independent'].map(recordsOf));
const [commonBase, ...changes] = common;
console.log(`${replications} replications; ratio = Var(independent difference) / Var(common difference)`);
changes.forEach((change, index) => {
  for (const name of RESPONSES) {
    const response = responseOf(name, commonBase.outputs);
    if (response === undefined) throw new Error(`response: ${name}, expected an output of the rollout`);
    const [a, b] = [response.values(commonBase), response.values(change)];
    const other = response.values(independent[index + 1]);
    const paired = moments(a.map((value, i) => b[i] - value));
    const alone = moments(a.map((value, i) => other[i] - value));
    console.log(
      [
        change.name.padEnd(34),
        name.padEnd(20),
        `difference ${paired.mean.toPrecision(4)} ${response.unit}`.padEnd(36),
        `ratio ${(alone.variance / paired.variance).toFixed(1)}`.padEnd(14),
        `correlation ${correlation(a, b)?.toFixed(3) ?? 'none'}`,
      ].join(' '),
    );
  }
});

async function recordsOf(seed: string): Promise<readonly PointRecords[]> {
  const { model } = scenarioModel;
  const experiment = defineExperiment({ model, seed, points });
  const store = memoryStore(experiment);
  const { points: records } = await runExperiment({
    experiment,
    executor: inline(model),
    store,
    replications,
  });
  return records;
}
