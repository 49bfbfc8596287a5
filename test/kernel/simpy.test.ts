import { describe, expect, it } from 'vitest';
import { Interrupt, Simulation } from '../../src/kernel/index.ts';
import fixture from '../fixtures/simpy-traces.json' with { type: 'json' };

type Log = (string | number)[][];

/** The models of test/bench/peers/simpy_traces.py, which made the fixture. */
const MODELS: Record<string, (simulation: Simulation, log: Log) => void> = {
  queue(simulation, log) {
    const counters = simulation.resource('counters', { capacity: 2 });
    const customer = (name: string, service: number) =>
      function* () {
        log.push([simulation.now, name, 'came']);
        const ticket = yield* counters.acquire();
        log.push([simulation.now, name, 'served']);
        yield service;
        counters.release(ticket);
        log.push([simulation.now, name, 'left']);
      };
    simulation.process('source', function* () {
      for (let i = 0; i < 20; i++) {
        simulation.process(`customer ${i}`, customer(`customer ${i}`, 3 + (i % 4)));
        if (i % 2 === 1) yield 4;
      }
    });
  },

  priorities(simulation, log) {
    const crane = simulation.resource('crane');
    for (let i = 0; i < 15; i++) {
      simulation.process(`job ${i}`, function* () {
        yield i * 0.5;
        yield* crane.acquire({ priority: i % 3 });
        log.push([simulation.now, `job ${i}`, 'begins']);
        yield 2;
        crane.release();
      });
    }
  },

  container(simulation, log) {
    const tank = simulation.level('tank', { initial: 10, capacity: 20 });
    simulation.process('supplier', function* () {
      for (;;) {
        yield 3;
        yield* tank.put(5);
        log.push([simulation.now, 'supplier', tank.amount]);
      }
    });
    for (let i = 0; i < 6; i++) {
      simulation.process(`truck ${i}`, function* () {
        yield i;
        yield* tank.take(7);
        log.push([simulation.now, `truck ${i}`, tank.amount]);
      });
    }
  },

  store(simulation, log) {
    const dock = simulation.store<string>('dock');
    simulation.process('maker', function* () {
      for (let i = 0; i < 12; i++) {
        yield 1;
        dock.put(`${['red', 'green', 'blue'][(i * i) % 3]} ${i}`);
      }
    });
    for (const colour of ['red', 'green', 'blue']) {
      simulation.process(colour, function* () {
        for (;;) {
          const item = yield* dock.take((each) => each.startsWith(colour));
          log.push([simulation.now, colour, item]);
          yield 2.5;
        }
      });
    }
  },

  renege(simulation, log) {
    const desk = simulation.resource('desk');
    for (let i = 0; i < 12; i++) {
      simulation.process(`customer ${i}`, function* () {
        yield i;
        const ticket = yield* desk.acquire({ patience: 4.25 });
        log.push([simulation.now, `customer ${i}`, ticket === undefined ? 'reneged' : 'served']);
        if (ticket === undefined) return;
        yield 3;
        desk.release(ticket);
      });
    }
  },

  interrupt(simulation, log) {
    const machine = simulation.process('machine', function* () {
      let left = 10;
      while (left > 0) {
        try {
          yield left;
          left = 0;
        } catch (error) {
          if (!(error instanceof Interrupt)) throw error;
          left = error.remainingDays ?? left;
          log.push([simulation.now, 'machine', `${String(error.reason)}, ${left} left`]);
          yield 1;
        }
      }
      log.push([simulation.now, 'machine', 'done']);
    });
    simulation.process('breaker', function* () {
      for (;;) {
        yield 4;
        if (machine.isAlive) machine.interrupt('broken');
      }
    });
  },

  joins(simulation, log) {
    const leg = (i: number, days: number) =>
      simulation.process(`leg ${i}`, function* () {
        yield days;
        log.push([simulation.now, `leg ${i}`, 'done']);
        return days;
      });
    simulation.process('whole', function* () {
      yield* simulation.allOf([leg(0, 5), leg(1, 3), leg(2, 8)]);
      log.push([simulation.now, 'whole', 'all']);
      yield* simulation.anyOf([4, 2, 9]);
      log.push([simulation.now, 'whole', 'any']);
      const value = yield* leg(3, 6).finished();
      log.push([simulation.now, 'whole', `leg gave ${value}`]);
    });
  },

  ties(simulation, log) {
    for (let i = 0; i < 300; i++) {
      simulation.process(`process ${i}`, function* () {
        yield 5;
        log.push([simulation.now, `process ${i}`, 'woke']);
      });
    }
  },
};

describe(`the same deterministic models in ${fixture['made by']}`, () => {
  for (const [name, trace] of Object.entries(fixture.traces)) {
    it(`${name}: the same things happen at the same times in the same order`, () => {
      const simulation = new Simulation();
      const log: Log = [];
      MODELS[name](simulation, log);
      simulation.run({ until: 60 });
      expect(log).toEqual(trace);
    });
  }
});
