import {
  ACTIVITIES,
  CAUSES,
  milestoneNames,
  type Activity,
  type Cause,
  type RolloutScenario,
} from '../../models/rollout/index.ts';
import { InputError } from '../experiment/index.ts';
import { mergeSegments, pathDays, type Stretch } from '../explain/index.ts';
import { drivingPath, type Simulation, type View } from '../kernel/index.ts';
import { runReplication } from './runReplication.ts';

/** Why a number of GPUs was in service when it was, in one replication. */
export interface Explanation {
  readonly gpus: number;
  /** Name of the milestone that was asked for, if one was. */
  readonly milestone: string | undefined;
  readonly replication: number;
  readonly view: View;
  /** Day it was reached, undefined when not by the horizon. */
  readonly day: number | undefined;
  readonly contractGpus: number;
  readonly path: readonly (Stretch & { readonly cause: Cause | undefined })[];
  /** Days on the path by cause; they sum to `day`. */
  readonly daysByCause: readonly { readonly cause: Cause; readonly days: number }[];
}

/**
 * Runs one replication again and walks back from the event that brought the given number of GPUs into service.
 *
 * @throws InputError on a number of GPUs or a replication that cannot be.
 */
export function explainReplication({
  scenario,
  seed,
  replication,
  gpus,
  milestone,
  view,
}: {
  scenario: RolloutScenario;
  seed: string;
  replication: number;
  /** A number of GPUs, or else a milestone of the scenario by name. */
  gpus?: number | undefined;
  milestone?: string | undefined;
  view: View;
}): Explanation {
  const run =
    gpus === undefined
      ? runReplication({ scenario, seed, replication })
      : runReplication({ scenario: withThreshold(scenario, gpus), seed, replication });
  const { simulation } = run.world;
  const index = gpus === undefined ? milestoneIndex(scenario, milestone) : scenario.milestones.gpus.length;
  const threshold = run.deployment.milestones.thresholds[index]!;
  const event = run.deployment.milestones.events[index]!;
  const base = { gpus: threshold, milestone, replication, view, contractGpus: run.contractGpus };
  if (event < 0) return { ...base, day: undefined, path: [], daysByCause: [] };
  const days = pathDays(simulation, event, {
    groupOf: causeOfLabel(simulation),
    groups: CAUSES.length + 1,
    view,
  });
  return {
    ...base,
    day: run.deployment.milestones.days[index]!,
    path: mergeSegments(drivingPath(simulation, event, { view, since: 0 })).map((stretch) => ({
      ...stretch,
      cause: ACTIVITIES[stretch.activity as Activity],
    })),
    daysByCause: CAUSES.map((cause, i) => ({ cause, days: days[i]! })).filter((row) => row.days > 0),
  };
}

function withThreshold(scenario: RolloutScenario, gpus: number): RolloutScenario {
  if (!(Number.isFinite(gpus) && gpus > 0)) throw new InputError(`gpus: ${gpus}, expected a number above 0`);
  return { ...scenario, milestones: { ...scenario.milestones, gpus: [...scenario.milestones.gpus, gpus] } };
}

function milestoneIndex(scenario: RolloutScenario, milestone: string | undefined): number {
  const names = milestoneNames(scenario);
  const index = milestone === undefined ? -1 : names.indexOf(milestone);
  if (index < 0)
    throw new InputError(`milestone: ${milestone ?? 'none'}, expected one of ${names.join(', ')}`);
  return index;
}

/** Index of the cause of every label; activities that the rollout does not name come last. */
function causeOfLabel(simulation: Simulation): (label: number) => number {
  const causes = new Map(
    Object.entries(ACTIVITIES).map(([name, cause]) => [simulation.label(name), CAUSES.indexOf(cause)]),
  );
  return (label) => causes.get(label) ?? CAUSES.length;
}
