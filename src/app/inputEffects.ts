import { join } from 'node:path';
import {
  canonicalJson,
  experimentOf,
  fromCanonicalJson,
  openDiskStore,
  runExperiment,
  type Executor,
  type Experiment,
  type Identity,
  type Progress,
  type Records,
} from '../experiment/index.ts';
import { targetProbability, type InputEffect } from '../output/index.ts';

/** Points of an input's distribution at which the headline probability is shown beside it. */
const LEVELS = [0.1, 0.9] as const;

interface HeldPoint {
  readonly point: string;
  readonly input: string;
  readonly level: number;
}

// Replications of each point that holds an input, as a part of the run's own: a tenth keeps its interval within
// ±10 pp at 1,000 replications.
const PART_FOR_EFFECTS = 10;

/** What is run beside an experiment to show the target's probability with one main input held at a time. */
export interface HeldInputs<S> {
  readonly experiment: Experiment<S>;
  readonly folder: string;
  readonly replications: number;
  effects(records: Records): InputEffect[];
}

/**
 * An experiment's first point with each main input held at its 10 % and at its 90 % point, on the draws of the experiment
 * itself, for a tenth of its replications. A model without main inputs has none.
 *
 * Records go into `OUT/inputs`, so that a run that is repeated or extended keeps them.
 */
export function heldInputs<S>(
  experiment: Experiment<S>,
  { out, replications: whole }: { out: string; replications: number },
): HeldInputs<S> | undefined {
  const held = heldPoints(experiment);
  if (held.length === 0) return undefined;
  const replications = Math.ceil(whole / PART_FOR_EFFECTS);
  return {
    experiment: heldExperiment(experiment, held),
    folder: join(out, 'inputs'),
    replications,
    effects: (records) =>
      held.flatMap(({ point, input, level }) => {
        const target = targetProbability(records, point);
        return target === undefined ? [] : [{ input, level, replications, target }];
      }),
  };
}

/**
 * Runs an experiment with its main inputs held and gives the probability of the target at each.
 *
 * @throws InputError, ReplicationError, Interrupted.
 */
export async function inputEffects<S>({
  experiment,
  executor,
  out,
  replications,
  signal,
  onProgress = () => {},
}: {
  experiment: Experiment<S>;
  executor: Executor<S>;
  out: string;
  /** Of the experiment itself. */
  replications: number;
  signal?: AbortSignal | undefined;
  onProgress?: (progress: Progress) => void;
}): Promise<InputEffect[]> {
  const held = heldInputs(experiment, { out, replications });
  if (held === undefined) return [];
  const { store } = openDiskStore(held);
  const records = await runExperiment({
    experiment: held.experiment,
    executor,
    store,
    replications: held.replications,
    signal,
    onProgress: (progress) => onProgress({ ...progress, phase: 'with one input held' }),
  });
  return held.effects(records);
}

function heldPoints<S>({ model, points }: Experiment<S>): HeldPoint[] {
  const [{ scenario, outputs }] = points;
  if (!outputs.columns.some(({ due }) => due !== undefined)) return [];
  return model
    .inputs(scenario)
    .filter(({ main }) => main)
    .flatMap(({ name }) => LEVELS.map((level) => ({ point: `${name} at ${level}`, input: name, level })));
}

function heldExperiment<S>({ identity, model }: Experiment<S>, held: readonly HeldPoint[]): Experiment<S> {
  const recorded = fromCanonicalJson(identity) as Identity<S>;
  const [base] = recorded.points;
  const points = held.map(({ point, input, level }) => ({
    ...base,
    name: point,
    inputs: { ...base.inputs, [input]: level },
  }));
  return experimentOf(canonicalJson({ ...recorded, points }), model);
}
