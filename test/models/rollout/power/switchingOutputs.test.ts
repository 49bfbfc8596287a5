import { expect, test } from 'vitest';
import type { RolloutScenario } from '../../../../models/rollout/index.ts';
import { rolloutOutputs } from '../../../../models/rollout/outputs.ts';
import { rolloutRecord } from '../../../../models/rollout/record.ts';
import { oneCampus, runCampus } from '../oneCampus.ts';

const NAMES = [
  'sites_withdrawn',
  'orders_cancelled',
  'cancellation_cost',
  'rack_days_dark',
  'most_racks_dark',
];

const switchingOf = (scenario: RolloutScenario): Record<string, unknown> => {
  const outcome = rolloutRecord(runCampus(scenario));
  const declared = rolloutOutputs(scenario).columns.map(({ name }) => name);
  return Object.fromEntries(
    NAMES.filter((name) => declared.includes(name)).map((name) => [name, outcome[name]]),
  );
};

test('a campus whose power neither falls nor falls through has none of these columns', () => {
  expect(switchingOf(oneCampus())).toEqual({});
});

test('a connection that falls through gives its site up, with three orders of $2M each', () => {
  const scenario = oneCampus(({ site, construction }) => {
    construction.connections = [
      {
        name: 'utility',
        study: '50 days',
        agreement: '50 days',
        service: '100 days',
        dropout: { agreement: '100 %' },
      },
    ];
    site.power.connection = { utility: 'utility', requested: '2026-01-01' };
    site.power.orderAt = 'concept';
    construction.transformer.cancellation = '$2M';
  });
  expect(switchingOf(scenario)).toEqual({ sites_withdrawn: 1, orders_cancelled: 3, cancellation_cost: 6e6 });
});

test('racks that are dark when the run ends count up to its end', () => {
  const scenario = oneCampus(({ site }) => {
    site.power.downgrades = [{ name: 'weak grid', from: '2029-12-21', to: '2030-06-01', power: '4 MW' }];
  });
  const run = runCampus(scenario);
  const { horizonDays, switching } = run.world;
  // 4 MW carry 32 racks of 125 kW.
  const dark = run.programmes[0]!.need.acceptedRacks - 32;
  expect(switching.darkRacks).toBe(dark);
  expect(switchingOf(scenario)).toEqual({
    rack_days_dark: dark * (horizonDays - run.world.dayOf('2029-12-21')),
    most_racks_dark: dark,
  });
});
