import { expect, test } from 'vitest';
import { daysOf, oneCampus, runCampus, type Parts, type ScenarioText } from '../oneCampus.ts';

type Pool = NonNullable<ScenarioText['construction']['transformer']['pools']>[number];

/** Two campuses that order three reserved units each; reserved takes 50 days, the open market 300. */
const sharing =
  (pool: Omit<Pool, 'owner' | 'regime'>) =>
  ({ scenario, construction, site }: Parts): void => {
    delete site.power.orders;
    site.power.regime = 'reserved';
    construction.transformer.regimes.reserved.leadTime = '50 days';
    construction.transformer.regimes.open.leadTime = '300 days';
    construction.transformer.pools = [{ owner: 'provider', regime: 'reserved', ...pool }];
    scenario.sites.push({ ...structuredClone(site), name: 'D2', start: '2026-01-11' });
  };

test('slots go to the site that orders first; the rest is bought on the open market', () => {
  const run = runCampus(oneCampus(sharing({ units: '4 unit' })));
  expect(daysOf(run, 'transformer lead time')).toEqual([70, 70, 70, 80, 330, 330]);
});

test('orders that wait get the slots as they come free', () => {
  const run = runCampus(oneCampus(sharing({ units: '3 unit', every: '40 days', whenEmpty: 'wait' })));
  // One unit came free before the second site ordered on day 30; further ones from day 40 on.
  expect(daysOf(run, 'transformer lead time')).toEqual([70, 70, 70, 90, 130, 170]);
});

test('a site that is given up returns its slots', () => {
  const run = runCampus(
    oneCampus((parts) => {
      sharing({ units: '3 unit', whenEmpty: 'wait' })(parts);
      parts.construction.connections = [
        { name: 'utility', study: '35 days', agreement: '0 days', dropout: { study: '100 %' } },
      ];
      parts.site.power.connection = { utility: 'utility', requested: '2026-01-01' };
    }),
  );
  expect(run.world.switching.withdrawnSites).toBe(1);
  expect(daysOf(run, 'transformer lead time')).toEqual([85, 85, 85]);
});

test('an owner without a pool buys under its regime as before', () => {
  const run = runCampus(
    oneCampus((parts) => {
      sharing({ units: '1 unit' })(parts);
      parts.scenario.sites.pop();
      parts.site.power.owner = 'utility';
    }),
  );
  expect(daysOf(run, 'transformer lead time')).toEqual([70, 70, 70]);
});
