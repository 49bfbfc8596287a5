import { answerOf } from '../refusal/index.ts';
import { located } from './located.ts';
import type { Scheduler } from './scheduler.ts';
import type { Signal } from './signal.ts';

/** Executes events until a predicate is true, or none is left. */
export function stepUntilTrue(scheduler: Scheduler, until: () => boolean): void {
  while (!asked(scheduler, until) && scheduler.step());
}

function asked(scheduler: Scheduler, until: () => boolean): boolean {
  const { generation } = scheduler;
  try {
    const answer = answerOf(until());
    if (scheduler.generation !== generation)
      throw new Error('reset: called in a predicate, expected between runs');
    return answer;
  } catch (error) {
    throw located(error, `day ${scheduler.clock}`, 'until: ');
  }
}

/** Executes events until a signal fires; throws what it fires with, or the complaint when it never does. */
export function stepUntilFired(scheduler: Scheduler, signal: Signal<unknown>, complaint: string): void {
  const { generation } = scheduler;
  if (signal.generation !== generation)
    throw new Error(
      `${signal.describe()}: of another run, expected one of this run to end it (day ${scheduler.clock})`,
    );
  const end = { isReached: false };
  const arrived = (): void => void (end.isReached = true);
  const wait = signal.wait();
  wait.begin({
    entity: 0,
    priority: 0,
    generation,
    holder: undefined,
    awaits: () => !end.isReached,
    arrived,
  });
  try {
    while (!end.isReached && scheduler.step());
  } finally {
    if (!end.isReached) wait.withdraw();
  }
  if (wait.state === 'failed') throw wait.result;
  if (!end.isReached) throw new Error(`${complaint} by day ${scheduler.clock}, expected it to end the run`);
}
