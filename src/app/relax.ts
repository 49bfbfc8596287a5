import { relaxationRows, type Relaxation } from '../design/index.ts';
import type { Records } from '../record/index.ts';
import { relaxationGains, type RelaxationGains } from '../explain/index.ts';
import { relaxTable } from '../output/index.ts';
import type { Setting } from '../scenario/index.ts';
import { asInputError } from './asInputError.ts';
import { designPoints } from './designPoints.ts';
import { milestoneName } from './milestoneName.ts';
import { stepsOf, type StepOptions } from './relaxationSteps.ts';
import { runPoints, type PointsOptions } from './runPoints.ts';
import type { RunResult } from './runToFolder.ts';
import type { ScenarioModel } from './scenarioModel.ts';

/** Beyond these, every two of them together are more points than anybody waits for. */
const FEW_STEPS = 8;

/** Options of `relax`. */
export interface RelaxOptions<S> extends PointsOptions, StepOptions {
  readonly scenarioModel: ScenarioModel<S>;
  readonly file?: string | undefined;
  readonly settings?: Readonly<Record<string, Setting>>;
  /** Default: the target. */
  readonly milestone?: string | undefined;
  /** Also relax every two together; by default where there are few steps. */
  readonly pairs?: boolean | undefined;
}

/** What relaxing each constraint gained, and the run that it was read from. */
export interface RelaxResult<S> {
  readonly run: RunResult<S>;
  readonly found: RelaxationGains;
}

/**
 * Relaxes each constraint in turn by a step, then every two together, on common draws, and writes `relax.csv`.
 *
 * @throws InputError, ScenarioError, ReplicationError, Interrupted.
 * @example
 * const relaxations = [{ name: 'no windows', settings: { 'calendars.outages': 'any-day' } }];
 * await relax({ scenarioModel: rolloutScenarioModel, relaxations, replications: 100 });
 */
export async function relax<S>({
  scenarioModel,
  file = scenarioModel.defaultFile,
  settings = {},
  milestone,
  relaxations: own,
  size,
  by,
  costs,
  spend,
  pairs,
  ...options
}: RelaxOptions<S>): Promise<RelaxResult<S>> {
  const { model } = scenarioModel;
  const { base } = designPoints({ scenarioModel, file, settings, rows: [] });
  const name = milestoneName(model.outputs(base.scenario), milestone);
  const relaxations = stepsOf(model, base.scenario, { relaxations: own, size, by, costs, spend });
  const rows = rowsOf(relaxations, pairs ?? relaxations.length <= FEW_STEPS);
  const design = designPoints({ scenarioModel, file, settings, rows });
  const read = (records: Records): RelaxationGains =>
    relaxationGains({ records, rows, relaxations, milestone: name });
  const run = await runPoints({
    replications: 200,
    ...options,
    scenarioModel,
    design,
    kind: 'relax',
    scenarioFile: file,
    tables: (records) => [relaxTable(read(records))],
  });
  return { run, found: read(run.records) };
}

function rowsOf(relaxations: readonly Relaxation[], pairs: boolean): ReturnType<typeof relaxationRows> {
  try {
    return relaxationRows(relaxations, { pairs });
  } catch (error) {
    throw asInputError(error);
  }
}
