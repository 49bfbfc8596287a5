import { describe, expect, it } from 'vitest';
import { Simulation } from '../../src/kernel/index.ts';
import { uniformFrom } from './support/uniform.ts';

interface Pending {
  time: number;
  priority: number;
  sequence: number;
  handle: number;
}

/** The queue as it would be written without any thought of speed. */
class SortedArray {
  readonly pending: Pending[] = [];

  add(entry: Pending): void {
    let low = 0;
    let high = this.pending.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.pending[middle];
      const difference =
        other.time - entry.time || other.priority - entry.priority || other.sequence - entry.sequence;
      if (difference < 0) low = middle + 1;
      else high = middle;
    }
    this.pending.splice(low, 0, entry);
  }

  remove(entry: Pending): void {
    this.pending.splice(this.pending.indexOf(entry), 1);
  }
}

const DELAYS: Record<string, (uniform: () => number) => number> = {
  exponential: (uniform) => -Math.log(1 - uniform()),
  'integers 0..2': (uniform) => Math.floor(3 * uniform()),
  'one value': () => 1,
  'very near and very far': (uniform) => (uniform() < 0.5 ? 1e-6 : 1e6) * uniform(),
  'heavy tail': (uniform) => (1 - uniform()) ** (-1 / 1.1),
};

describe('event queue', () => {
  for (const [name, delay] of Object.entries(DELAYS)) {
    for (const target of [5, 40, 800]) {
      it(`agrees with a sorted array in 70,000 operations: delays ${name}, about ${target} pending`, () => {
        const uniform = uniformFrom(12345 + target);
        const simulation = new Simulation({ recordCauses: false });
        const naive = new SortedArray();
        let sequence = 0;
        let fired = -1;
        const byHandle: Pending[] = [];
        const note = (serial: number): void => void (fired = serial);
        for (let operation = 0; operation < 70_000; operation++) {
          const choice = uniform();
          const { pending } = naive;
          if (pending.length < target * 2 * uniform()) {
            const priority = uniform() < 0.2 ? Math.floor(5 * uniform()) - 2 : 0;
            const time = simulation.now + delay(uniform);
            const handle = simulation.scheduleAt(time, note, sequence, 0, 0, priority);
            const entry = { time, priority, sequence: sequence++, handle };
            byHandle.push(entry);
            naive.add(entry);
          } else if (choice < 0.25) {
            const entry = pending[Math.floor(uniform() * pending.length)];
            expect(simulation.cancel(entry.handle)).toBe(true);
            expect(simulation.cancel(entry.handle)).toBe(false);
            naive.remove(entry);
          } else if (choice < 0.4) {
            const entry = pending[Math.floor(uniform() * pending.length)];
            naive.remove(entry);
            entry.time = simulation.now + delay(uniform);
            simulation.reschedule(entry.handle, entry.time);
            naive.add(entry);
          } else {
            const first = pending.shift();
            expect(simulation.step()).toBe(first !== undefined);
            if (first === undefined) continue;
            if (fired !== first.sequence || simulation.now !== first.time) {
              expect([fired, simulation.now]).toEqual([first.sequence, first.time]);
            }
          }
          if (simulation.pendingEvents !== pending.length)
            expect(simulation.pendingEvents).toBe(pending.length);
        }
      });
    }
  }
});
