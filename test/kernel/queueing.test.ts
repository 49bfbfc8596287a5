import { describe, expect, it } from 'vitest';
import { Interrupt, Simulation } from '../../src/kernel/index.ts';
import type { Command, Process } from '../../src/kernel/index.ts';
import { lognormalFromMean, quantile } from '../../src/random/index.ts';
import fixture from '../fixtures/queueing.json' with { type: 'json' };
import { exponentialFrom, meanAndError, uniformFrom } from './support/uniform.ts';

interface Case {
  name: string;
  inputs: Record<string, number | string>;
  expected: Record<string, unknown>;
}

const CASES = fixture.cases as unknown as Case[];
const caseOf = (name: string): Case => CASES.find((each) => each.name === name)!;
const number = (record: Record<string, unknown>, key: string): number => record[key] as number;

const REPLICATIONS = 30;
const WARM_UP = 400;

interface Station {
  arrivalRate: number;
  service: (draw: (mean: number) => number) => number;
  servers: number;
  /** Most customers in the system; those who find it full go away. */
  room?: number;
  /** Days before anything counts. Default 400. */
  warmUp?: number;
  days: number;
}

/** In each replication: mean wait, share who waited, mean queue, share of servers busy, share turned away. */
type Results = Record<'wait' | 'waited' | 'queue' | 'busy' | 'blocked', number[]>;

function replicate(station: Station): Results {
  const results: Results = { wait: [], waited: [], queue: [], busy: [], blocked: [] };
  const { warmUp = WARM_UP } = station;
  const simulation = new Simulation({ recordCauses: false });
  for (let replication = 0; replication < REPLICATIONS; replication++) {
    simulation.reset({ recordCauses: false });
    const draw = exponentialFrom(1000 + 77 * replication);
    const desk = simulation.resource('desk', { capacity: station.servers });
    let days = 0;
    let waited = 0;
    let served = 0;
    let came = 0;
    let blocked = 0;
    const isWarm = (): boolean => simulation.now > warmUp;
    function* customer(): Generator<Command, void, unknown> {
      const arrival = simulation.now;
      if (isWarm()) came++;
      if (desk.inUse + desk.queueLength >= (station.room ?? Infinity)) {
        if (isWarm()) blocked++;
        return;
      }
      const ticket = yield* desk.acquire();
      if (arrival > warmUp) {
        days += simulation.now - arrival;
        if (simulation.now > arrival) waited++;
        served++;
      }
      yield station.service(draw);
      desk.release(ticket);
    }
    simulation.process('source', function* () {
      for (;;) {
        yield draw(1 / station.arrivalRate);
        simulation.process('customer', customer);
      }
    });
    simulation.run({ until: warmUp });
    desk.restartStatistics();
    simulation.run({ until: warmUp + station.days });
    results.wait.push(days / served);
    results.waited.push(waited / served);
    results.queue.push(desk.statistics().queue.mean);
    results.busy.push(desk.statistics().utilization);
    results.blocked.push(blocked / came);
  }
  return results;
}

function expectWithin(values: number[], expected: number): void {
  const { mean, error } = meanAndError(values);
  expect(Math.abs(mean - expected), `${mean} ± ${error}, expected ${expected}`).toBeLessThanOrEqual(
    4 * error,
  );
}

