import { describe, expect, test } from 'vitest';
import { rollout, type RolloutScenario } from '../../../models/rollout/index.ts';
import { CAUSES } from '../../../models/rollout/causes.ts';
import { oneCampus } from './oneCampus.ts';
import { shippedScenario } from './shippedScenario.ts';

// What a table of results may count in: a unit is in its head and in datapackage.json.
const UNITS: ReadonlySet<string> = new Set(
  (
    'gpu rack position slot site event order day MW PB Gb/s $ GPU-day GPU-month rack-day position-day MW-day ' +
    '$/gpu/h $/rack $/MW $/MWh $/GB $/month kW/gpu PB/gpu PB/gpu/year fraction share ratio quantile probability'
  ).split(' '),
);

const GIVEN_UP = oneCampus(({ construction, site }) => {
  construction.connections = [
    {
      name: 'u',
      study: '10 days',
      agreement: '10 days',
      dropout: { study: '50 %', agreement: '1 %', contract: '1 %' },
    },
  ];
  site.power.connection = { utility: 'u', requested: '2026-01-01' };
  site.power.downgrades = [{ name: 'cut', from: '2026-06-01', power: '1 MW' }];
});

const SCENARIOS: [string, RolloutScenario][] = [
  ...[
    'paper-and-pencil',
    'openai-aws-38b',
    'arms-race',
    'data-gravity',
    'greenfield-1gw',
    'neutral-or-committed',
  ].map((name): [string, RolloutScenario] => [name, shippedScenario(name).scenario]),
  ['a campus that may be given up', GIVEN_UP],
];

describe.each(SCENARIOS)('the columns of %s', (_, scenario) => {
  const { columns } = rollout.outputs(scenario);

  test('have a unit that a reader knows, and say what they are', () => {
    expect(columns.filter(({ unit }) => !UNITS.has(unit)).map(({ name, unit }) => [name, unit])).toEqual([]);
    expect(columns.filter(({ description }) => description.length < 8).map(({ name }) => name)).toEqual([]);
  });

  test('are in days where they are dates, and bear names that differ', () => {
    expect(columns.filter(({ kind, unit }) => kind === 'milestone' && unit !== 'day')).toEqual([]);
    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
  });
});

test.each(SCENARIOS)(
  'each uncertain input of %s belongs to a cause that can be held at plan',
  (_, scenario) => {
    const inputs = rollout.inputs(scenario);
    expect(inputs.length).toBeGreaterThan(4);
    expect(inputs.filter(({ cause }) => !(CAUSES as readonly string[]).includes(cause))).toEqual([]);
  },
);

test('sites that are given up are counted in sites, and racks in racks', () => {
  const { columns } = rollout.outputs(GIVEN_UP);
  const unitOf = (name: string): string | undefined => columns.find((column) => column.name === name)?.unit;
  expect(unitOf('sites_withdrawn')).toBe('site');
  expect(unitOf('orders_cancelled')).toBe('order');
  expect(unitOf('most_racks_dark')).toBe('rack');
  expect(unitOf('racks_never_placed')).toBe('rack');
});
