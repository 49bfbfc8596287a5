// %% [markdown]
// # One cloud, or all of them?
//
// **Question.** A buyer of 600,000 GPUs can spread them evenly over five clouds, commit itself to one, or take what comes first anywhere.
// What does each cost in time, how concentrated does it leave the fleet, and what does it lose if the first cloud slips by half a year?
//
// **Design.** The scenario `neutral-or-committed` under four strategies on common draws; *committed, favoured* commits itself and gets twice
// the part of its cloud's racks for it. Then all of them again with the halls of the first cloud half a year late.
//
// **Output.** `results/16-neutral-or-committed/` (points.csv, milestones.csv, manifest), in `decide/` the regret table, and this page.
// `--quick`: 3 replications, which is what is committed.

// %%
import { parseArgs } from 'node:util';
import { join } from 'node:path';
import {
  byPoint,
  decideBetween,
  decideSummary,
  display,
  milestonesTable,
  pointsTable,
  rolloutScenarioModel,
  sweep,
  type Estimate,
} from 'gigaramp';
import { meanInterval, pairedDifference } from 'gigaramp/statistics';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    out: { type: 'string', default: 'results/16-neutral-or-committed' },
  },
});

const FILE = 'models/scenarios/neutral-or-committed.yaml';
const TENANT = 'OpenAI';
const strategies = {
  neutral: { strategy: 'neutral' },
  committed: { strategy: 'committed' },
  'committed, favoured': { strategy: 'committed', 'chips.tenantCap': '30 / 60 / 90 %' },
  opportunistic: { strategy: 'opportunistic' },
};
const names = Object.keys(strategies);
const late = { 'provider.flow.slip': '6 months' };
const rows = Object.entries(strategies).flatMap(([name, settings]) => [
  { name, settings, inputs: {}, atPlan: [] },
  { name: `${name}, first cloud late`, settings: { ...settings, ...late }, inputs: {}, atPlan: [] },
]);

const options = {
  scenarioModel: rolloutScenarioModel,
  file: FILE,
  replications: values.quick ? 3 : 400,
  workers: values.quick ? 1 : undefined,
  fresh: true,
} as const;
const { records } = await sweep({
  ...options,
  rows,
  out: values.out,
  tables: (all) => [pointsTable(rows), milestonesTable(all)],
});
console.log(`${records.points.length} points, ${records.replications} replications each, on common draws`);

// %% [markdown]
// ## When 500,000 GPUs are in service
//
// The mean day, or the horizon where it comes first, at each strategy, as is and with the first cloud late.

// %%
display(byPoint(records, 'gpus_500000', 'days to 500,000 GPUs'));

// %% [markdown]
// ## Time, concentration, spend, and what a slip costs
//
// Concentration is the sum of the squared shares of the clouds in the fleet at the end of 2027: 1 is all at one, 0.2 evenly at five. What
// a slip costs is paired: the same draws with the halls of the first cloud half a year late.

// %%
const pointOf = (name: string) => records.points.find((point) => point.name === name)!;
const horizon = records.points[0].outputs.horizonDays;
const daysTo = (name: string): Float64Array =>
  pointOf(name)
    .column('gpus_500000')
    .map((day) => Math.min(day, horizon));
const lastOf = (name: string, series: string): Float64Array => {
  const grid = records.points[0].outputs.gridDays.length;
  const all = pointOf(name).column(series);
  return Float64Array.from({ length: records.replications }, (_, i) => all[i * grid + grid - 1]!);
};
const slip = (name: string): Estimate => pairedDifference(daysTo(`${name}, first cloud late`), daysTo(name));

display({
  title: 'Each strategy',
  columns: [
    'strategy',
    { title: 'days to 500,000 GPUs', unit: 'days' },
    { title: 'concentration', unit: '' },
    { title: 'spend by the end of 2027', unit: '$' },
    { title: 'days later if the first cloud slips', unit: 'days' },
  ],
  rows: names.map((name) => [
    name,
    meanInterval(daysTo(name)),
    meanInterval(lastOf(name, `tenants.hhi:${TENANT}`)),
    meanInterval(pointOf(name).column(`market_spend:${TENANT}`)),
    slip(name),
  ]),
});

// %% [markdown]
// ## Which to choose, and what the wrong choice costs
//
// Regret is what the best strategy of the same replication has more: its mean is what it costs not to know how the draws will fall.

// %%
const decision = await decideBetween({
  ...options,
  alternatives: Object.entries(strategies).map(([name, settings]) => ({ name, file: FILE, settings })),
  by: 'gpus_500000',
  replications: values.quick ? 3 : 2000,
  out: join(values.out, 'decide'),
});
console.log(decideSummary(decision));

// %% [markdown]
// ## The answer

// %%
const text = ({ estimate, low, high }: Estimate): string => {
  const whole = (value: number | undefined): string => (value === undefined ? '…' : value.toFixed(0));
  return `${whole(estimate)} days (95 % interval ${whole(low)} to ${whole(high)})`;
};
console.log(
  `To be committed to one cloud rather than neutral makes 500,000 GPUs later by ${text(pairedDifference(daysTo('committed'), daysTo('neutral')))}, ` +
    `and by ${text(pairedDifference(daysTo('committed, favoured'), daysTo('neutral')))} where the cloud gives twice the part for it; ` +
    `half a year's slip of that cloud costs the committed ${text(slip('committed'))} and the neutral ${text(slip('neutral'))}.`,
);

// %% [markdown]
// ## What this does not say
//
// The caps are assumptions, and with them the order of the strategies: where one cloud would give all that is asked, commitment costs no
// time. Prices are the same everywhere; a discount for commitment, and what it costs to move later, are no part of this.
