import { describe, expect, test } from 'vitest';
import { exponential } from '../../src/random/index.ts';
import { inline } from '../../src/execution/index.ts';
import { Simulation } from '../../src/kernel/index.ts';
import { batchMeans, meanInterval } from '../../src/statistics/index.ts';
import {
  basePoint,
  defineExperiment,
  defineModel,
  memoryStore,
  replicate,
  runExperiment,
  sampleOnGrid,
} from '../../src/experiment/index.ts';

const queue = defineModel({
  name: 'mm1',
  outputs: [{ name: 'wait', unit: 'minute' }],
  run(simulation, { load, customers }: { load: number; customers: number }, streams) {
    const clerk = simulation.resource('clerk', { capacity: 1 });
    const [between, service] = ['between', 'service'].map((purpose) =>
      streams.open('queue', 'clerk', purpose),
    );
    const waits: number[] = [];
    simulation.process('arrivals', function* () {
      for (let i = 0; i < customers; i++) {
        yield between.draw(exponential(1 / load));
        simulation.process('customer', function* () {
          const arrived = simulation.now;
          const ticket = yield* clerk.acquire();
          waits.push(simulation.now - arrived);
          yield service.draw(exponential(1));
          clerk.release(ticket);
        });
      }
    });
    simulation.run();
    return { wait: batchMeans(waits, { warmUp: customers / 10 }).estimate! };
  },
});

describe('a model from its columns and its run', () => {
  test('needs no horizon, start date or descriptions: M/M/1 at load 0.5 waits one service', async () => {
    const points = [basePoint({ load: 0.5, customers: 4000 })];
    const experiment = defineExperiment({ model: queue, points, seed: 1 });
    const store = memoryStore(experiment);
    const { points: found } = await runExperiment({
      experiment,
      executor: inline(queue),
      store,
      replications: 20,
    });
    const wait = meanInterval(found[0]!.column('wait'));
    expect(Math.abs(wait.estimate! - 1)).toBeLessThan(4 * wait.standardError!);
  });

  test('has the defaults that it names, and keeps what it was given', () => {
    expect(queue.outputs({ load: 1, customers: 1 })).toEqual({
      startDate: '2000-01-01',
      horizonDays: 1_000_000,
      gridDays: [],
      columns: [{ name: 'wait', unit: 'minute', kind: 'scalar', description: 'wait' }],
    });
    const dated = defineModel({
      name: 'dated',
      version: '7',
      causes: ['rain'],
      outputs: (days: number) => ({
        startDate: '2026-01-01',
        gridDays: [days],
        columns: [{ name: 'level', kind: 'series', unit: 'm', description: 'water' }],
      }),
      run: () => ({ level: [1] }),
    });
    expect(dated).toMatchObject({ version: '7', causes: ['rain'] });
    expect(dated.outputs(9)).toMatchObject({
      startDate: '2026-01-01',
      gridDays: [9],
      horizonDays: 1_000_000,
    });
    expect(dated.inputs(9)).toEqual([]);
  });
});

describe('a model of one’s own is refused in words', () => {
  const draft = { name: 'q', outputs: [{ name: 'wait' }], run: () => ({ wait: 1 }) };
  test.each([
    [{ ...draft, name: undefined }, 'name of a model: undefined, expected a text'],
    [
      { name: 'q', columns: draft.outputs, run: draft.run },
      'model q: outputs undefined, expected a list of columns',
    ],
    [{ ...draft, run: undefined }, 'model q: run undefined, expected a function'],
  ])('without a part of its draft: %#', (wrong, message) => {
    expect(() => defineModel(wrong as never)).toThrow(message);
  });

  test('where its function of the scenario gives no columns', () => {
    const model = defineModel({ ...draft, outputs: (() => ({})) as never });
    expect(() => model.outputs({})).toThrow('model q: columns undefined of its outputs, expected a list');
  });

  test.each([
    [undefined, 'run of model q: gave undefined, expected its outputs by name'],
    [3, 'run of model q: gave 3, expected its outputs by name'],
    [{ wait: 'a' }, 'output wait: "a", expected a number, or Infinity for none'],
    [{ wait: [1, 2] }, 'output wait: 2 numbers, expected a number'],
    [{ wait: undefined }, 'output wait: undefined, expected a number'],
  ])('where its run gives %j', (given, message) => {
    const model = defineModel({ ...draft, run: (() => given) as never });
    expect(() => replicate(model, new Simulation(), basePoint({}), '1', 0)).toThrow(message);
  });
});

test('a sample of a day is the state at its end, before all that happens at the next', () => {
  const simulation = new Simulation();
  let level = 0;
  const samples = sampleOnGrid(simulation, [0, 1, 2, 9], () => level);
  for (const time of [0.5, 1, 2, 2.999]) simulation.scheduleAt(time, () => void level++);
  simulation.run({ until: 5 });
  expect([...samples]).toEqual([1, 2, 4, NaN]);
});

test('a sample that is no number is refused where it is read', () => {
  const simulation = new Simulation();
  sampleOnGrid(simulation, [2], () => '5' as never);
  expect(() => simulation.run()).toThrow('sample: "5", expected a number (callback "sample", day 3)');
});
