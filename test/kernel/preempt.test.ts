import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Simulation } from '../../src/kernel/index.ts';
import type { CapacityPolicy, Ticket } from '../../src/kernel/index.ts';

interface Job {
  at: number;
  days: number;
  priority: number;
  units?: number;
  preempt?: boolean;
  policy?: CapacityPolicy;
}

/** When each job ends that works with units of one resource. */
function ends(capacity: number, jobs: Record<string, Job>): Record<string, number> {
  const simulation = new Simulation();
  const crane = simulation.resource('crane', { capacity });
  const days: Record<string, number> = {};
  for (const [name, job] of Object.entries(jobs)) {
    const { at, units = 1, priority, preempt = false, policy } = job;
    simulation.process(
      name,
      function* () {
        const ticket = yield* crane.acquire({ units, priority, preempt });
        yield* crane.during(ticket, job.days, { policy });
        days[name] = simulation.now;
        crane.release(ticket);
      },
      { delay: at },
    );
  }
  simulation.run();
  expect([crane.inUse, crane.queueLength]).toEqual([0, 0]);
  return days;
}

describe('a claim that preempts', () => {
  const low: Job = { at: 0, days: 10, priority: 1 };
  const urgent: Job = { at: 2, days: 1, priority: -1, preempt: true };

  it('takes the unit of less urgent work, which goes on afterwards, begins again, or is finished first', () => {
    expect(ends(1, { low, urgent })).toEqual({ urgent: 3, low: 11 });
    expect(ends(1, { low: { ...low, policy: 'restart' }, urgent })).toEqual({ urgent: 3, low: 13 });
    expect(ends(1, { low: { ...low, policy: 'finish' }, urgent })).toEqual({ low: 10, urgent: 11 });
    expect(ends(1, { low, urgent: { ...urgent, preempt: false } })).toEqual({ low: 10, urgent: 11 });
  });

  it('takes none of its own urgency, and in turn loses its unit to the more urgent', () => {
    expect(ends(1, { low, equal: { ...urgent, priority: 1 } })).toEqual({ low: 10, equal: 11 });
    expect(
      ends(1, {
        low,
        urgent: { ...urgent, days: 4 },
        alarm: { at: 3, days: 2, priority: -2, preempt: true },
      }),
    ).toEqual({ alarm: 5, urgent: 8, low: 16 });
  });

  it('takes the least urgent and latest first, no more than it needs, and none in vain', () => {
    const jobs = {
      first: { at: 0, days: 10, priority: 1 },
      second: { at: 1, days: 10, priority: 1 },
      last: { at: 0.5, days: 10, priority: 2 },
    };
    expect(ends(3, { ...jobs, urgent: { ...urgent, units: 2 } })).toEqual({
      urgent: 3,
      first: 10,
      second: 12,
      last: 11.5,
    });
    const sure = { at: 0, days: 10, priority: 1, policy: 'finish' } as const;
    expect(ends(2, { sure, low, urgent: { ...urgent, units: 2 } })).toEqual({
      sure: 10,
      low: 10,
      urgent: 11,
    });
  });

  it('has the unit of work that is finished first as soon as that is done, though the ticket is kept', () => {
    const simulation = new Simulation();
    const crane = simulation.resource('crane');
    const log: [string, number][] = [];
    simulation.process('low', function* () {
      const ticket = yield* crane.acquire({ priority: 1 });
      yield* crane.during(ticket, 5, { policy: 'finish' });
      yield* crane.during(ticket, 5);
      log.push(['low', simulation.now]);
      crane.release(ticket);
    });
    simulation.process('urgent', function* () {
      yield 1;
      const ticket = yield* crane.acquire({ preempt: true, priority: -1 });
      log.push(['urgent', simulation.now]);
      yield 2;
      crane.release(ticket);
    });
    simulation.run();
    expect(log).toEqual([
      ['urgent', 5],
      ['low', 12],
    ]);
  });

  it('takes units of callbacks as well, where they have said what their work is', () => {
    for (const [says, end] of [
      [true, 8],
      [false, 5],
    ] as const) {
      const simulation = new Simulation();
      const crane = simulation.resource('crane');
      let ended = NaN;
      const ticket: Ticket = crane.request(
        () => {
          const handle = simulation.schedule(5, () => {
            ended = simulation.now;
            crane.release(ticket);
          });
          if (says) crane.work(ticket, handle);
        },
        0,
        0,
        0,
        { priority: 1 },
      );
      simulation.schedule(2, () =>
        crane.request(() => simulation.schedule(3, () => crane.release()), 0, 0, 0, { preempt: true }),
      );
      simulation.run();
      expect(ended).toBe(end);
    }
  });

  it('serves at each moment the most urgent: counted day by day', () => {
    const job = fc.record({
      at: fc.integer({ min: 0, max: 20 }),
      days: fc.integer({ min: 1, max: 6 }),
      priority: fc.integer({ min: 0, max: 3 }),
      preempt: fc.constant(true),
    });
    fc.assert(
      fc.property(
        fc.array(job, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 3 }),
        (jobs, capacity) => {
          // Who comes first goes first: at one instant they come in the order of the list.
          const order = jobs.map((each, index) => ({ ...each, index })).sort((a, b) => a.at - b.at);
          const left = new Map(order.map((each) => [each, each.days]));
          const expected: Record<string, number> = {};
          for (let day = 0; left.size > 0; day++) {
            const there = [...left.keys()].filter(({ at }) => at <= day);
            const served = there.sort(
              (a, b) => a.priority - b.priority || order.indexOf(a) - order.indexOf(b),
            );
            for (const each of served.slice(0, capacity)) {
              left.set(each, left.get(each)! - 1);
              if (left.get(each)! > 0) continue;
              left.delete(each);
              expected[`job ${each.index}`] = day + 1;
            }
          }
          expect(ends(capacity, Object.fromEntries(jobs.map((each, i) => [`job ${i}`, each])))).toEqual(
            expected,
          );
        },
      ),
      { numRuns: 300, seed: 5 },
    );
  });
});

describe('the latest ticket', () => {
  it('is the one granted last, also when another lost its unit meanwhile and has it back', () => {
    const simulation = new Simulation();
    const crew = simulation.resource('crew', { capacity: 2 });
    const days: Record<string, number> = {};
    simulation.process('A', function* () {
      const ticket = yield* crew.acquire();
      yield* crew.during(ticket, 20, { policy: 'resume' });
      days['A'] = simulation.now;
      crew.release(ticket);
    });
    simulation.process('B', function* () {
      yield 1;
      const ticket = yield* crew.acquire();
      yield* crew.during(ticket, 3, { policy: 'finish' });
      yield* crew.during(ticket, 17, { policy: 'resume' });
      days['B'] = simulation.now;
      crew.release(ticket);
    });
    // A loses its unit from 2 to 3, as B's is kept; then B, granted after A, loses it from 10 to 20.
    for (const [day, capacity] of [
      [2, 1],
      [3, 2],
      [10, 1],
      [20, 2],
    ])
      simulation.schedule(day, () => crew.setCapacity(capacity));
    simulation.run();
    expect(days).toEqual({ A: 21, B: 31 });
  });
});
