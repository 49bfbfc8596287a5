import type { Scheduler } from './scheduler.ts';

/** A trace being written: the text of every event executed since. */
export interface WrittenTrace {
  text(): string;
}

/** A trace being followed. */
export interface VerifiedTrace {
  /** Throws when the run has stopped short of the trace. */
  complete(): void;
}

function line(scheduler: Scheduler, event: number): string {
  const { causes } = scheduler;
  const label = scheduler.labelName(causes.label(event));
  const entity = scheduler.entityName(causes.entity(event));
  return [event, causes.time[event], label, entity, causes.kindName(event), causes.enabler(event)].join('\t');
}

function watch(scheduler: Scheduler, onEvent: (event: number) => void): void {
  if (!scheduler.causes.isOn) throw new Error('trace: no causes recorded, expected recordCauses: true');
  scheduler.onEvent = onEvent;
}

/** Writes down every event from now on, one line each. */
export function writeTrace(scheduler: Scheduler): WrittenTrace {
  const lines: string[] = [];
  watch(scheduler, (event) => lines.push(line(scheduler, event)));
  return { text: () => lines.map((each) => `${each}\n`).join('') };
}

/** Follows a written trace: the run throws, before it executes it, at the first event that differs. */
export function verifyTrace(scheduler: Scheduler, text: string): VerifiedTrace {
  const expected = text.split('\n').slice(0, -1);
  let next = 0;
  watch(scheduler, (event) => {
    const now = line(scheduler, event);
    const then = expected[next++] ?? 'the end';
    if (now !== then) throw new Error(`trace: event "${now}", expected "${then}" (day ${scheduler.now})`);
  });
  return {
    complete: () => {
      if (next < expected.length)
        throw new Error(`trace: ended at day ${scheduler.now}, expected "${expected[next]}"`);
    },
  };
}
