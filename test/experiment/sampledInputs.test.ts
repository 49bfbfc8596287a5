import { describe, expect, test } from 'vitest';
import { inline } from '../../src/execution/index.ts';
import {
  basePoint,
  defineExperiment,
  memoryStore,
  runExperiment,
  type Model,
  type SampledInputs,
} from '../../src/experiment/index.ts';
import { uniform } from '../../src/random/index.ts';

/** Two inputs and one draw, written out as they come. */
const model: Model<object> = {
  name: 'shown',
  version: '1',
  causes: ['a'],
  outputs: () => ({
    startDate: '2026-01-01',
    horizonDays: 10,
    gridDays: [],
    columns: ['x', 'y', 'noise'].map((name) => ({ name, unit: '1', kind: 'scalar', description: name })),
  }),
  inputs: () =>
    ['x', 'y'].map((name) => ({ name, cause: 'a', distribution: uniform(0, 1), unit: '1', main: true })),
  run: (_simulation, _scenario, streams) => ({
    x: streams.input('x', uniform(0, 1), { cause: 'a' }),
    y: streams.input('y', uniform(0, 1), { cause: 'a' }),
    noise: streams.open('a', 'it', 'noise').uniform(),
  }),
};

const sample = (matrix: SampledInputs['matrix'], draws: 'A' | 'B'): SampledInputs => ({
  names: ['x', 'y'],
  matrix,
  draws,
  seed: '1',
});

describe('sampled inputs', () => {
  const experiment = defineExperiment({
    model,
    seed: '1',
    points: [
      { ...basePoint({}, 'A'), sample: sample('A', 'A') },
      { ...basePoint({}, 'B'), sample: sample('B', 'B') },
      { ...basePoint({}, 'AB y'), sample: sample({ fromB: 1 }, 'A') },
      { ...basePoint({}, 'A, seed of B'), sample: sample('A', 'B') },
    ],
  });

  test('change one factor at a time between points, the random numbers among them', async () => {
    const records = await runExperiment({
      experiment,
      executor: inline(model),
      store: memoryStore(experiment),
      replications: 20,
    });
    const [a, b, mixed, reseeded] = records.points.map((point) =>
      ['x', 'y', 'noise'].map((name) => [...point.column(name)]),
    );
    expect(mixed).toEqual([a[0], b[1], a[2]]);
    expect(reseeded).toEqual([a[0], a[1], b[2]]);
    expect(new Set([...a.flat(), ...b.flat()]).size).toBe(120);
  });

  test('are a part of what an experiment is, and plain points are not changed by them', () => {
    expect(experiment.identity).toContain('"sample":{"draws":"A","matrix":"A"');
    const plain = defineExperiment({ model, seed: '1', points: [basePoint({}, 'A')] });
    expect(plain.identity).not.toContain('sample');
  });

  test('are checked by name', () => {
    const points = [{ ...basePoint({}, 'A'), sample: { ...sample('A', 'A'), names: ['z'] } }];
    expect(() => defineExperiment({ model, seed: '1', points })).toThrow(
      'point A: input "z", expected one of x, y',
    );
  });
});
