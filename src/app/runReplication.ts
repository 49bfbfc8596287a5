import { simulateRollout, type RolloutRun, type RolloutScenario } from '../../models/rollout/index.ts';
import { InputError } from '../experiment/index.ts';
import { Simulation } from '../kernel/index.ts';
import { Streams } from '../random/index.ts';

/**
 * Runs one replication of a rollout by itself, with all that happened left to be looked at.
 *
 * @throws InputError on a replication that cannot be.
 */
export function runReplication({
  scenario,
  seed,
  replication,
}: {
  scenario: RolloutScenario;
  seed: string;
  replication: number;
}): RolloutRun {
  if (!Number.isSafeInteger(replication) || replication < 0)
    throw new InputError(`replication: ${replication}, expected an integer from 0`);
  const streams = new Streams({ seed });
  streams.begin(replication);
  return simulateRollout(new Simulation(), scenario, streams);
}
