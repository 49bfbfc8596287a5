// %% [markdown]
// # What is a second crew of installers worth?
//
// **Question.** Racks that have arrived must be installed. By how many days does a second crew at every site bring the capacity
// forward?
//
// **Design.** The shipped scenario with one crew and with two, replication by replication on the same draws: the same chips, the
// same weather, the same late transformers.
//
// **Output.** `results/12-second-crew/` (compare.csv, manifest) and this page. `--quick`: 20 pairs, which is what is committed.

// %%
import { parseArgs } from 'node:util';
import { compare, differencesOf, display, type Estimate, rolloutScenarioModel } from 'gigaramp';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    out: { type: 'string', default: 'results/12-second-crew' },
  },
});

const { comparisons } = await compare({
  scenarioModel: rolloutScenarioModel,
  a: { name: 'one crew' },
  b: { name: 'two crews', settings: { 'deployment.crews': '2 crew' } },
  replications: values.quick ? 20 : 1000,
  workers: values.quick ? 1 : undefined,
  out: values.out,
  fresh: true,
});

// %% [markdown]
// ## The difference, milestone by milestone
//
// Below zero the second crew is earlier. An interval that holds zero says: these runs do not show a difference, not that there is
// none.

// %%
const milestones = [
  'gpus_10000',
  'gpus_50000',
  'gpus_100000',
  'gpus_200000',
  'contract_50_pct',
  'contract_90_pct',
];
display(differencesOf(comparisons, milestones));

// %% [markdown]
// ## Why pairs
//
// One course of the rollout takes a year longer than another for reasons that have nothing to do with crews. Two separate
// experiments would have to see a difference of days through that noise. In pairs the noise is in both and cancels: the last
// column says how many times as many replications two separate experiments would have needed for an interval as narrow: a rough
// figure from the widths of these intervals, and so with none of its own.

// %%
const halfWidth = ({ low = NaN, high = NaN }: Estimate): number => (high - low) / 2;

display({
  title: 'Days to each milestone, and what the pairs saved',
  columns: [
    'milestone',
    { title: 'one crew', unit: 'days' },
    { title: 'two crews', unit: 'days' },
    { title: 'difference', unit: 'days' },
    'pairs past the horizon',
    'worth of the pairs',
  ],
  rows: comparisons
    .filter(({ response }) => milestones.includes(response.name))
    .map(({ response, a, b, difference, censored }) => {
      const separate = halfWidth(a) ** 2 + halfWidth(b) ** 2;
      const saved = separate / halfWidth(difference) ** 2;
      return [
        response.name,
        a,
        b,
        difference,
        censored,
        `about ${Number(saved.toPrecision(1)).toLocaleString('en-US')} ×`,
      ];
    }),
});

// %% [markdown]
// A milestone that is not reached by the horizon counts as reached then, in both alike; where there are such pairs, the means and
// the difference are of days counted up to the horizon, and not of the dates
// themselves.
//
// ## And the promise?

// %%
const onTime = comparisons.filter(({ response }) => response.kind === 'proportion');
display({
  title: 'Probability of the whole contract by the target date',
  columns: [
    'question',
    { title: 'one crew', unit: 'share' },
    { title: 'two crews', unit: 'share' },
    { title: 'difference', unit: 'pp' },
  ],
  rows: onTime.map(({ a, b, difference }) => ['all in service on time', a, b, difference]),
});

// %% [markdown]
// Days earlier are not the same as a promise kept: a crew can only install what has arrived, in halls that are ready.
