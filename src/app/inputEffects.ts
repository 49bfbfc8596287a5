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
} from '../experiment/index.ts';
import { targetProbability, type InputEffect } from '../output/index.ts';

/** Points of an input's distribution at which the headline probability is shown beside it. */
const LEVELS = [0.1, 0.9] as const;

/** Replications of each point that holds an input, of so many: a tenth keeps its interval within ±10 pp at 1,000. */
export function replicationsHeld(replications: number): number {
  return Math.ceil(replications / 10);
}

interface HeldInput {
  readonly point: string;
  readonly input: string;
  readonly level: number;
}

/**
 * Runs an experiment's first point with each main input held at its 10 % and at its 90 % point, on the draws of the
 * experiment itself, and gives the probability of the target at each. A model without main inputs gives none.
 *
 * Records go into `OUT/inputs`, so that a run that is repeated or extended keeps them.
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
  replications: number;
  signal?: AbortSignal | undefined;
  onProgress?: (progress: Progress) => void;
}): Promise<InputEffect[]> {
  const held = heldInputs(experiment);
  if (held.length === 0) return [];
  const varied = heldExperiment(experiment, held);
  const { store } = openDiskStore({ folder: join(out, 'inputs'), experiment: varied });
  const records = await runExperiment({
    experiment: varied,
    executor,
    store,
    replications,
    signal,
    onProgress,
  });
  return held.flatMap(({ point, input, level }) => {
    const target = targetProbability(records, point);
    return target === undefined ? [] : [{ input, level, replications, target }];
  });
}

/** The experiment whose records `inputEffects` keeps, or none where there is no input to hold. */
export function heldInputsExperiment<S>(experiment: Experiment<S>): Experiment<S> | undefined {
  const held = heldInputs(experiment);
  return held.length === 0 ? undefined : heldExperiment(experiment, held);
}

function heldInputs<S>({ model, points }: Experiment<S>): HeldInput[] {
  const [{ scenario, outputs }] = points;
  if (!outputs.columns.some(({ due }) => due !== undefined)) return [];
  return model
    .inputs(scenario)
    .filter(({ main }) => main)
    .flatMap(({ name }) => LEVELS.map((level) => ({ point: `${name} at ${level}`, input: name, level })));
}

function heldExperiment<S>({ identity, model }: Experiment<S>, held: readonly HeldInput[]): Experiment<S> {
  const recorded = fromCanonicalJson(identity) as Identity<S>;
  const [base] = recorded.points;
  const points = held.map(({ point, input, level }) => ({
    ...base,
    name: point,
    inputs: { ...base.inputs, [input]: level },
  }));
  return experimentOf(canonicalJson({ ...recorded, points }), model);
}
