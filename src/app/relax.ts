import { relaxationRows } from '../design/index.ts';
import { relaxationGains, type RelaxationGains } from '../explain/index.ts';
import { relaxTable } from '../output/index.ts';
import { chosenScenario } from './chosenScenario.ts';
import { milestoneName } from './milestoneName.ts';
import { orInputError } from './orInputError.ts';
import { stepsOf, joinOf, type StepOptions } from './relaxationSteps.ts';
import { runAnalysis, type AnalysisOptions, type AnalysisResult } from './runAnalysis.ts';

/** Beyond these, every two of them together are more points than anybody waits for. */
const FEW_STEPS = 8;

/** Options of `relax`. */
export interface RelaxOptions<S> extends AnalysisOptions<S>, StepOptions {
  /** Default: the target. */
  readonly milestone?: string | undefined;
  /** Also relax every two together; by default where there are few steps. */
  readonly pairs?: boolean | undefined;
}

/** What relaxing each constraint gained, and the run that it was read from. */
export type RelaxResult<S> = AnalysisResult<S, RelaxationGains>;

/**
 * Relaxes each constraint in turn by a step, then every two together, on common draws, and writes `relax.csv`.
 *
 * @throws InputError, ScenarioError, ReplicationError, Interrupted.
 * @example
 * const relaxations = [{ name: 'no windows', settings: { 'calendars.outages': 'any-day' } }];
 * await relax({ scenarioModel: rolloutScenarioModel, relaxations, replications: 100 });
 */
export async function relax<S>({
  milestone: asked,
  relaxations: own,
  size,
  by,
  costs,
  spend,
  pairs,
  ...options
}: RelaxOptions<S>): Promise<RelaxResult<S>> {
  const { model } = options.scenarioModel;
  const { scenario } = chosenScenario(options);
  const milestone = milestoneName(model.outputs(scenario), asked);
  const relaxations = stepsOf(model, scenario, { relaxations: own, size, by, costs, spend });
  const rows = orInputError(() =>
    relaxationRows(relaxations, {
      pairs: pairs ?? relaxations.length <= FEW_STEPS,
      join: joinOf(model, scenario, own),
    }),
  );
  return await runAnalysis({
    replications: 200,
    ...options,
    kind: 'relax',
    rows,
    read: (records) => relaxationGains({ records, rows, relaxations, milestone }),
    tables: (found) => [relaxTable(found)],
  });
}
