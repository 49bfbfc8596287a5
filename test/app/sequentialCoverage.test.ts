import { describe, expect, test } from 'vitest';
import { isPreciseEnough, precisionFrom } from '../../src/app/precision.ts';
import { inline } from '../../src/execution/index.ts';
import {
  basePoint,
  defineExperiment,
  memoryStore,
  runUntil,
  type Model,
} from '../../src/experiment/index.ts';
import { targetProbability } from '../../src/explain/index.ts';
import { cdf, lognormal } from '../../src/random/index.ts';
import { quantileEstimate, type Estimate } from '../../src/statistics/index.ts';

/** A milestone whose distribution is known: lognormal with median 200 days, due so that 70 % are on time. */
const days = lognormal(200, 0.3);
const model: Model<object> = {
  name: 'known',
  version: '1',
  causes: ['time'],
  outputs: () => ({
    startDate: '2026-01-01',
    horizonDays: 2000,
    gridDays: [],
    columns: [{ name: 'm', unit: 'day', kind: 'milestone', description: 'm', due: '2026-08-22' }],
  }),
  inputs: () => [],
  run: (_simulation, _scenario, streams) => ({ m: streams.open('time', 'it', 'duration').draw(days) }),
};
const EXPERIMENTS = 1000;
/** Day of the due date, to its end. */
const onTime = cdf(days, 234);

/** Runs the experiment to a precision under many seeds, and gives the estimates at which it stopped. */
async function stopped(
  precision: string,
): Promise<{ median: Estimate; probability: Estimate; sizes: Set<number> }[]> {
  const asked = precisionFrom(precision);
  const executor = inline(model);
  const results = [];
  for (let seed = 0; seed < EXPERIMENTS; seed++) {
    const experiment = defineExperiment({
      model,
      seed: `coverage ${seed}`,
      points: [basePoint({})],
      version: '1',
    });
    const { records, reached, looks } = await runUntil({
      experiment,
      executor,
      store: memoryStore(experiment),
      replications: 10_000,
      isPrecise: (all) => isPreciseEnough(all, asked),
    });
    expect(reached).toBe(true);
    results.push({
      median: quantileEstimate(records.points[0].column('m').sort(), 0.5),
      probability: targetProbability(records, 'base')!,
      sizes: new Set(looks),
    });
  }
  return results;
}

const covered = (estimates: readonly Estimate[], truth: number): number =>
  estimates.filter(({ low, high }) => low! <= truth && truth <= high!).length / estimates.length;

describe('over 1,000 experiments on a model with a known answer, stopping when precise', () => {
  test('the interval of the median at ±10 days holds it 92.2–97.8 % of the times', async () => {
    const results = await stopped('±10d');
    const coverage = covered(
      results.map(({ median }) => median),
      200,
    );
    const ends = new Set(results.map(({ sizes }) => Math.max(...sizes)));
    // The stop is decided by the data: experiments end at several looks.
    expect(ends.size).toBeGreaterThan(1);
    expect(coverage).toBeGreaterThanOrEqual(0.922);
    expect(coverage).toBeLessThanOrEqual(0.978);
  });

  test('the interval of the probability at ±7 points holds it 92.2–97.8 % of the times', async () => {
    const coverage = covered(
      (await stopped('±7pp')).map(({ probability }) => probability),
      onTime,
    );
    expect(coverage).toBeGreaterThanOrEqual(0.922);
    expect(coverage).toBeLessThanOrEqual(0.978);
  });
});
