import type { DesignRow, Relaxation } from '../design/index.ts';
import { InputError } from '../experiment/index.ts';
import type { PointRecords, Records } from '../record/index.ts';
import { chanceBefore, reachedSteps, type ReachedStep } from '../explain/index.ts';
import { reachTable } from '../output/index.ts';
import { seedText } from '../random/index.ts';
import type { Setting } from '../scenario/index.ts';
import { weightedMean, type Estimate } from '../statistics/index.ts';
import { designPoints, type DesignPoints } from './designPoints.ts';
import { milestoneName } from './milestoneName.ts';
import { dueTime } from './orderMoves.ts';
import { fewestSteps } from './fewestSteps.ts';
import { recordsOf } from './recordsOf.ts';
import { stepsOf, type StepOptions } from './relaxationSteps.ts';
import { runPoints, type PointsOptions } from './runPoints.ts';
import type { RunResult } from './runToFolder.ts';
import type { ScenarioModel } from './scenarioModel.ts';

/** Sizes that are tried, one after the other, where none is asked for. */
const SIZES = [0.1, 0.2, 0.3, 0.5];

/** Options of `reach`. */
export interface ReachOptions<S> extends PointsOptions, Omit<StepOptions, 'spend'> {
  readonly scenarioModel: ScenarioModel<S>;
  readonly file?: string | undefined;
  readonly settings?: Readonly<Record<string, Setting>>;
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
export interface ReachResult<S> {
  readonly run: RunResult<S>;
  readonly milestone: string;
  readonly date: string;
  readonly probability: number;
  /** As the scenario is. */
  readonly usual: Estimate;
  /** With all steps of the size below at once. */
  readonly all: Estimate;
  /** All steps of each size that was tried, on the draws of the search. */
  readonly together: readonly { readonly size: number; readonly steps: number; readonly chance: Estimate }[];
  /** Whether some combination brings it about on the draws of the search. */
  readonly isReached: boolean;
  /** Size of the steps below. */
  readonly size: number;
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
  scenarioModel,
  file = scenarioModel.defaultFile,
  settings = {},
  milestone,
  date: asked,
  probability = 0.8,
  relaxations,
  size: onlySize,
  by,
  costs,
  replications = 200,
  seed = '1',
  ...options
}: ReachOptions<S>): Promise<ReachResult<S>> {
  const { model } = scenarioModel;
  if (!(probability > 0 && probability < 1))
    throw new InputError(`probability: ${probability}, expected a number between 0 and 1`);
  const { base } = designPoints({ scenarioModel, file, settings, rows: [] });
  const outputs = model.outputs(base.scenario);
  const name = milestoneName(outputs, milestone);
  const date = asked ?? outputs.columns.find((column) => column.name === name)?.due;
  if (date === undefined) throw new InputError(`milestone ${name}: no date, expected one with --date`);
  const byDay = dueTime(outputs, date);
  const designOf = (rows: readonly DesignRow[]): DesignPoints<S> =>
    designPoints({ scenarioModel, file, settings, rows });
  const search = { ...options, replications, seed: `${seedText(seed)}, search of steps` };
  /** Records of several sets of steps on the draws of the search. */
  const tried = async (sets: readonly (readonly Relaxation[])[], phase: string): Promise<Records> =>
    await recordsOf(scenarioModel, designOf(sets.map((set, index) => rowOf(set, `${index}`))), {
      ...search,
      phase,
    });
  const chancesOf = ({ points }: Records): Estimate[] =>
    points.map((point) => chanceBefore(point, name, byDay));

  const together: { size: number; steps: number; chance: Estimate }[] = [];
  let steps: Relaxation[] = [];
  for (const size of onlySize === undefined && relaxations === undefined ? SIZES : [onlySize ?? SIZES[0]!]) {
    steps = stepsOf(model, base.scenario, { relaxations, size, by, costs });
    const [chance] = chancesOf(await tried([steps], `all ${steps.length} steps at once`));
    together.push({ size, steps: steps.length, chance: chance! });
    if ((chance!.estimate ?? 0) >= probability) break;
  }
  const { size, chance: most } = together.at(-1)!;
  const isReached = (most.estimate ?? 0) >= probability;
  // Where not even all of them bring it about once, none is tried alone.
  const isNever = !isReached && (most.estimate ?? 0) === 0;
  const alone = await tried([[], ...(isNever ? [] : steps.map((step) => [step]))], 'each step alone');
  const gains = gainsOf(alone, name, outputs.horizonDays);
  const inOrder = steps
    .map((step, index) => ({ step, gain: gains[index] ?? 0 }))
    .sort((a, b) => b.gain - a.gain)
    .map(({ step }) => step);
  const wanted = isReached ? probability : (most.estimate ?? 0);
  const chosen =
    (chancesOf(alone)[0]!.estimate ?? 0) >= wanted
      ? []
      : await fewestSteps(inOrder, async (set) => {
          const [chance] = chancesOf(await tried([set], 'fewer steps'));
          return (chance!.estimate ?? 0) >= wanted;
        });
  const rows = [
    ...[[], ...chosen.map((_, index) => chosen.slice(0, index + 1))].map((set, index) =>
      rowOf(set, index === 0 ? 'base' : `with ${set.map((step) => step.name).join(' + ')}`),
    ),
    rowOf(steps, ALL),
  ];
  const read = ({ points: [base, ...others], ...rest }: Records): ReachedStep[] =>
    reachedSteps(
      { ...rest, points: [base, ...others.slice(0, -1)] },
      { steps: chosen, milestone: name, byDay },
    );
  const run = await runPoints({
    ...options,
    seed,
    replications,
    scenarioModel,
    design: designOf(rows),
    kind: 'reach',
    scenarioFile: file,
    tables: (records) => [reachTable(read(records), { milestone: name, date, probability })],
  });
  return {
    run,
    milestone: name,
    date,
    probability,
    usual: chancesOf(run.records)[0]!,
    all: chancesOf(run.records).at(-1)!,
    together,
    isReached,
    size,
    steps: read(run.records),
  };
}

const ALL = 'with all steps';

/** Mean days by which each point after the first is sooner there. */
function gainsOf({ points: [base, ...others] }: Records, milestone: string, horizonDays: number): number[] {
  const mean = (point: PointRecords): number =>
    weightedMean(
      point.column(milestone).map((day) => Math.min(day, horizonDays)),
      point.weights,
    ).estimate ?? horizonDays;
  const usual = mean(base);
  return others.map((point) => usual - mean(point));
}

function rowOf(steps: readonly Relaxation[], name: string): DesignRow {
  const settings: Record<string, Setting> = {};
  for (const step of steps) {
    for (const [path, value] of Object.entries(step.settings)) {
      if (path in settings)
        throw new InputError(
          `step ${step.name}: sets ${path}, as another step does, expected steps that differ`,
        );
      settings[path] = value;
    }
  }
  return { name, settings, inputs: {}, atPlan: [] };
}
