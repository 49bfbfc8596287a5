import { describe, expect, test } from 'vitest';
import { relaxations } from '../../../models/rollout/relaxations.ts';
import { contractRacks } from '../../../models/rollout/contract/size.ts';
import { quantile } from '../../../src/random/index.ts';
import { replication } from './assertInvariants.ts';
import { scenarioOf } from './randomScenario.ts';
import { shippedScenario } from './shippedScenario.ts';
import { paperTree } from './variedPaper.ts';

const RARE = [2 ** -53, 1e-9, 1e-4, 0.01, 0.5, 0.99, 1 - 1e-4, 1 - 1e-9, 1 - 2 ** -53];

describe('every form of a range holds the bounds of its key', () => {
  test.each([
    ['contract.price', 'exponential(2.5) $/gpu/hour', 0.1],
    ['contract.price', '$0.1 to 5/gpu/hour', 0.1],
    ['contract.price', 'lognormal(median 1, sigma 2) $/gpu/hour', 0.1],
    ['contract.price', 'normal(2, 1) $/gpu/hour', 0.1],
    ['provider.pace', '0.2 to 3', 0.2],
    ['provider.pace', 'exponential(1)', 0.2],
    ['deployment.racksPerDay', 'exponential(2) rack/day', 0.5],
  ])('%s: %s', (path, text, least) => {
    const { scenario } = shippedScenario('openai-aws-38b', { [path]: text });
    const [room, key] = path.split('.') as ['contract', 'price'];
    for (const u of RARE) expect(quantile(scenario[room][key], u)).toBeGreaterThanOrEqual(least);
  });

  test.each(['20 to 90 %', 'exponential(40) %', 'lognormal(median 50, sigma 1) %'])(
    'a share of %s stays below 1',
    (text) => {
      const { scenario } = shippedScenario('openai-aws-38b', { 'chips.tenantCap': text });
      for (const u of RARE) expect(quantile(scenario.chips.tenantCap, u)).toBeLessThanOrEqual(1);
    },
  );

  test('so that no draw of the price buys more than it can at the least price', () => {
    const { scenario } = shippedScenario('openai-aws-38b', { 'contract.price': '$0.1 to 5/gpu/hour' });
    const most = contractRacks(scenario.contract, { pricePerGpuHour: 0.1, gpusPerRack: 72 });
    const drawn = contractRacks(scenario.contract, {
      pricePerGpuHour: quantile(scenario.contract.price, 1e-12),
      gpusPerRack: 72,
    });
    expect(drawn).toBe(most);
  });
});

describe('sites that were under way before the start', () => {
  test('ready halls and retrofits from long before hand over in the order of their days', () => {
    const scenario = scenarioOf(
      paperTree(({ sites }) => {
        Object.assign(sites[0]!, { from: '2023-05-01', monthly: '1 MW/month', ceiling: '9 MW' });
        (sites[1]!['halls'] as Record<string, unknown>[])[0]!['start'] = '2024-01-01';
      }),
    );
    const run = replication(scenario, 0);
    const [ready, retrofit] = run.floor.sites;
    expect(ready!.blocks[0]!.readyAt).toBe(-976);
    expect(retrofit!.blocks[0]!.readyAt).toBe(-731 + 90);
    expect(run.programmes[0]!.need.acceptedRacks).toBeGreaterThan(0);
  });
});

test('the usual steps that relax a scenario are all valid', () => {
  const { scenario } = shippedScenario('openai-aws-38b');
  for (const { settings } of relaxations(scenario))
    expect(() => shippedScenario('openai-aws-38b', settings as Record<string, string>)).not.toThrow();
});
