import { removalRows, type Removal } from '../design/index.ts';
import { InputError } from '../experiment/index.ts';
import type { Records } from '../record/index.ts';
import { dealEffects, type DealEffect } from '../explain/index.ts';
import { dealsTable, runsTable } from '../output/index.ts';
import { expectedOneOf, type Setting } from '../scenario/index.ts';
import { designPoints } from './designPoints.ts';
import { runPoints, type PointsOptions } from './runPoints.ts';
import type { RunResult } from './runToFolder.ts';
import type { ScenarioModel } from './scenarioModel.ts';

/** Options of `deals`. */
export interface DealsOptions<S> extends PointsOptions {
  readonly scenarioModel: ScenarioModel<S>;
  readonly file?: string | undefined;
  readonly settings?: Readonly<Record<string, Setting>>;
  /** Deals to look at, by name; default all. */
  readonly only?: readonly string[] | undefined;
}

/** What each deal does to each party, and the run that it was read from. */
export interface DealsResult<S> {
  readonly run: RunResult<S>;
  readonly found: readonly DealEffect[];
}

/**
 * Runs a scenario without each of its deals, in each way in which it can be taken out, on common draws, and writes
 * `deals.csv`: what the deal costs or brings everybody.
 *
 * @throws InputError on a scenario without deals and an unknown name, ScenarioError, ReplicationError, Interrupted.
 * @example await deals({ scenarioModel: rolloutScenarioModel, file: 'arms-race.yaml', replications: 100 });
 */
export async function deals<S>({
  scenarioModel,
  file = scenarioModel.defaultFile,
  settings = {},
  only,
  ...options
}: DealsOptions<S>): Promise<DealsResult<S>> {
  const { model } = scenarioModel;
  const { base } = designPoints({ scenarioModel, file, settings, rows: [] });
  const { removals = [], effects = [] } = model.removals?.(base.scenario) ?? {};
  const rows = removalRows(chosen(removals, only, model.name));
  const design = designPoints({ scenarioModel, file, settings, rows });
  const read = (records: Records): DealEffect[] => dealEffects({ records, rows, effects });
  const run = await runPoints({
    replications: 200,
    ...options,
    scenarioModel,
    design,
    kind: 'deals',
    suffix: 'deals',
    scenarioFile: file,
    tables: (records) => [dealsTable(read(records)), runsTable(records)],
  });
  return { run, found: read(run.records) };
}

function chosen(
  removals: readonly Removal[],
  only: readonly string[] | undefined,
  model: string,
): readonly Removal[] {
  if (removals.length === 0)
    throw new InputError(`model ${model}: no deals in this scenario, expected at least one`);
  const names = removals.map(({ name }) => name);
  const unknown = only?.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new InputError(`deal ${unknown}: not in this scenario, ${expectedOneOf(unknown, names)}`);
  return removals.filter(({ name }) => only === undefined || only.includes(name));
}
