import { blameTable } from '../output/index.ts';
import { milestoneBlame, type MilestoneBlame } from '../explain/index.ts';
import { blameDesign, type BlameDesignOptions } from './blameDesign.ts';
import { chosenScenario } from './chosenScenario.ts';
import { milestoneName } from './milestoneName.ts';
import { runAnalysis, type AnalysisOptions, type AnalysisResult } from './runAnalysis.ts';

/** Options of `blame`. */
export interface BlameOptions<S>
  extends AnalysisOptions<S>, Omit<BlameDesignOptions<S>, 'model' | 'scenario' | 'milestone'> {
  /** Default: the target. */
  readonly milestone?: string | undefined;
}

/** What a blame analysis found, and the run that it was read from. */
export type BlameResult<S> = AnalysisResult<S, MilestoneBlame>;

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
  milestone: asked,
  groups: askedGroups,
  orderPairs,
  designSeed,
  ...options
}: BlameOptions<S>): Promise<BlameResult<S>> {
  const { model } = options.scenarioModel;
  const { scenario } = chosenScenario(options);
  const milestone = milestoneName(model.outputs(scenario), asked);
  const { groups, coalitions, orders } = blameDesign({
    model,
    scenario,
    milestone,
    groups: askedGroups,
    orderPairs,
    designSeed,
  });
  return await runAnalysis({
    replications: 200,
    ...options,
    kind: 'blame',
    rows: coalitions,
    read: (records) => milestoneBlame({ records, milestone, groups, coalitions, orders }),
    tables: (found) => [blameTable(found)],
  });
}
