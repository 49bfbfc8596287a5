// %% [markdown]
// # What does one buyer's deal do to the others?
//
// **Question.** In November 2025 OpenAI bought $38B of GPUs of AWS, after larger deals with Oracle and Azure. By how many days does that
// make the other customers of these clouds later, and is it the chips that they wait for, or the halls?
//
// **Design.** The scenario `arms-race`: five clouds that share the vendor's racks by a queue, their own customers, and the rest of the
// world. Each deal is taken out in two ways on the same draws: it *vanishes*, or it is *diverted*, which is to say bought of the other
// clouds by their shares. What a deal causes is the run with it less the run without. The days against *diverted* come of this cloud
// serving it, of its halls above all; what the days against *vanished* have more is the vendor's racks.
//
// **Output.** `results/15-arms-race/` (deals.csv, runs.csv, manifest) and this page. `--quick`: two of the four deals and 4 replications a
// point, which is what is committed.

// %%
import { parseArgs } from 'node:util';
import { deals, delaysOf, display, rolloutScenarioModel, type Estimate } from 'gigaramp';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    out: { type: 'string', default: 'results/15-arms-race' },
  },
});

const { found, run } = await deals({
  scenarioModel: rolloutScenarioModel,
  file: 'models/scenarios/arms-race.yaml',
  only: values.quick
    ? ['OpenAI-CoreWeave', 'OpenAI-AWS']
    : ['OpenAI-Oracle', 'OpenAI-CoreWeave', 'OpenAI-Azure', 'OpenAI-AWS'],
  replications: values.quick ? 4 : 400,
  workers: values.quick ? 1 : undefined,
  out: values.out,
  fresh: true,
});
console.log(
  `${run.records.points.length} points, ${run.records.replications} replications each, on common draws`,
);

// %% [markdown]
// ## What the agreement with AWS does to each tenant
//
// Days later to 250,000 GPUs, a dot a tenant and way, with its 95 % interval. A tenant that never gets there by the horizon counts as
// there then, in both runs alike.

// %%
const ofAws = found.filter(({ deal }) => deal === 'OpenAI-AWS');
display(delaysOf(ofAws, 'gpus_250000'));

// %% [markdown]
// ## The answer
//
// One sentence from the numbers: AWS's other customers, with the deal against without it, and against the same demand elsewhere.

// %%
const text = ({ estimate, low, high }: Estimate): string => {
  const whole = (value: number | undefined): string => (value === undefined ? '…' : value.toFixed(0));
  return `${whole(estimate)} days (95 % interval ${whole(low)} to ${whole(high)})`;
};
const causedTo = (party: string, removal: string): Estimate =>
  ofAws.find((each) => each.party === party && each.removal === removal && each.measure === 'gpus_250000')!
    .caused;
console.log(
  `OpenAI's $38B makes AWS's other customers later to 250,000 GPUs by ${text(causedTo('others at AWS', 'vanish'))} than if nobody had bought it, ` +
    `and by ${text(causedTo('others at AWS', 'divert'))} than if it had bought the same of the other clouds.`,
);

// %% [markdown]
// ## What every deal moves, in GPU-months
//
// GPU-months in service by the end of 2027 that each deal brings its buyer and costs the others, against nobody buying it. Rows of one
// deal need not sum to nothing: racks do, with the rest of the world, but whoever gets them needs a hall too.

// %%
display({
  title: 'GPU-months more with the deal than without it',
  columns: ['deal', 'tenant', { title: 'GPU-months', unit: '' }, { title: 'of them at the dock', unit: '' }],
  rows: found
    .filter(({ removal, measure }) => removal === 'vanish' && measure === 'gpu_months')
    .map(({ deal, party, caused }) => [
      deal,
      party,
      caused,
      found.find(
        (each) =>
          each.deal === deal &&
          each.party === party &&
          each.removal === 'vanish' &&
          each.measure === 'gpu_months_waiting',
      )!.caused,
    ]),
});

// %% [markdown]
// ## What this does not say
//
// Halls, the share of CoreWeave, when orders come in and what others sign in answer are assumptions, each marked in the scenario. The
// interval is that of the simulation under them. `docs/model/market.md` says how the answer changes over their ranges.
