import { describe, expect, it } from 'vitest';
import { Simulation, type Resource } from '../../src/kernel/index.ts';

const worker = (simulation: Simulation, crew: Resource, ends: Record<string, number>) =>
  function* (
    name: string,
    units: number,
    days: number,
    options: { priority?: number; preempt?: boolean } = {},
  ) {
    const ticket = yield* crew.acquire({ units, ...options });
    yield* crew.during(ticket, days);
    crew.release(ticket);
    ends[name] = simulation.now;
  };

describe('no more units are taken than must be', () => {
  it("when the capacity falls: who came later keeps a unit that another one's loss leaves", () => {
    const simulation = new Simulation();
    const crew = simulation.resource('crew', { capacity: 3 });
    const ends: Record<string, number> = {};
    const work = worker(simulation, crew, ends);
    simulation.process('A', () => work('A', 2, 10));
    simulation.process('B', () => work('B', 1, 10));
    simulation.schedule(2, () => crew.setCapacity(1, 'resume'));
    simulation.schedule(3, () => expect(crew.inUse).toBe(1));
    simulation.schedule(20, () => crew.setCapacity(3));
    simulation.run();
    expect(ends).toEqual({ A: 28, B: 10 });
  });

  it('by an urgent claim', () => {
    const simulation = new Simulation();
    const crew = simulation.resource('crew', { capacity: 3 });
    const ends: Record<string, number> = {};
    const work = worker(simulation, crew, ends);
    simulation.process('A', () => work('A', 2, 10, { priority: 1 }));
    simulation.process('B', () => work('B', 1, 10, { priority: 1 }));
    simulation.process('urgent', () => work('urgent', 2, 5, { preempt: true }), { delay: 2 });
    simulation.run();
    expect(ends).toEqual({ urgent: 7, B: 10, A: 15 });
  });

  it('and of those that suffice the most urgent keep theirs', () => {
    const simulation = new Simulation();
    const crew = simulation.resource('crew', { capacity: 4 });
    const ends: Record<string, number> = {};
    const work = worker(simulation, crew, ends);
    for (const [index, name] of ['A', 'B', 'C', 'D'].entries())
      simulation.process(name, () => work(name, 1, 10, { priority: index }));
    simulation.schedule(2, () => crew.setCapacity(2, 'resume'));
    simulation.schedule(4, () => crew.setCapacity(4));
    simulation.run();
    expect(ends).toEqual({ A: 10, B: 10, C: 12, D: 12 });
  });

  it('and none where they are not enough for who preempts', () => {
    const simulation = new Simulation();
    const crew = simulation.resource('crew', { capacity: 3 });
    const ends: Record<string, number> = {};
    const work = worker(simulation, crew, ends);
    simulation.process('A', () => work('A', 2, 10, { priority: 0 }));
    simulation.process('B', () => work('B', 1, 10, { priority: 1 }));
    simulation.process('urgent', () => work('urgent', 2, 5, { preempt: true }), { delay: 2 });
    simulation.run();
    expect(ends).toEqual({ A: 10, B: 10, urgent: 15 });
  });
});

describe('a unit that work with `finish` keeps is taken when the work', () => {
  const lift = (stop: (process: { interrupt(): void; stop(): void }) => void) => {
    const simulation = new Simulation();
    const crane = simulation.resource('crane');
    const inUse: number[] = [];
    const job = simulation.process('job', function* () {
      const ticket = yield* crane.acquire();
      try {
        yield* crane.during(ticket, 5, { policy: 'finish' });
      } catch {
        yield 100;
      } finally {
        yield 10;
        crane.release(ticket);
      }
    });
    simulation.schedule(2, () => crane.setCapacity(0, 'resume'));
    simulation.schedule(3, () => {
      inUse.push(crane.inUse);
      stop(job);
      inUse.push(crane.inUse);
    });
    simulation.run();
    return inUse;
  };

  it('is interrupted', () => expect(lift((job) => job.interrupt())).toEqual([1, 0]));
  it('ends with its process', () => expect(lift((job) => job.stop())).toEqual([1, 0]));
  it('loses to another wait, and when its callback is cancelled', () => {
    const simulation = new Simulation();
    const crane = simulation.resource('crane', { capacity: 2 });
    simulation.process('job', function* () {
      const ticket = yield* crane.acquire();
      yield* simulation.anyOf([crane.during(ticket, 5, { policy: 'finish' }), 3]);
      yield 100;
    });
    const ticket = crane.request(() => {
      const end = simulation.schedule(50, () => {});
      crane.work(ticket, end, { policy: 'finish' });
      simulation.schedule(4, () => simulation.cancel(end));
    });
    const inUse: number[] = [];
    simulation.schedule(2, () => crane.setCapacity(0, 'resume'));
    for (const day of [2.5, 3.5, 4.5]) simulation.schedule(day, () => inUse.push(crane.inUse));
    simulation.run();
    expect(inUse).toEqual([2, 1, 0]);
  });
});
