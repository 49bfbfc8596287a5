import { InputError } from '../experiment/inputError.ts';
import type { ExplainedRun, Model } from '../experiment/model.ts';
import { Simulation } from '../kernel/index.ts';
import { Streams, type Seed } from '../random/index.ts';
import { orInputError } from './orInputError.ts';

/** One replication of a model. */
export interface ReplicationOptions<S> {
  readonly model: Model<S>;
  readonly scenario: S;
  readonly seed: Seed;
  readonly replication: number;
}

/**
 * Runs one replication by itself, with all that happened left to be looked at.
 *
 * @throws InputError on a seed or a replication that cannot be, or a model that explains nothing.
 */
export function explainedRun<S>(
  { model, scenario, seed, replication }: ReplicationOptions<S>,
  amount?: number,
): { simulation: Simulation; explained: ExplainedRun } {
  if (model.explain === undefined) {
    throw new InputError(`model ${model.name}: explains nothing, expected a model with the function explain`);
  }
  if (!Number.isSafeInteger(replication) || replication < 0)
    throw new InputError(`replication: ${replication}, expected an integer from 0`);
  const streams = begunStreams(seed, replication);
  const simulation = new Simulation();
  return { simulation, explained: model.explain(simulation, scenario, streams, amount) };
}

/** The streams of one replication. @throws InputError on a seed that is none. */
export function begunStreams(seed: Seed, replication: number): Streams {
  return orInputError(() => {
    const streams = new Streams({ seed });
    streams.begin(replication);
    return streams;
  });
}
