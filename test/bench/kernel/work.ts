import { Simulation } from '../../../src/kernel/index.ts';
import type { Command } from '../../../src/kernel/index.ts';

/** What one piece of work did, and in how much processor time. */
export interface Measured {
  /** Events, resumes or customers. */
  count: number;
  userSeconds: number;
  note: string;
}

/** A uniform in (0, 1) that costs little: Marsaglia's xorshift32. */
class Uniform {
  private state: number;

  constructor(seed = 2463534242) {
    this.state = seed | 0;
  }

  next(): number {
    let x = this.state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x;
    return ((x >>> 0) + 0.5) / 4294967296;
  }

  exponential(mean: number): number {
    return -mean * Math.log(this.next());
  }
}

function userSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1e6;
}

/** N pending events; each that fires schedules one more after a delay. */
export function hold(
  pending: number,
  events: number,
  delays: string,
  recordCauses: boolean,
  timeouts = false,
): Measured {
  const simulation = new Simulation({ recordCauses });
  const uniform = new Uniform();
  const nothing = (): void => {};
  const again =
    delays === 'integer'
      ? (argument: number): void => void simulation.schedule(Math.floor(3 * uniform.next()), again, argument)
      : timeouts
        ? (argument: number): void => {
            simulation.schedule(uniform.exponential(1), again, argument);
            simulation.cancel(simulation.schedule(uniform.exponential(5), nothing, argument));
          }
        : (argument: number): void => void simulation.schedule(uniform.exponential(1), again, argument);
  const fill = (): void => {
    for (let i = 0; i < pending; i++)
      simulation.schedule(delays === 'integer' ? i % 3 : uniform.exponential(1), again, i);
  };
  // A short run first: the code is compiled and, as between replications, the arrays are there.
  fill();
  simulation.run({ until: (recordCauses ? 1.1 * events : Math.min(events, 1_000_000)) / pending });
  simulation.reset({ recordCauses });
  fill();
  // In a steady state with mean delay 1 the events of a stretch of time are as many as are pending.
  let most = 0;
  const seconds = userSeconds(() => {
    for (let part = 1; part <= 10; part++) {
      simulation.run({ until: (part * events) / pending / 10 });
      most = Math.max(most, simulation.pendingEvents);
    }
  });
  return {
    count: simulation.executedEvents,
    userSeconds: seconds,
    note: `at most ${most} pending`,
  };
}

/** N processes that each loop over a delay. */
export function processes(count: number, resumes: number, recordCauses: boolean): Measured {
  const simulation = new Simulation({ recordCauses });
  const uniform = new Uniform();
  // One generator function for all: V8 gives each `function*` object a hidden class of its own.
  function* looper(): Generator<number, void, unknown> {
    for (;;) yield uniform.exponential(1);
  }
  const start = (): void => {
    for (let i = 0; i < count; i++) simulation.process('looper', looper);
  };
  start();
  simulation.run({ until: (recordCauses ? 1.1 * resumes : Math.min(resumes, 1_000_000)) / count });
  simulation.reset({ recordCauses });
  start();
  const seconds = userSeconds(() => simulation.run({ until: resumes / count }));
  return { count: simulation.executedEvents, userSeconds: seconds, note: '' };
}

/** Customers, one process each, through a resource at 0.8 of its capacity. */
export function queue(servers: number, customers: number, recordCauses: boolean): Measured {
  const simulation = new Simulation({ recordCauses });
  const uniform = new Uniform();
  let waited = 0;
  const start = (number: number): void => {
    const desk = simulation.resource('desk', { capacity: servers });
    waited = 0;
    function* customer(): Generator<Command, void, unknown> {
      const came = simulation.now;
      const ticket = yield* desk.acquire();
      waited += simulation.now - came;
      yield uniform.exponential(1);
      desk.release(ticket);
    }
    simulation.process('source', function* () {
      for (let i = 0; i < number; i++) {
        yield uniform.exponential(1 / (0.8 * servers));
        simulation.process('customer', customer);
      }
    });
    simulation.run();
  };
  start(recordCauses ? customers : Math.min(customers, 200_000));
  simulation.reset({ recordCauses });
  const seconds = userSeconds(() => start(customers));
  return {
    count: customers,
    userSeconds: seconds,
    note: `mean wait ${(waited / customers).toFixed(3)}`,
  };
}

/** The same queue in callbacks: no process, no generator. */
export function queueByCallback(servers: number, customers: number, recordCauses: boolean): Measured {
  const simulation = new Simulation({ recordCauses });
  const uniform = new Uniform();
  const came = new Float64Array(customers);
  let waited = 0;
  const start = (number: number): void => {
    const desk = simulation.resource('desk', { capacity: servers });
    waited = 0;
    const leave = (): void => desk.release(1);
    const served = (customer: number): void => {
      waited += simulation.now - came[customer];
      simulation.schedule(uniform.exponential(1), leave, customer);
    };
    const arrive = (customer: number): void => {
      came[customer] = simulation.now;
      desk.request(served, customer);
      if (customer + 1 < number)
        simulation.schedule(uniform.exponential(1 / (0.8 * servers)), arrive, customer + 1);
    };
    simulation.schedule(0, arrive, 0);
    simulation.run();
  };
  start(recordCauses ? customers : Math.min(customers, 200_000));
  simulation.reset({ recordCauses });
  const seconds = userSeconds(() => start(customers));
  return {
    count: customers,
    userSeconds: seconds,
    note: `mean wait ${(waited / customers).toFixed(3)}`,
  };
}

/** Bytes of typed arrays and heap that a million pending events take, callbacks' own objects apart. */
export function memory(pending: number): Measured {
  const bytes = (): number => {
    globalThis.gc?.();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const simulation = new Simulation({ recordCauses: false });
  const nothing = (): void => {};
  const uniform = new Uniform();
  const before = bytes();
  for (let i = 0; i < pending; i++) simulation.schedule(uniform.exponential(1), nothing, i);
  simulation.step();
  const each = (bytes() - before) / pending;
  return {
    count: pending,
    userSeconds: NaN,
    note: `${each.toFixed(1)} bytes an event, of which 8 to 12 refer to its callback`,
  };
}
