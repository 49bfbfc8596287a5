import {
  ACTIVITIES,
  CAUSES,
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
  view,
}: {
  scenario: RolloutScenario;
  seed: string;
  replication: number;
  gpus: number;
  view: View;
}): Explanation {
  if (!(Number.isFinite(gpus) && gpus > 0)) throw new InputError(`gpus: ${gpus}, expected a number above 0`);
  const milestones = { ...scenario.milestones, gpus: [...scenario.milestones.gpus, gpus] };
  const run = runReplication({ scenario: { ...scenario, milestones }, seed, replication });
  const { simulation } = run.world;
  const index = scenario.milestones.gpus.length;
  const event = run.deployment.milestones.events[index]!;
  const base = { gpus, replication, view, contractGpus: run.contractGpus };
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

/** Index of the cause of every label; activities that the rollout does not name come last. */
function causeOfLabel(simulation: Simulation): (label: number) => number {
  const causes = new Map(
    Object.entries(ACTIVITIES).map(([name, cause]) => [simulation.label(name), CAUSES.indexOf(cause)]),
  );
  return (label) => causes.get(label) ?? CAUSES.length;
}
