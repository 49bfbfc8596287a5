import { removalRows, type Removal } from '../design/index.ts';
import { InputError } from '../experiment/index.ts';
import { dealEffects, type DealEffect } from '../explain/index.ts';
import { dealsTable, runsTable } from '../output/index.ts';
import { expectedOneOf } from '../scenario/index.ts';
import { chosenScenario } from './chosenScenario.ts';
import { runAnalysis, type AnalysisOptions, type AnalysisResult } from './runAnalysis.ts';

/** Options of `deals`. */
export interface DealsOptions<S> extends AnalysisOptions<S> {
  /** Deals to look at, by name; default all. */
  readonly only?: readonly string[] | undefined;
}

/** What each deal does to each party, and the run that it was read from. */
export type DealsResult<S> = AnalysisResult<S, readonly DealEffect[]>;

/**
 * Runs a scenario without each of its deals, in each way in which it can be taken out, on common draws, and writes
 * `deals.csv`: what the deal costs or brings everybody.
 *
 * @throws InputError on a scenario without deals and an unknown name, ScenarioError, ReplicationError, Interrupted.
 * @example await deals({ scenarioModel: rolloutScenarioModel, file: 'arms-race.yaml', replications: 100 });
 */
export async function deals<S>({ only, ...options }: DealsOptions<S>): Promise<DealsResult<S>> {
  const { model } = options.scenarioModel;
  const { removals = [], effects = [] } = model.removals?.(chosenScenario(options).scenario) ?? {};
  const rows = removalRows(chosen(removals, only, options.file ?? model.name));
  return await runAnalysis({
    replications: 200,
    ...options,
    kind: 'deals',
    rows,
    read: (records) => dealEffects({ records, rows, effects }),
    tables: (found, records) => [dealsTable(found), runsTable(records)],
  });
}

function chosen(
  removals: readonly Removal[],
  only: readonly string[] | undefined,
  scenario: string,
): readonly Removal[] {
  if (removals.length === 0)
    throw new InputError(`${scenario}: no deals in this scenario, expected at least one`);
  const names = removals.map(({ name }) => name);
  const unknown = only?.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new InputError(`deal ${unknown}: not in this scenario, ${expectedOneOf(unknown, names)}`);
  return removals.filter(({ name }) => only === undefined || only.includes(name));
}