describe('queueing theory, within four standard errors of thirty replications', () => {
  for (const [name, days] of [
    ['MM1_1_2', 4000],
    ['MM1_0.9_1', 6000],
    ['MMc_2_1_3', 3000],
    ['MMc_18_1_20', 1000],
  ] as const) {
    it(`${name}: wait, queue and utilization`, () => {
      const { inputs, expected } = caseOf(name);
      const results = replicate({
        arrivalRate: number(inputs, 'lambda_'),
        service: (draw) => draw(1 / number(inputs, 'mu')),
        servers: (inputs['c'] as number | undefined) ?? 1,
        days,
      });
      expectWithin(results.wait, number(expected, 'Wq'));
      expectWithin(results.queue, number(expected, 'Lq'));
      expectWithin(results.busy, number(expected, 'rho'));
    });
  }

  it('M/D/1: constant service', () => {
    const { expected } = caseOf('MD1_0.8');
    const results = replicate({ arrivalRate: 0.8, service: () => 1, servers: 1, days: 4000 });
    expectWithin(results.wait, number(expected, 'Wq'));
    expectWithin(results.queue, number(expected, 'Lq'));
  });

  it('M/G/1: lognormal service of squared variation 4', () => {
    const { inputs, expected } = caseOf('MG1_lognormal_cv2_0.8');
    const service = lognormalFromMean(number(inputs, 'meanService'), Math.sqrt(number(inputs, 'varService')));
    const uniform = uniformFrom(1602);
    const results = replicate({
      arrivalRate: number(inputs, 'lambda_'),
      service: () => quantile(service, uniform()),
      servers: 1,
      warmUp: 2000,
      days: 15_000,
    });
    expectWithin(results.wait, number(expected, 'Wq'));
    expectWithin(results.queue, number(expected, 'Lq'));
    expectWithin(results.busy, number(expected, 'rho'));
  });

  for (const [name, days] of [
    ['Erlang_10_8', 1000],
    ['Erlang_100_90', 250],
  ] as const) {
    const { inputs, expected } = caseOf(name);
    const servers = number(inputs, 'c');
    const station = {
      arrivalRate: number(inputs, 'offeredLoadErlangs'),
      service: (draw: (mean: number) => number) => draw(1),
      servers,
      warmUp: 50,
      days,
    };

    it(`${name}, formula B: customers who find all servers busy are lost`, () => {
      expectWithin(replicate({ ...station, room: servers }).blocked, number(expected, 'erlangB'));
    });

    it(`${name}, formula C: share of customers who wait`, () => {
      expectWithin(replicate(station).waited, number(expected, 'erlangC'));
    });
  }

  it('M/M/c/K: customers who find the system full go away', () => {
    const { expected } = caseOf('MMcK_2_1_2_4');
    const results = replicate({
      arrivalRate: 2,
      service: (draw) => draw(1),
      servers: 2,
      room: 4,
      days: 3000,
    });
    expectWithin(results.blocked, number(expected, 'pBlock'));
    expectWithin(results.wait, number(expected, 'Wq'));
    expectWithin(results.queue, number(expected, 'Lq'));
  });

  it('two priorities, not preempted: waits by Cobham', () => {
    const expected = caseOf('MM1_two_priority').expected['nonpreemptive'] as Record<string, number>;
    const waits: [number[], number[]] = [[], []];
    const simulation = new Simulation({ recordCauses: false });
    for (let replication = 0; replication < REPLICATIONS; replication++) {
      simulation.reset({ recordCauses: false });
      const draw = exponentialFrom(5 + 31 * replication);
      const desk = simulation.resource('desk');
      const sums = [0, 0];
      const counts = [0, 0];
      const came: number[] = [];
      for (const [index, rate] of [0.3, 0.4].entries()) {
        const leave = (): void => desk.release(1);
        const serve = (customer: number): void => {
          if (came[customer] > WARM_UP) {
            sums[index] += simulation.now - came[customer];
            counts[index]++;
          }
          simulation.schedule(draw(1), leave);
        };
        const arrive = (): void => {
          came.push(simulation.now);
          desk.request(serve, came.length - 1, 0, 0, { priority: index });
          simulation.schedule(draw(1 / rate), arrive);
        };
        simulation.schedule(draw(1 / rate), arrive);
      }
      simulation.run({ until: WARM_UP + 6000 });
      waits[0].push(sums[0] / counts[0]);
      waits[1].push(sums[1] / counts[1]);
    }
    expectWithin(waits[0], expected['Wq1']);
    expectWithin(waits[1], expected['Wq2']);
  });

  it('two priorities, the urgent interrupt the others, who resume: times in the system', () => {
    const { inputs, expected } = caseOf('MM1_two_priority');
    const { W1, W2 } = expected['preemptiveResume'] as Record<string, number>;
    const stays: [number[], number[]] = [[], []];
    const simulation = new Simulation({ recordCauses: false });
    for (let replication = 0; replication < REPLICATIONS; replication++) {
      simulation.reset({ recordCauses: false });
      const draw = exponentialFrom(70 + 19 * replication);
      const desk = simulation.resource('desk');
      const sums = [0, 0];
      const counts = [0, 0];
      let served: Process | undefined;
      const leave = (kind: number, came: number): void => {
        if (came <= WARM_UP) return;
        sums[kind] += simulation.now - came;
        counts[kind]++;
      };
      function* urgent(): Generator<Command, void, unknown> {
        const came = simulation.now;
        served?.interrupt();
        const ticket = yield* desk.acquire({ priority: 0 });
        yield draw(1 / number(inputs, 'mu'));
        desk.release(ticket);
        leave(0, came);
      }
      function* patient(): Generator<Command, void, unknown> {
        const came = simulation.now;
        let left = draw(1 / number(inputs, 'mu'));
        // Who was interrupted goes on before others of its kind.
        for (let priority = 2; left > 0; priority = 1) {
          const ticket = yield* desk.acquire({ priority });
          served = simulation.activeProcess;
          try {
            yield left;
            left = 0;
          } catch (error) {
            if (!(error instanceof Interrupt)) throw error;
            left = error.remainingDays ?? left;
          }
          served = undefined;
          desk.release(ticket);
        }
        leave(1, came);
      }
      for (const [rate, body] of [
        [number(inputs, 'lambda1'), urgent],
        [number(inputs, 'lambda2'), patient],
      ] as const) {
        simulation.process('source', function* () {
          for (;;) {
            yield draw(1 / rate);
            simulation.process('customer', body);
          }
        });
      }
      simulation.run({ until: WARM_UP + 6000 });
      stays[0].push(sums[0] / counts[0]);
      stays[1].push(sums[1] / counts[1]);
    }
    expectWithin(stays[0], W1);
    expectWithin(stays[1], W2);
  });

  it('two priorities, the urgent preempt the others, whose work goes on: times in the system', () => {
    const { inputs, expected } = caseOf('MM1_two_priority');
    const { W1, W2 } = expected['preemptiveResume'] as Record<string, number>;
    const stays: [number[], number[]] = [[], []];
    const simulation = new Simulation({ recordCauses: false });
    for (let replication = 0; replication < REPLICATIONS; replication++) {
      simulation.reset({ recordCauses: false });
      const draw = exponentialFrom(170 + 19 * replication);
      const desk = simulation.resource('desk');
      for (const [priority, rate] of [number(inputs, 'lambda1'), number(inputs, 'lambda2')].entries()) {
        let days = 0;
        let served = 0;
        function* customer(): Generator<Command, void, unknown> {
          const came = simulation.now;
          const ticket = yield* desk.acquire({ priority, preempt: true });
          yield* desk.during(ticket, draw(1 / number(inputs, 'mu')));
          desk.release(ticket);
          if (came <= WARM_UP) return;
          days += simulation.now - came;
          served++;
        }
        simulation.process('source', function* () {
          for (;;) {
            yield draw(1 / rate);
            simulation.process('customer', customer);
          }
        });
        simulation.schedule(WARM_UP + 5999, () => stays[priority].push(days / served));
      }
      simulation.run({ until: WARM_UP + 6000 });
    }
    expectWithin(stays[0], W1);
    expectWithin(stays[1], W2);
  });

  it('machine repair: five machines, one repairer', () => {
    const { expected } = caseOf('machine_repair_5_1');
    const down: number[] = [];
    const busy: number[] = [];
    for (let replication = 0; replication < REPLICATIONS; replication++) {
      const simulation = new Simulation({ recordCauses: false });
      const draw = exponentialFrom(9 + 13 * replication);
      const repairer = simulation.resource('repairer');
      for (let machine = 0; machine < 5; machine++) {
        simulation.process('machine', function* () {
          for (;;) {
            yield draw(10);
            const ticket = yield* repairer.acquire();
            yield draw(1);
            repairer.release(ticket);
          }
        });
      }
      simulation.run({ until: WARM_UP });
      repairer.restartStatistics();
      simulation.run({ until: WARM_UP + 4000 });
      const { amount, queue } = repairer.statistics();
      busy.push(amount.mean);
      down.push(amount.mean + queue.mean);
    }
    expectWithin(down, number(expected, 'meanDown'));
    expectWithin(busy, number(expected, 'meanBusyRepair'));
  });
});
