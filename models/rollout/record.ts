import { outcomeOf, type Outcome } from '../../src/record/index.ts';
import { finishedRun } from './finishedRun.ts';
import type { RolloutOutput } from './output.ts';
import { outputsOf } from './outputs.ts';
import type { RolloutRun } from './simulate.ts';

/** Reads the outputs of a scenario off a run that is over. */
export function rolloutRecord(
  run: RolloutRun,
  outputs: readonly RolloutOutput[] = outputsOf(run.world.scenario),
): Outcome {
  return outcomeOf(outputs, finishedRun(run));
}
