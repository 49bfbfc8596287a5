import { describe, expect, test } from 'vitest';
import { Simulation } from '../../src/kernel/index.ts';
import { constant, exponential, normal, Streams } from '../../src/random/index.ts';

const open = (seed = 'next'): Streams => {
  const streams = new Streams({ seed });
  streams.begin(0);
  return streams;
};

describe('a draw without a serial', () => {
  test('is the next of its stream: serial 0, and one occurrence after the other', () => {
    const streams = open();
    const stream = streams.open('a', 'b', 'c');
    const d = exponential(3);
    const next = [stream.draw(d), stream.draw(d), stream.draw(d)];
    expect(next).toEqual([0, 1, 2].map((occurrence) => stream.draw(d, 0, occurrence)));
    expect(new Set(next).size).toBe(3);
  });

  test('counts whatever is drawn: uniforms, normals, chances, remainders and what is shared', () => {
    const one = open().open('a', 'b', 'c');
    const other = open().open('a', 'b', 'c');
    expect([
      one.uniform(),
      one.normal(),
      one.chance(0.5),
      one.drawRemaining(exponential(1), 2),
      one.drawShared(normal(0, 1), 0.3, 0.5),
    ]).toEqual([
      other.uniform(0, 0),
      other.normal(0, 1),
      other.chance(0.5, 0, 2),
      other.drawRemaining(exponential(1), 2, 0, 3),
      other.drawShared(normal(0, 1), 0.3, 0.5, 0, 4),
    ]);
  });

  test('has no occurrence: one without its serial is refused by every kind of draw', () => {
    const stream = open().open('a', 'b', 'c');
    for (const draw of [
      () => stream.uniform(undefined, 3),
      () => stream.draw(exponential(1), undefined, 3),
      () => stream.normal(undefined, 0),
      () => stream.chance(0.5, undefined, 3),
      () => stream.drawRemaining(exponential(1), 2, undefined, 3),
      () => stream.drawShared(exponential(1), 0, 0.5, undefined, 3),
    ])
      expect(draw).toThrow(/address of a\/b\/c: serial undefined, occurrence \d, expected integers from 0/);
    expect(stream.uniform()).toBe(stream.uniform(0, 0));
  });

  test('begins anew with every replication, and on every stream for itself', () => {
    const streams = open();
    const stream = streams.open('a', 'b', 'c');
    const first = [stream.uniform(), stream.uniform()];
    streams.begin(1);
    expect(stream.uniform()).not.toBe(first[0]);
    streams.open('a', 'b', 'other').uniform();
    streams.begin(0);
    expect([stream.uniform(), stream.uniform()]).toEqual(first);
  });

  test('goes on after 65,536 of them with the next serial', () => {
    const stream = open().open('a', 'b', 'c');
    for (let k = 0; k < 65_536; k++) stream.uniform();
    expect(stream.uniform()).toBe(stream.uniform(1, 0));
  });

  test('is the median at plan, every time', () => {
    const streams = new Streams({ seed: 's', atPlan: ['a'] });
    const stream = streams.open('a', 'b', 'c');
    expect([stream.draw(constant(4)), stream.uniform(), stream.uniform()]).toEqual([4, 0.5, 0.5]);
  });

  test('a draw with a serial stays the same, whatever was drawn before', () => {
    const stream = open().open('a', 'b', 'c');
    const before = stream.uniform(7, 2);
    stream.uniform();
    expect(stream.uniform(7, 2)).toBe(before);
  });
});

// M/M/1 as in any introduction to SimPy: two streams, and every draw is a new one. Mean time in the system 1 / (μ − λ).
test('an M/M/1 queue written without serials is random: its mean time in the system is that of theory', () => {
  const [arrivalMean, serviceMean, customers] = [1, 0.5, 400];
  const means: number[] = [];
  for (let replication = 0; replication < 200; replication++) {
    const streams = new Streams({ seed: 'mm1' });
    streams.begin(replication);
    const arrivals = streams.open('queue', 'customers', 'arrival');
    const services = streams.open('queue', 'server', 'service');
    const simulation = new Simulation();
    const server = simulation.resource('server', { capacity: 1 });
    let inSystem = 0;
    let counted = 0;
    const customer = function* (index: number) {
      const arrived = simulation.now;
      const ticket = yield* server.acquire();
      yield services.draw(exponential(serviceMean));
      server.release(ticket);
      if (index < 100) return;
      inSystem += simulation.now - arrived;
      counted++;
    };
    simulation.process('source', function* () {
      for (let index = 0; index < customers; index++) {
        yield arrivals.draw(exponential(arrivalMean));
        simulation.process(`customer ${index}`, () => customer(index));
      }
    });
    simulation.run();
    means.push(inSystem / counted);
  }
  const mean = means.reduce((sum, value) => sum + value, 0) / means.length;
  const variance = means.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (means.length - 1);
  const theory = 1 / (1 / serviceMean - 1 / arrivalMean);
  expect(Math.abs(mean - theory)).toBeLessThan(4 * Math.sqrt(variance / means.length));
});
