// %% [markdown]
// # Three campuses, forecast from their first day
//
// **Question.** Colossus 1, Stargate Abilene and New Carlisle have published how many GPUs were in service when. Would the model have
// said so on the day work began?
//
// **Design.** Their scenarios as they are shipped: what is theirs is MW, GPUs and number of their buildings. Their tempo is the posterior of
// the dated record without their own site, and no lead time, pace or rate was fitted to their dates.
//
// **Output.** `results/14-cases/cases.csv` and this page. `--quick`: 40 replications; without it 1,000. `--tempo FILE` writes the tempos that
// the scenarios take, for `models/catalog/tempo.yaml`.

// %%
import { parseArgs } from 'node:util';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CASES,
  chainDays,
  forecastCounts,
  memberAt,
  PUBLISHED_COUNTS,
  tempoEntries,
  type CaseName,
} from 'gigaramp/calibration';
import { scenarioSchema } from 'gigaramp/rollout';
import { display, loadScenarioFile, readRolloutFile, simulateSites, writeCsv } from 'gigaramp';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    out: { type: 'string', default: 'results/14-cases' },
    tempo: { type: 'string' },
  },
});
const replications = values.quick ? 40 : 1000;
const names = Object.keys(CASES) as CaseName[];
const scenarioOf = (name: CaseName) =>
  loadScenarioFile({ file: join('models', 'scenarios', `${name}.yaml`), schema: scenarioSchema }).scenario;

// %% [markdown]
// ## The tempos
//
// Fitted to 45 sites for each of the three. Only with `--tempo`: 200 replications of every site of the record and of every case.

// %%
if (values.tempo !== undefined) {
  const record = readRolloutFile({});
  const sites = simulateSites(record, { draws: 200, seed: '1' });
  const chains = Object.fromEntries(
    names.map((name) => [name, chainDays(scenarioOf(name), { draws: 200, seed: '1' })]),
  ) as Record<CaseName, Float64Array>;
  const entries = tempoEntries(sites, { chains }).map(
    ({ name, quantity, value }) => `
${name}:
  id: FIT
  quantity: '${quantity}'
  value: ${value}
  asOf: ${record.asOf}
  source: fit to record.csv (derived from Epoch AI, AI Data Centers, CC BY 4.0), sha256 ${record.hash}
  confidence: low
  basis: derived
  role: input
`,
  );
  const head = `# How the campuses of an owner move against the usual durations, for \`provider.tempo\`: the posterior of calibration.yaml, kind stated,
# as two normal laws on the logarithm (docs/validation.md). A case scenario takes the fit that has not seen its own site.
# Written by experiments/14-cases.ts --tempo; 200 draws a site, seed 1.
`;
  writeFileSync(values.tempo, head + entries.join(''));
}

// %% [markdown]
// ## What was forecast, and what came
//
// Days from the first day of the scenario. `PIT` is the part of the forecast up to the day that came: over many forecasts it should be spread evenly
// from 0 to 1, and values near 0 say that it came sooner than expected. Its interval is of the sampling alone.

// %%
const forecasts = names.flatMap((name) =>
  forecastCounts(scenarioOf(name), {
    counts: PUBLISHED_COUNTS.filter(({ scenario }) => scenario === name),
    replications,
    seed: '1',
  }),
);
const PARTS = [0.01, 0.1, 0.5, 0.9, 0.99] as const;
const dayOrLater = (day: number): number | string => (Number.isFinite(day) ? Math.round(day) : 'later');
display({
  title: `Nine published counts, ${replications} replications`,
  columns: ['scenario', 'GPUs', 'came', 'P1', 'P10', 'P50', 'P90', 'P99', 'PIT'],
  rows: forecasts.map((forecast) => [
    forecast.count.scenario,
    forecast.count.gpus,
    forecast.observedDays,
    ...PARTS.map((part) => dayOrLater(memberAt(forecast, part))),
    forecast.pit,
  ]),
});
const inside = (low: number, high: number): number =>
  forecasts.filter(({ pit: { estimate = NaN } }) => estimate >= low && estimate <= high).length;
const ratios = forecasts
  .map((forecast) => memberAt(forecast, 0.9) / memberAt(forecast, 0.1))
  .toSorted((a, b) => a - b);
console.log(
  `${inside(0.1, 0.9)} of ${forecasts.length} inside P10 to P90, ${inside(0.01, 0.99)} inside P1 to P99`,
);
console.log(`median of P90 / P10: ${ratios[Math.floor(ratios.length / 2)]!.toFixed(2)}`);

// %%
mkdirSync(values.out, { recursive: true });
await writeCsv(join(values.out, 'cases.csv'), {
  name: 'cases',
  description: 'Published counts of three campuses, and what their scenarios forecast from their first day',
  fields: [
    { name: 'scenario', type: 'string', description: 'scenario of the campus' },
    { name: 'gpus', type: 'number', description: 'GPUs in service' },
    { name: 'came', type: 'string', description: 'date that was published' },
    { name: 'came_days', type: 'number', description: 'days from the first day of the scenario to it' },
    ...PARTS.map((part) => ({
      name: `p${part * 100}_days`,
      type: 'number' as const,
      description: 'days of the forecast; empty beyond the horizon',
    })),
    { name: 'pit', type: 'number', description: 'part of the forecast up to the day that came' },
    { name: 'pit_low', type: 'number', description: 'low end of its 95 % sampling interval' },
    { name: 'pit_high', type: 'number', description: 'high end' },
  ],
  rows: () =>
    forecasts.map((forecast) => [
      forecast.count.scenario,
      forecast.count.gpus,
      forecast.count.date,
      forecast.observedDays,
      ...PARTS.map((part) => memberAt(forecast, part)),
      forecast.pit.estimate,
      forecast.pit.low,
      forecast.pit.high,
    ]),
});
writeFileSync(
  join(values.out, 'manifest.json'),
  `${JSON.stringify({ scenarios: names, replications, seed: '1', run: { node: process.version } }, null, 2)}\n`,
);
