import { describe, expect, test } from 'vitest';
import { inputAnswers } from '../../src/answer/inputFifths.ts';
import { inputEffects, overall, tellingResponse } from '../../src/explain/index.ts';
import { inputsTable } from '../../src/output/inputsTable.ts';
import type { Results } from '../../src/answer/results.ts';
import { readTable } from '../../src/answer/resultsTable.ts';
import type { PointRecords } from '../../src/record/index.ts';

const RUNS = 100;
const outputs = {
  startDate: '2026-01-01',
  horizonDays: 200,
  columns: [
    { name: 'target', kind: 'milestone', unit: 'day', description: '', role: 'readiness', due: '2026-04-10' },
    { name: 'part', kind: 'scalar', unit: 'share', description: '', role: 'attained' },
    { name: 'input', kind: 'scalar', unit: '', description: '', role: 'input', measure: 'leadTime' },
  ],
};

/** A hundred runs of which the run number r draws r, and is there after r days more than the first. */
function point(firstDay: number, latest = Infinity): PointRecords {
  const run = Float64Array.from({ length: RUNS }, (_, place) => place);
  const columns: Readonly<Record<string, Float64Array>> = {
    input: run,
    target: run.map((place) => (firstDay + place > latest ? Infinity : firstDay + place)),
    part: run.map((place) => Math.min(1, 99 / (firstDay + place))),
  };
  return {
    name: 'base',
    outputs,
    column: (name: string) => columns[name]!.slice(),
  } as unknown as PointRecords;
}

describe('what a run depends on', () => {
  test.each([
    [0.1, 'part'],
    [0.2, 'probability'],
    [0.8, 'probability'],
    [0.81, 'days'],
    [undefined, 'probability'],
  ])('shows at a probability of %j best in the %s', (probability, response) => {
    expect(tellingResponse(probability)).toBe(response);
  });

  test('is told in days alone of a target that was due before the as-of date, in its table and in the answer', () => {
    const past = { ...point(10), outputs: { ...outputs, asOf: '2026-05-01' } } as unknown as PointRecords;
    const [low, high] = inputEffects(past);
    expect([low!.target.estimate, low!.attained, high!.days.estimate]).toEqual([undefined, undefined, 99.5]);
    expect([overall(past).target.estimate, overall(past).attained.estimate]).toEqual([undefined, undefined]);
    expect(low!.rankCorrelation.estimate).toBe(1);
    const tables = new Map([['inputs', readTable(inputsTable(past)!)]]);
    expect(inputAnswers({ manifest: undefined, tables }, undefined).measure).toBe('mean_days');
  });

  test('is told in days of the fifths with the lowest and the highest draw, the horizon at most', () => {
    // Days 10 to 109, due at the end of day 99: 90 of 100 are in time.
    const [low, high] = inputEffects(point(10));
    expect([low!.target.estimate, high!.target.estimate]).toEqual([1, 0.5]);
    expect([low!.days.estimate, high!.days.estimate]).toEqual([19.5, 99.5]);
    expect(overall(point(10)).days.estimate).toBe(59.5);
    // Those after day 100 never come: of the last fifth 90 to 100, and nine times the horizon.
    expect(inputEffects(point(10, 100))[1]!.days.estimate).toBe((95 * 11 + 9 * 200) / 20);
  });

  test('goes by the days where it is nearly sure, by the part where it is nearly ruled out', () => {
    const correlation = (of: PointRecords) => inputEffects(of)[0]!.rankCorrelation.estimate;
    expect(correlation(point(10))).toBeCloseTo(1, 12);
    // Days 90 to 189: ten in time, the part by the date falls.
    expect(correlation(point(90))).toBeLessThan(-0.99);
  });

  test.each([
    [10, 'mean_days', 59.5],
    [50, 'p_target', 0.5],
    [95, 'attained', undefined],
  ])('from day %d on is read off inputs.csv as %s', (firstDay, measure, base) => {
    const found = overall(point(firstDay));
    const tables = new Map([['inputs', readTable(inputsTable(point(firstDay))!)]]);
    const answers = inputAnswers(
      { tables } as unknown as Results,
      {
        probability: found.target,
      } as Parameters<typeof inputAnswers>[1],
    );
    expect(answers.measure).toBe(measure);
    if (base !== undefined) expect(answers.base?.estimate).toBe(base);
    expect(answers.inputs.map(({ input }) => input)).toEqual(['leadTime']);
  });
});
