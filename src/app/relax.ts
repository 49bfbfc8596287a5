import { relaxationRows, type Relaxation } from '../design/index.ts';
import { InputError, type Records } from '../experiment/index.ts';
import { relaxationGains, relaxTable, type RelaxationGains } from '../output/index.ts';
import type { Setting } from '../scenario/index.ts';
import { asInputError } from './asInputError.ts';
import { designPoints } from './designPoints.ts';
import { milestoneName } from './milestoneName.ts';
import { runPoints, type PointsOptions } from './runPoints.ts';
import type { RunResult } from './runToFolder.ts';
import type { ScenarioModel } from './scenarioModel.ts';

/** Options of `relax`. */
export interface RelaxOptions<S> extends PointsOptions {
  readonly scenarioModel: ScenarioModel<S>;
  readonly file?: string | undefined;
  readonly settings?: Readonly<Record<string, Setting>>;
  /** Default: the target. */
  readonly milestone?: string | undefined;
  /** Default: the model's own steps for the scenario. */
  readonly relaxations?: readonly Relaxation[] | undefined;
  /** What a relaxation costs in dollars, by its name. */
  readonly costs?: Readonly<Record<string, number>>;
  /** Also relax every two together; default true. */
  readonly pairs?: boolean;
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
  relaxations: asked,
  costs = {},
  pairs = true,
  ...options
}: RelaxOptions<S>): Promise<RelaxResult<S>> {
  const { model } = scenarioModel;
  const { base } = designPoints({ scenarioModel, file, settings, rows: [] });
  const name = milestoneName(model.outputs(base.scenario), milestone);
  const relaxations = withCosts(asked ?? model.relaxations?.(base.scenario) ?? [], costs);
  if (relaxations.length === 0) {
    throw new InputError(`model ${model.name}: no relaxations, expected --relax 'name: path=value'`);
  }
  const rows = rowsOf(relaxations, pairs);
  const design = designPoints({ scenarioModel, file, settings, rows });
  const read = (records: Records): RelaxationGains =>
    relaxationGains({ records, rows, relaxations, milestone: name });
  const run = await runPoints({
    replications: 200,
    ...options,
    scenarioModel,
    design,
    suffix: 'relax',
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

function withCosts(
  relaxations: readonly Relaxation[],
  costs: Readonly<Record<string, number>>,
): Relaxation[] {
  const names = relaxations.map(({ name }) => name);
  const unknown = Object.keys(costs).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new InputError(`cost of ${unknown}: no such relaxation, expected one of ${names.join('; ')}`);
  }
  return relaxations.map((one) => (one.name in costs ? { ...one, costDollars: costs[one.name] } : one));
}
