import { expect, test } from 'vitest';
import { rollout } from '../../../../models/rollout/index.ts';
import { replicator } from '../../../../src/experiment/replicate.ts';
import { Simulation } from '../../../../src/kernel/index.ts';
import { shippedScenario } from '../shippedScenario.ts';

const NAMES = [
  'chips-ample',
  'allot-at-wafer-start',
  'h100-era',
  'output-by-packaging',
  'with-disruptions',
  'openai-aws-138b',
];

test.each(NAMES)('%s loads, declares what it records and runs', (name) => {
  const { scenario, ledger } = shippedScenario(name);
  const point = { name, scenario, settings: {}, atPlan: [], inputs: {} };
  const run = replicator(rollout, new Simulation(), point, 'shipped');
  expect(run(0)).toEqual(run(0));
  expect(ledger.filter(({ basis }) => basis === 'assumption').length).toBeGreaterThan(0);
});
