import type { Process } from './process.ts';
import type { Scheduler } from './scheduler.ts';
import { Supply } from './supply.ts';
import type { Wait } from './wait.ts';

/** Something unfinished at the end of a run. */
export interface Waiting {
  /** Name of the process, or label of the callback. */
  who: string;
  entity: string;
  since: number;
  /** What for, in words. */
  for: string;
}

/** What processes and callbacks wait for. */
export function unfinished(
  scheduler: Scheduler,
  processes: readonly Process<unknown>[],
  waits: readonly Wait<unknown>[],
): Waiting[] {
  const ofProcesses = processes.map((process) => ({
    who: process.name,
    entity: scheduler.entityName(process.entity),
    since: process.since,
    for: process.describe(),
  }));
  const ofCallbacks = waits.map((wait) => ({
    who: scheduler.labelName(wait.label),
    entity: scheduler.entityName(wait.entity),
    ...(wait.source instanceof Supply
      ? wait.source.waitingOf(wait)
      : { since: wait.since, for: wait.describe() }),
  }));
  return [...ofProcesses, ...ofCallbacks];
}
