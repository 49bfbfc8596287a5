import { expect, test } from 'vitest';
import { transformerDays } from '../../../../models/rollout/power/transformer.ts';
import type { DedicatedSite } from '../../../../models/rollout/scenario.ts';
import { oneCampus, runCampus } from '../oneCampus.ts';

test('units fail their factory test as often as the catalog says, and then take as long as it says', () => {
  const scenario = oneCampus(({ construction, site }) => {
    delete site.power.orders;
    construction.transformer.failure = '60 days';
    construction.transformer.regimes.open.failureProbability = '5 %';
  });
  const { world } = runCampus(scenario);
  const site = scenario.sites[0] as DedicatedSite;
  const units = 4000;
  let failed = 0;
  for (let unit = 0; unit < units; unit++) {
    const { failure } = transformerDays(world, site, unit);
    if (failure > 0) expect(failure).toBe(60);
    failed += failure > 0 ? 1 : 0;
  }
  expect(Math.abs(failed / units - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / units));
});
