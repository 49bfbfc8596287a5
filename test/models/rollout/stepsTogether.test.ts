import { describe, expect, test } from 'vitest';
import { rollout } from '../../../models/rollout/index.ts';
import { dayNumber } from '../../../models/rollout/calendars.ts';
import type { DedicatedSite, RolloutScenario } from '../../../models/rollout/scenario.ts';
import { firstOrderDay } from '../../../models/rollout/sites/firstOrderDay.ts';
import { ORDER_ITEMS } from '../../../models/rollout/sites/orderItems.ts';
import type { Relaxation } from '../../../src/design/index.ts';
import { shippedScenario } from './shippedScenario.ts';

const siteOf = ({ sites }: RolloutScenario): DedicatedSite =>
  sites.find((site): site is DedicatedSite => site.kind === 'dedicated')!;

const texts = (settings: Relaxation['settings']): Record<string, string> =>
  Object.fromEntries(Object.entries(settings).map(([path, value]) => [path, String(value)]));

/** Order days of a scenario as it is and with settings, in days from the as-of date. */
function orderDays(own: Record<string, string>, settings: Relaxation['settings'] = {}): number[] {
  const { scenario } = shippedScenario('greenfield-1gw', { ...own, ...texts(settings) });
  const today = dayNumber(scenario.start, scenario.asOf);
  return ORDER_ITEMS.filter((item) => item !== 'storage').map(
    (item) => firstOrderDay(scenario, siteOf(scenario), item) - today,
  );
}

const SITE = { 'sites.campus.orderAhead': '30 days' };

describe.each([
  ['far ahead', {}],
  ['close to the as-of date', { asOf: '2027-11-20' }],
  ['where orders are placed ahead of the start', { ...SITE, asOf: '2027-12-01' }],
  ['where some orders are placed already', { ...SITE, asOf: '2027-12-20' }],
])('a start and orders that are made earlier, %s', (_, own: Record<string, string>) => {
  const { scenario } = shippedScenario('greenfield-1gw', own);
  const steps = rollout.relaxations!(scenario, 0.5).filter(
    ({ name }) => name === 'start of new sites' || name.startsWith('order of'),
  );
  const usual = orderDays(own);
  const keeps = (settings: Relaxation['settings']): void => {
    for (const [index, day] of orderDays(own, settings).entries())
      expect(day, ORDER_ITEMS[index]).toBeGreaterThanOrEqual(Math.min(0, usual[index]!));
  };

  test('alone place no order in the past', () => {
    expect(steps.map(({ name }) => name)).toContain('start of new sites');
    for (const { settings } of steps) keeps(settings);
  });

  test('together place none there either', () => {
    const start = steps.find(({ name }) => name === 'start of new sites')!;
    const orders = steps.filter((step) => step !== start);
    for (const order of orders) {
      keeps(rollout.stepsTogether!(scenario, [start, order]));
      keeps(rollout.stepsTogether!(scenario, [order, start]));
    }
    keeps(rollout.stepsTogether!(scenario, steps));
  });
});

test('a start and an order that both lie far ahead are made earlier by both', () => {
  const { scenario } = shippedScenario('greenfield-1gw', {});
  const all = rollout.relaxations!(scenario);
  const start = all.find(({ name }) => name === 'start of new sites')!;
  const order = all.find(({ name }) => name === 'order of cooling plant')!;
  expect(rollout.stepsTogether!(scenario, [start, order])).toEqual({ ...start.settings, ...order.settings });
});

test('a step that sets a shift in another unit than days is an error, and is not read as days', () => {
  const { scenario } = shippedScenario('greenfield-1gw', {});
  const path = `sites.${siteOf(scenario).name}.orderShift.cooling`;
  const step = { name: 'own', step: '', by: 'provider', settings: { [path]: '-3 weeks' } };
  expect(() => rollout.stepsTogether!(scenario, [step, step])).toThrow('setting: -3 weeks, expected days');
});
