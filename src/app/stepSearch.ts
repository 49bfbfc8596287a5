import type { DesignRow, JoinSteps, Relaxation } from '../design/index.ts';
import { InputError } from '../experiment/index.ts';
import { chanceBefore } from '../explain/index.ts';
import { seedText, type Seed } from '../random/index.ts';
import type { PointRecords, Records } from '../record/index.ts';
import type { Setting } from '../scenario/index.ts';
import { weightedMean, type Estimate } from '../statistics/index.ts';
import { fewestSteps } from './fewestSteps.ts';
import type { Goal } from './goal.ts';
import { plainRow } from './plainRow.ts';
import { recordsOf } from './recordsOf.ts';
import { stepsOf, joinOf, type StepOptions } from './relaxationSteps.ts';
import type { AnalysisOptions } from './runAnalysis.ts';

/** Sizes that are tried, one after the other, where none is asked for. */
const SIZES = [0.1, 0.2, 0.3, 0.5];

/** What a search for the fewest steps came to. */
export interface StepSearch {
  /** All steps of each size that was tried, on the draws of the search. */
  readonly together: readonly { readonly size: number; readonly steps: number; readonly chance: Estimate }[];
  /** Whether some combination brings it about on the draws of the search. */
  readonly isReached: boolean;
  /** Size of the steps. */
  readonly size: number;
  /** All of that size. */
  readonly steps: readonly Relaxation[];
  /** The fewest of them, in the order of what each gains alone. */
  readonly chosen: readonly Relaxation[];
}

/**
 * Looks for the fewest steps of one size with which a goal is met with a probability, else for those that bring the
 * most, on draws of its own.
 *
 * @throws InputError, ScenarioError, ReplicationError, Interrupted.
 */
export async function searchSteps<S>(
  options: AnalysisOptions<S> & { readonly replications: number; readonly seed: Seed },
  {
    goal: { milestone, byDay },
    probability,
    scenario,
    asked,
  }: { goal: Goal; probability: number; scenario: S; asked: StepOptions },
): Promise<StepSearch> {
  const { model } = options.scenarioModel;
  const seed = `${seedText(options.seed)}, search of steps`;
  const join = joinOf(model, scenario, asked.relaxations);
  const tried = async (sets: readonly (readonly Relaxation[])[], phase: string): Promise<Records> =>
    await recordsOf({
      ...options,
      seed,
      rows: sets.map((set, index) => rowOf(set, `${index}`, join)),
      phase,
    });
  const chancesOf = ({ points }: Records): Estimate[] =>
    points.map((point) => chanceBefore(point, milestone, byDay));
  const isEnough = ({ estimate }: Estimate, wanted: number): boolean => (estimate ?? 0) >= wanted;

  const sizes: { size: number; steps: number; chance: Estimate }[] = [];
  let steps: Relaxation[] = [];
  const isFree = asked.size === undefined && asked.relaxations === undefined;
  for (const size of isFree ? SIZES : [asked.size ?? SIZES[0]!]) {
    steps = stepsOf(model, scenario, { ...asked, size });
    const [chance] = chancesOf(await tried([steps], `all ${steps.length} steps at once`));
    sizes.push({ size, steps: steps.length, chance: chance! });
    if (isEnough(chance!, probability)) break;
  }
  const { size, chance: most } = sizes.at(-1)!;
  const isReached = isEnough(most, probability);
  // Where not even all of them bring it about once, none is tried alone.
  const isNever = !isReached && (most.estimate ?? 0) === 0;
  const alone = await tried([[], ...(isNever ? [] : steps.map((step) => [step]))], 'each step alone');
  const gains = gainsOf(alone, milestone, model.outputs(scenario).horizonDays);
  const inOrder = steps
    .map((step, index) => ({ step, gain: gains[index] ?? 0 }))
    .sort((a, b) => b.gain - a.gain)
    .map(({ step }) => step);
  const wanted = isReached ? probability : (most.estimate ?? 0);
  const chosen = isEnough(chancesOf(alone)[0]!, wanted)
    ? []
    : await fewestSteps(inOrder, async (set) => {
        const [chance] = chancesOf(await tried([set], 'fewer steps'));
        return isEnough(chance!, wanted);
      });
  return { together: sizes, isReached, size, steps, chosen };
}

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

/**
 * All of some steps at once, as a row of a design: as the model makes them together, else what each sets.
 *
 * @throws InputError where two of them set the same.
 */
export function rowOf(steps: readonly Relaxation[], name: string, join?: JoinSteps): DesignRow {
  if (join !== undefined && steps.length > 1) return { ...plainRow(name), settings: join(steps) };
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
  return { ...plainRow(name), settings };
}
