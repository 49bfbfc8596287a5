// %% [markdown]
// # What part of the provider's chips does it take?
//
// **Question.** AWS has many customers for the racks it receives. What part of them must go to this one tenant for the capacity to
// be in service at the end of 2026, and from where on does more of them buy nothing?
//
// **Design.** The tenant's cap at six values from 10 % to 60 %, all else drawn; every point meets the same draws, so that points
// differ by the cap and not by luck.
//
// **Output.** `results/11-share-of-chips/` (tables, manifest) and this page. `--quick`: 10 replications a point, which is what is
// committed.

// %%
import { parseArgs } from 'node:util';
import { bindingOf, byPoint, display, rolloutScenarioModel, sweep, vary } from 'gigaramp';
import { gridDesign } from 'gigaramp/design';
import type { RolloutScenario } from 'gigaramp/rollout';
import { experimentTables } from './experimentTables.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    out: { type: 'string', default: 'results/11-share-of-chips' },
  },
});

const caps = ['10 %', '20 %', '30 %', '40 %', '50 %', '60 %'];
const rows = gridDesign([vary<RolloutScenario>('chips.tenantCap', caps)]).map((row, index) => ({
  ...row,
  name: `cap ${caps[index]}`,
}));

const { records } = await sweep({
  scenarioModel: rolloutScenarioModel,
  rows,
  replications: values.quick ? 10 : 400,
  workers: values.quick ? 1 : undefined,
  out: values.out,
  fresh: true,
  tables: experimentTables(rows),
});
console.log(`${records.points.length} points, ${records.replications} replications each, on common draws`);

// %% [markdown]
// ## GPUs in service on the target date
//
// One dot a cap: the mean over the replications and its 95 % interval. Where the dots stop climbing, chips are no longer what is
// missing. The intervals overlap more than the differences are uncertain, for the points share their draws: what two points differ
// by is asked in pairs, as in `12-second-crew.ts`.

// %%
display(byPoint(records, 'gpus_at_target_date', 'GPUs in service on the target date'));

// %% [markdown]
// ## The probability of all of it, on time
//
// A mean may climb while the promise stays out of reach. The probability of the whole contract by the target date is the harder
// question. An interval that begins at 0 % does not say never: it says how likely it may still be.

// %%
display(byPoint(records));

// %% [markdown]
// ## What holds it back at either end
//
// Each part of the contract that is not yet in service waits for something; the palest, on top, gets no rack into service by the
// horizon at all. The interval of each share stands in `binding.csv`. See how the chips give way to other causes from the smallest
// cap:

// %%
display(bindingOf(records, records.points[0].name));

// %% [markdown]
// to the largest:

// %%
display(bindingOf(records, records.points.at(-1)?.name));

// %% [markdown]
// ## What this does not say
//
// The cap is one assumption of many, and a sweep moves it alone. What the provider would have to take from others to give it is no
// part of the model.
