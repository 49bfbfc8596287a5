import { expect, test } from 'vitest';
import { step } from '../../../models/rollout/relaxationStep.ts';
import {
  clamped,
  constant,
  exponential,
  fromInterval80,
  lowModeHigh,
  normal,
  quantile,
  triangular,
  uniform,
  type Distribution,
} from '../../../src/random/index.ts';
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
  // Twelve digits are written.
  for (const u of [0.1, 0.5, 0.9]) expect(quantile(value, u) / quantile(range, u)).toBeCloseTo(0.9, 6);
});

test.each<[string, Distribution]>([
  ['low / mode / high', lowModeHigh(0.5, 0.8, 0.95)],
  ['a triangle', triangular(0.5, 0.8, 0.95)],
  ['a uniform range', uniform(0.5, 0.95)],
  ['a to b', fromInterval80(0.5, 0.95)],
])('%s of a share becomes a tenth more, and nowhere above all of it', (_, range) => {
  const [found] = step('share', 'provider', 0.1, [['share', range, { max: 1 }]]);
  const { value } = evaluateDistribution(String(found!.settings['share']), 'ratio', { max: 1 });
  for (const u of [0.1, 0.5, 0.9, 0.999]) expect(quantile(value, u)).toBeLessThanOrEqual(1);
  expect(quantile(value, 0.1) / quantile(range, 0.1)).toBeCloseTo(1.1, 1);
  expect(quantile(value, 0.9)).toBeGreaterThan(quantile(range, 0.9));
});

test('what no scenario can state has no step, nor what would stay as it is', () => {
  expect(setting(normal(30, 5))).toBeUndefined();
  expect(setting(constant(0), { unit: 'days' })).toBeUndefined();
});
