import type { Records } from '../record/index.ts';
import { blameTable } from '../output/index.ts';
import { milestoneBlame, type MilestoneBlame } from '../explain/index.ts';
import type { Setting } from '../scenario/index.ts';
import { blameDesign, type BlameDesignOptions } from './blameDesign.ts';
import { designPoints } from './designPoints.ts';
import { milestoneName } from './milestoneName.ts';
import { runPoints, type PointsOptions } from './runPoints.ts';
import type { RunResult } from './runToFolder.ts';
import type { ScenarioModel } from './scenarioModel.ts';

/** Options of `blame`. */
export interface BlameOptions<S> extends PointsOptions, Omit<BlameDesignOptions<S>, 'model'> {
  readonly scenarioModel: ScenarioModel<S>;
  readonly file?: string | undefined;
  readonly settings?: Readonly<Record<string, Setting>>;
  /** Default: the target. */
  readonly milestone?: string | undefined;
}

/** What a blame analysis found, and the run that it was read from. */
export interface BlameResult<S> {
  readonly run: RunResult<S>;
  readonly found: MilestoneBlame;
}

/**
 * Runs every coalition of causes at plan on common draws and writes `blame.csv`: how many days each group of causes
 * cost.
 *
 * Up to seven groups take 2^m runs a replication and no more, and their Shapley values are exact.
 *
 * @throws InputError, ScenarioError, ReplicationError, Interrupted.
 * @example await blame({ scenarioModel: rolloutScenarioModel, replications: 100, milestone: 'gpus_100000' });
 */
export async function blame<S>({
  scenarioModel,
  file = scenarioModel.defaultFile,
  settings = {},
  milestone,
  groups: asked,
  orderPairs,
  designSeed,
  ...options
}: BlameOptions<S>): Promise<BlameResult<S>> {
  const { model } = scenarioModel;
  const { base } = designPoints({ scenarioModel, file, settings, rows: [] });
  const { groups, coalitions, orders } = blameDesign({
    model,
    scenario: base.scenario,
    groups: asked,
    orderPairs,
    designSeed,
  });
  const design = designPoints({ scenarioModel, file, settings, rows: coalitions });
  const name = milestoneName(model.outputs(design.base.scenario), milestone);
  const read = (records: Records): MilestoneBlame =>
    milestoneBlame({ records, milestone: name, groups, coalitions, orders });
  const run = await runPoints({
    replications: 200,
    ...options,
    scenarioModel,
    design,
    kind: 'blame',
    scenarioFile: file,
    tables: (records) => [blameTable(read(records))],
  });
  return { run, found: read(run.records) };
}
