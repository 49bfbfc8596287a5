import { expect, test } from 'vitest';
import { step } from '../../../models/rollout/relaxationStep.ts';
import {
  clamped,
  constant,
  exponential,
  fromInterval80,
  lowModeHigh,
  normal,
  triangular,
  uniform,
  type Distribution,
} from '../../../src/random/index.ts';
import { median } from '../../../src/random/index.ts';
import { evaluateDistribution } from '../../../src/scenario/evaluateQuantity.ts';

const setting = (range: Distribution, options: { unit?: string; max?: number } = {}): string | undefined =>
  step('wait', 'vendor', -0.1, [['wait', range, options]])[0]?.settings['wait'] as string | undefined;

test.each<[string, Distribution]>([
  ['a constant', constant(40)],
  ['low / mode / high', lowModeHigh(20, 30, 60)],
  ['a to b', fromInterval80(20, 60)],
  ['a to b within bounds', clamped(fromInterval80(20, 60), { min: 0, max: 70 })],
  ['a triangle', triangular(10, 20, 40)],
  ['a uniform range', uniform(10, 40)],
  ['an exponential wait', exponential(30)],
])('%s becomes a tenth less, as a scenario can state it', (_, range) => {
  const text = setting(range, { unit: 'days' })!;
  const { value } = evaluateDistribution(text, 'duration');
  expect(median(value) / median(range)).toBeCloseTo(0.9, 6);
});

test('what no scenario can state has no step, nor what has an end that a tail would pass', () => {
  expect(setting(normal(30, 5))).toBeUndefined();
  expect(setting(fromInterval80(0.2, 0.6), { max: 1 })).toBeUndefined();
  expect(setting(constant(0), { unit: 'days' })).toBeUndefined();
});
