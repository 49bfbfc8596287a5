import { contradicted, observedColumns } from '../experiment/given.ts';
import { InputError } from '../experiment/inputError.ts';
import type { ExplainedRun, Reached, Shared } from '../experiment/model.ts';
import { mergeSegments, pathDays, type Stretch } from '../explain/index.ts';
import { asOfBehindStart, type Outputs, type Titles } from '../record/index.ts';
import { drivingPath, Simulation, type View } from '../kernel/index.ts';
import { expectedOneOf } from '../scenario/suggestion.ts';
import { noMilestone } from './milestoneName.ts';
import { begunStreams, explainedRun, type ReplicationOptions } from './explainedRun.ts';

/** Why a milestone, or a number of GPUs, was reached when it was, in one replication. */
export interface Explanation {
  /** What was asked about: a number, which a milestone by name may stand for. */
  readonly gpus: number | undefined;
  readonly milestone: string | undefined;
  readonly replication: number;
  readonly view: View;
  /** Day it was reached, undefined when not by the horizon. */
  readonly day: number | undefined;
  /** The most that this replication could have come to, where a number was asked about. */
  readonly contractGpus: number | undefined;
  readonly path: readonly (Stretch & { readonly cause: string | undefined })[];
  /** Days on the path by cause; they sum to `day`. */
  readonly daysByCause: readonly { readonly cause: string; readonly days: number }[];
  /** The as-of date, where days of the simulation lie before it. */
  readonly asOf: string | undefined;
  /** What of that which was observed it contradicts: such a replication counts in no table. */
  readonly contradicts: string | undefined;
  /** Who got what was made up to that day, or in the whole run where it was not reached; none where nobody competes. */
  readonly sharedOut: readonly Shared[];
  /** What its causes are called. */
  readonly titles: Titles | undefined;
}

/**
 * Runs one replication again and walks back from the event that reached a milestone or a number of GPUs.
 *
 * @throws InputError on a number, a milestone or a replication that cannot be, or a model that explains nothing.
 */
export function explainReplication<S>({
  gpus,
  milestone,
  view,
  ...options
}: ReplicationOptions<S> & {
  /** A number of GPUs, or else a milestone by name. */
  gpus?: number | undefined;
  milestone?: string | undefined;
  view: View;
}): Explanation {
  if (gpus !== undefined && !(Number.isFinite(gpus) && gpus > 0))
    throw new InputError(`gpus: ${gpus}, expected a number above 0`);
  const { model, replication } = options;
  const { simulation, explained } = explainedRun(options, gpus);
  const {
    day,
    event,
    amount = gpus,
  } = gpus === undefined ? milestoneOf(explained, milestone) : amountOf(explained, model.name);
  const outputs = model.outputs(options.scenario);
  const contradicts = contradictionOf(options, outputs);
  const sharedOut = explained.sharedOut?.(event < 0 ? Infinity : day) ?? [];
  const base = {
    gpus: amount,
    milestone,
    replication,
    view,
    contractGpus: explained.amount?.most,
    asOf: asOfBehindStart(outputs),
    contradicts,
    sharedOut,
    titles: outputs.titles,
  };
  if (event < 0) return { ...base, day: undefined, path: [], daysByCause: [] };
  const days = pathDays(simulation, event, {
    groupOf: causeOfLabel(simulation, explained, model.causes),
    groups: model.causes.length + 1,
    view,
  });
  return {
    ...base,
    day,
    path: mergeSegments(drivingPath(simulation, event, { view, since: 0 })).map((stretch) => ({
      ...stretch,
      cause: explained.causeOf(stretch.activity),
    })),
    daysByCause: model.causes.map((cause, i) => ({ cause, days: days[i]! })).filter((row) => row.days > 0),
  };
}

/** Nothing where it could have happened, or nothing was observed: then the replication is not run once more. */
function contradictionOf<S>(
  { model, scenario, seed, replication }: ReplicationOptions<S>,
  outputs: Outputs,
): string | undefined {
  if (observedColumns(outputs).length === 0) return undefined;
  const record = model.run(new Simulation(), scenario, begunStreams(seed, replication));
  return contradicted(outputs, (column) => record[column] as number);
}

function milestoneOf({ milestones }: ExplainedRun, name: string | undefined): Reached {
  const reached = name === undefined || !Object.hasOwn(milestones, name) ? undefined : milestones[name];
  if (reached !== undefined) return reached;
  const names = Object.keys(milestones);
  throw new InputError(
    names.length === 0
      ? noMilestone(name)
      : `milestone: ${name ?? 'none'}, ${expectedOneOf(name ?? '', names)}`,
  );
}

function amountOf({ amount }: ExplainedRun, model: string): Reached {
  if (amount === undefined) throw new InputError(`model ${model}: counts no GPUs, expected --milestone`);
  return amount;
}

/** Index of the cause of a label; activities that have none come last. */
function causeOfLabel(
  simulation: Simulation,
  { causeOf }: ExplainedRun,
  causes: readonly string[],
): (label: number) => number {
  const known = new Map<number, number>();
  return (label) => {
    let index = known.get(label);
    if (index === undefined) {
      const cause = causeOf(simulation.labelName(label));
      index = cause === undefined ? causes.length : causes.indexOf(cause);
      known.set(label, index);
    }
    return index;
  };
}
