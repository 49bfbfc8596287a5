// %% [markdown]
// # A first look: when are the GPUs there?
//
// **Question.** OpenAI and AWS agreed in November 2025 on $38B of compute, all of it targeted by the end of 2026. When are the
// GPUs in service, and what holds them back?
//
// **Design.** The shipped scenario as it is, every uncertain input drawn anew in each replication.
//
// **Output.** `results/10-first-look/` (tables, manifest) and this page. `--quick`: 20 replications, which is what is committed.
//
// ## Run it
//
// One call reads the scenario, runs the replications on all cores and writes the tables. A *replication* is one possible course of
// the rollout; what they have in common and where they differ is what we know.

// %%
import { parseArgs } from 'node:util';
import {
  bindingOf,
  display,
  fanOf,
  readinessOf,
  rolloutScenarioModel,
  runAnswer,
  runScenario,
} from 'gigaramp';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    out: { type: 'string', default: 'results/10-first-look' },
  },
});

const { records } = await runScenario({
  scenarioModel: rolloutScenarioModel,
  replications: values.quick ? 20 : 1000,
  workers: values.quick ? 1 : undefined,
  out: values.out,
  fresh: true,
});
console.log(`${records.replications} replications of ${records.points[0].outputs.startDate} onwards`);

// %% [markdown]
// ## The fan
//
// Half of the replications lie above the middle line on any date, and eight of ten within the wide band. The band is what we do not
// know about the world; it does not shrink with more replications. How well so many replications show the lines themselves stands in
// `fan.csv`, as an interval of each.

// %%
display(fanOf(records));

// %% [markdown]
// ## The answer, with its intervals
//
// P50 is the date by which half of the replications have so many GPUs in service. Below it stands its 95 % interval: what another
// seed might have given. *That* does shrink with more replications. `later` is a date after the horizon; `…` means that this
// sample is too small to give such a bound, which is no zero and no infinity.

// %%
display(runAnswer(records));

// %% [markdown]
// ## The promise
//
// A promise is a date and a probability. Read it off this curve: the chance that all of the contract is in service by each day.

// %%
display(readinessOf(records));

// %% [markdown]
// ## What holds it back
//
// On every date, each part of the contract that is not yet in service waits for something. These are the shares of what it waits
// for. The palest part, on top, gets no rack into service by the horizon at all: it waits throughout, and is what is left at the end.
// The interval of each share stands in `binding.csv`.

// %%
display(bindingOf(records));

// %% [markdown]
// ## How to read all this
//
// Every interval here is the sampling error of the simulation under its assumptions. It says nothing about whether the assumptions
// are right: `assumptions.csv` lists each of them with its source, its date and our confidence in it. What another assumption would
// do is the question of `11-share-of-chips.ts`.
