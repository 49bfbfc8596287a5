// %% [markdown]
// # Do data hold a tenant where it is?
//
// **Question.** It is said that whoever has trained in one cloud stays there, because its data do. What would it cost the tenant of the
// $38B agreement to leave after so many months, and from when on does a cheaper place no longer pay?
//
// **Design.** The scenario `data-gravity`: the agreement as it is, with data that grow with the fleet and three places to go. Then the
// cheaper one at four discounts, and with a line of a tenth and of ten times the rate, on common draws.
//
// **Output.** `results/17-data-gravity/` (lock_in.csv, points, manifest) and this page. `--quick`: 20 replications a point, which is what is
// committed; without it 1,000.

// %%
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { display, lockInOf, pointsTable, rolloutScenarioModel, seriesTable, sweep, vary } from 'gigaramp';
import { gridDesign } from 'gigaramp/design';
import type { RolloutScenario } from 'gigaramp/rollout';
import { wilson } from 'gigaramp/statistics';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    out: { type: 'string', default: 'results/17-data-gravity' },
  },
});
const offer = 'cheaper cloud';
const discounts = ['3 %', '6 %', '15 %', '30 %'];
const lines = ['20 to 80 Gb/s', '2 to 8 Tb/s'];
const factors = [
  { factor: vary<RolloutScenario>(`gravity.offers.${offer}.discount`, discounts), words: 'cheaper by' },
  { factor: vary<RolloutScenario>(`gravity.offers.${offer}.bandwidth`, lines), words: 'line of' },
];
const rows = factors.flatMap(({ factor, words }) =>
  gridDesign([factor]).map((row, index) => ({ ...row, name: `${words} ${factor.values[index]}` })),
);

const { records } = await sweep({
  scenarioModel: rolloutScenarioModel,
  file: join('models', 'scenarios', 'data-gravity.yaml'),
  rows,
  replications: values.quick ? 20 : 1000,
  workers: values.quick ? 1 : undefined,
  out: values.out,
  fresh: true,
  tables: (all) => [pointsTable(rows), seriesTable('lock_in', all)],
});

// %% [markdown]
// ## The lock-in curve
//
// On the left what it costs to leave: software ported, data copied, and the hours of the fleet that stands still meanwhile. On the right the part
// of the runs in which leaving is worth more than staying until the term ends.

// %%
display(lockInOf(records, 'cheaper by 15 %'));

// %% [markdown]
// ## How much cheaper it has to be
//
// Decided at the end of a year: the probability that leaving for the cheaper place pays. Egress plays no part in it, for whoever leaves
// goes free; even at list price it would be $50k a PB. What holds is the time that the line takes, in which a part of the fleet stands still,
// and the discount has only what is left of the term to make up for it.

// %%
const years = [2026, 2027, 2028];
const paysAt = (name: string, year: number) => {
  const point = records.points.find((one) => one.name === name)!;
  const { gridDays, startDate } = point.outputs;
  const yearEnd = (Date.UTC(year, 11, 31) - Date.parse(startDate)) / 86_400_000;
  const place = gridDays.indexOf(yearEnd);
  const pays = point.column(`lock_in.${offer}.pays`);
  const decided = Array.from(
    { length: pays.length / gridDays.length },
    (_, run) => pays[run * gridDays.length + place]!,
  );
  return wilson(decided.filter((won) => won === 1).length, decided.length);
};
display({
  title: `Probability that leaving for the ${offer} pays`,
  columns: ['', ...years.map((year) => `decided by the end of ${year}`)],
  rows: rows.map(({ name }) => [name, ...years.map((year) => paysAt(name, year))]),
});

// %%
const [early, late] = [paysAt('cheaper by 15 %', 2026), paysAt('cheaper by 15 %', 2028)];
const percent = (part = NaN): string => `${(100 * part).toFixed(0)} %`;
const interval = ({ estimate, low, high }: typeof early): string =>
  `${percent(estimate)} (${percent(low)} to ${percent(high)})`;
console.log(
  `Answer: a cloud that is 15 % cheaper from 2027 on is worth leaving for in ${interval(early)} of the runs when it is decided by the end of 2026, and in ${interval(late)} when by the end of 2028.`,
);

// %% [markdown]
// ## What this does not say
//
// Every discount, line and size of the data is an assumption; none of such a contract is public. The answer turns on the line more than on the
// discount, and a line can be bought. What a tenant may owe on leaving is left out: set `exitFee` to see it. GPU-hours are valued at
// `worth`, which no market states for who cannot get another GPU.
