import { outcomeOf, valuesOf, type Outcome, type OutputValue } from '../../src/record/index.ts';
import { finishedRun } from './finishedRun.ts';
import type { RolloutOutput } from './output.ts';
import { outputsOf } from './outputs.ts';
import type { RolloutRun } from './simulate.ts';

/** Reads the outputs of a scenario off a run that is over. */
export function rolloutRecord(run: RolloutRun): Outcome {
  return outcomeOf(outputsOf(run.world.scenario), finishedRun(run));
}

/** The same for outputs that are at hand, without their names. */
export function recordedValues(run: RolloutRun, outputs: readonly RolloutOutput[]): OutputValue[] {
  return valuesOf(outputs, finishedRun(run));
}
