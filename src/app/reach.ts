import type { Records } from '../record/index.ts';
import { chanceBefore, reachedSteps, type ReachedStep } from '../explain/index.ts';
import { reachTable } from '../output/index.ts';
import type { Estimate } from '../statistics/index.ts';
import { chosenScenario } from './chosenScenario.ts';
import { checkProbability, goalOf } from './goal.ts';
import { joinOf, type StepOptions } from './relaxationSteps.ts';
import { runAnalysis, type AnalysisOptions } from './runAnalysis.ts';
import type { RunResult } from './runToFolder.ts';
import { rowOf, searchSteps, type StepSearch } from './stepSearch.ts';

/** Options of `reach`. */
export interface ReachOptions<S> extends AnalysisOptions<S>, Omit<StepOptions, 'spend'> {
  /** Default: the target. */
  readonly milestone?: string | undefined;
  /** ISO date by whose end the milestone must be reached; default that of the milestone. */
  readonly date?: string | undefined;
  /** Default 0.8. */
  readonly probability?: number | undefined;
}

/**
 * The fewest steps that were found to bring a probability about, and what they bring on draws that did not choose
 * them.
 */
export interface ReachResult<S> extends Pick<StepSearch, 'together' | 'isReached' | 'size'> {
  readonly run: RunResult<S>;
  readonly milestone: string;
  readonly date: string;
  readonly probability: number;
  /** As the scenario is. */
  readonly usual: Estimate;
  /** With all steps of the size below at once. */
  readonly all: Estimate;
  /** The steps in the order of what each gains alone, each with those before it. */
  readonly steps: readonly ReachedStep[];
}

/**
 * Looks for the fewest steps of one size with which a milestone is in time with a probability, else for the best that
 * all of them bring, and writes `reach.csv`.
 *
 * The search has draws of its own: the probabilities that are told are of others, so that the choice does not flatter
 * them.
 *
 * @throws InputError, ScenarioError, ReplicationError, Interrupted.
 * @example await reach({ scenarioModel: rolloutScenarioModel, milestone: 'gpus_100000', probability: 0.8,
 *   replications: 200 });
 */
export async function reach<S>({
  milestone: asked,
  date: askedDate,
  probability = 0.8,
  relaxations,
  size,
  by,
  costs,
  replications = 200,
  seed = '1',
  ...others
}: ReachOptions<S>): Promise<ReachResult<S>> {
  checkProbability(probability);
  const options = { ...others, replications, seed };
  const { scenario } = chosenScenario(options);
  const outputs = options.scenarioModel.model.outputs(scenario);
  const goal = goalOf(outputs, { milestone: asked, date: askedDate }, '--date');
  const { milestone, date, byDay } = goal;
  const { steps, chosen, ...found } = await searchSteps(options, {
    goal,
    probability,
    scenario,
    asked: { relaxations, size, by, costs },
  });
  const join = joinOf(options.scenarioModel.model, scenario, relaxations);
  const sets = [[], ...chosen.map((_, index) => chosen.slice(0, index + 1))];
  const rows = [
    ...sets.map((set, index) =>
      rowOf(set, index === 0 ? 'base' : `with ${set.map((step) => step.name).join(' + ')}`, join),
    ),
    rowOf(steps, 'with all steps', join),
  ];
  const read = ({ points: [base, ...more], ...rest }: Records): ReachedStep[] =>
    reachedSteps({ ...rest, points: [base, ...more.slice(0, -1)] }, { steps: chosen, milestone, byDay });
  const { run, found: reached } = await runAnalysis({
    ...options,
    kind: 'reach',
    rows,
    read,
    tables: (table) => [reachTable(table, { milestone, date, probability })],
  });
  const { points } = run.records;
  return {
    run,
    milestone,
    date,
    probability,
    usual: chanceBefore(points[0], milestone, byDay),
    all: chanceBefore(points.at(-1)!, milestone, byDay),
    ...found,
    steps: reached,
  };
}
