import { describe, expect, test } from 'vitest';
import { basePoint, replicate } from '../../src/experiment/index.ts';
import { layoutOf, type Column } from '../../src/record/index.ts';
import { pack } from '../../src/experiment/replicate.ts';
import { Simulation } from '../../src/kernel/index.ts';
import { model, scenario } from '../fixtures/toy/model.ts';

const column = (name: string, kind: Column['kind']): Column => ({ name, kind, unit: '', description: '' });
const layout = layoutOf({
  startDate: '2026-01-01',
  horizonDays: 10,
  gridDays: [1, 2],
  columns: [column('a', 'scalar'), column('m', 'milestone'), column('s', 'series')],
});

describe('packing an outcome', () => {
  test('puts the numbers in column order, whatever the order of the outcome', () => {
    expect([...pack(layout, { s: [3, 4], m: Infinity, a: 1 })]).toEqual([1, Infinity, 3, 4]);
  });

  test('refuses a milestone after the horizon that is not Infinity: it would count as reached', () => {
    const outcome = { a: 1, m: 15, s: [1, 2] };
    expect(() => pack(layout, outcome, 10)).toThrow(
      'output m: day 15 after the horizon 10, expected Infinity for what is not reached by then',
    );
    expect(pack(layout, { ...outcome, m: 10 }, 10)[1]).toBe(10);
    expect(pack(layout, { ...outcome, a: 15, m: Infinity }, 10)[0]).toBe(15);
  });

  test.each([
    ['a missing output', { m: 1, s: [1, 2] }, 'output a: missing, expected a number, or Infinity for none'],
    ['an output that is not declared', { a: 1, m: 1, s: [1, 2], x: 1 }, 'output x: not declared'],
    [
      'a series that is too short',
      { a: 1, m: 1, s: [1] },
      'output s: 1 numbers, expected a finite number for each',
    ],
    ['a number in place of a series', { a: 1, m: 1, s: 1 }, 'output s: one number, expected'],
    [
      'a series in place of a number',
      { a: [1, 2], m: 1, s: [1, 2] },
      'output a: 2 numbers, expected a number',
    ],
    ['NaN in a scalar', { a: NaN, m: 1, s: [1, 2] }, 'output a: NaN, expected'],
    ['NaN in a milestone', { a: 1, m: NaN, s: [1, 2] }, 'output m: NaN, expected a day or Infinity'],
    [
      'a milestone that no calendar can date',
      { a: 1, m: -1e9, s: [1, 2] },
      'output m: day -1000000000, expected a day within 1000000 of the start, so that it has a date',
    ],
    ['−Infinity', { a: -Infinity, m: 1, s: [1, 2] }, 'output a: -Infinity, expected'],
    [
      'an infinite number in a series',
      { a: 1, m: 1, s: [1, Infinity] },
      'output s: Infinity at grid place 1',
    ],
  ])('refuses %s, naming it', (_name, outcome, message) => {
    expect(() => pack(layout, outcome)).toThrow(message);
  });
});

describe('one replication', () => {
  test('is a pure function of seed and number, on a simulation that was used before', () => {
    const simulation = new Simulation();
    const point = basePoint(scenario);
    const first = replicate(model, simulation, point, 'a', 3);
    replicate(model, simulation, point, 'a', 4);
    replicate(model, simulation, point, 'b', 3);
    expect(replicate(model, simulation, point, 'a', 3)).toEqual(first);
    expect(replicate(model, new Simulation(), point, 'a', 3)).toEqual(first);
    expect(replicate(model, simulation, point, 'a', 4)).not.toEqual(first);
    expect(replicate(model, simulation, point, 'b', 3)).not.toEqual(first);
  });

  test('with every cause at plan takes the medians, so that replications agree', () => {
    const point = { ...basePoint(scenario), atPlan: model.causes };
    const record = replicate(model, new Simulation(), point, 'a', 0);
    expect(record[0]).toBeCloseTo(Math.sqrt(20 * 40) + Math.sqrt(30 * 60) + 10, 6);
    expect(replicate(model, new Simulation(), point, 'a', 1)).toEqual(record);
  });

  test('of a model whose run is still to come is refused: an async function, or a generator', () => {
    const point = basePoint(scenario);
    const runs = [async () => ({}), function* () {}].map((run) => run as never);
    const started = runs.flatMap((run) => [
      () => replicate({ ...model, run }, new Simulation(), point, 'a', 0),
      () => replicate({ ...model, prepared: () => run }, new Simulation(), point, 'a', 0),
    ]);
    for (const start of started)
      expect(start).toThrow(
        new RegExp(`^run of model ${model.name}: gave a (promise|generator), expected its outputs`),
      );
  });
});
