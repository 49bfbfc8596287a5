import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rollout } from '../../../models/rollout/index.ts';
import { rolloutScenarioModel } from '../../../src/app/index.ts';
import { designPoints } from '../../../src/app/designPoints.ts';
import { median } from '../../../src/random/index.ts';
import { shippedScenario } from './shippedScenario.ts';

const SCENARIOS = new URL('../../../models/scenarios/', import.meta.url);
// All of them at full size; else one of each kind: a deal, a campus, a market, a small one.
const files =
  process.env['GIGARAMP_FULL'] === '1'
    ? readdirSync(SCENARIOS).filter((name) => name.endsWith('.yaml'))
    : ['openai-aws-38b.yaml', 'greenfield-1gw.yaml', 'arms-race.yaml', 'paper-and-pencil.yaml'];
const { scenario } = shippedScenario('openai-aws-38b');
const steps = rollout.relaxations!(scenario);

describe('the steps of a scenario', () => {
  test.each(files)('of %s, small and large, give scenarios that are valid', (name) => {
    const file = new URL(name, SCENARIOS).pathname;
    const { base } = designPoints({ scenarioModel: rolloutScenarioModel, file, rows: [] });
    for (const size of [0.1, 0.5]) {
      const own = rollout.relaxations!(base.scenario, size);
      expect(new Set(own.map((step) => step.name)).size).toBe(own.length);
      for (const { by } of own) expect(['provider', 'vendor', 'utility', 'tenant']).toContain(by);
      const rows = own.map((step) => ({ ...step, inputs: {}, atPlan: [] }));
      expect(() => designPoints({ scenarioModel: rolloutScenarioModel, file, rows })).not.toThrow();
    }
  });

  test('are a tenth of what they change, or say that there are no parts of it', () => {
    for (const { step } of steps) expect(step).toMatch(/^10 % (more|less|of )|all or nothing$/);
  });

  test.each([
    ["tenant's share of the provider's chips", 'tenantCap', 1.1],
    ["provider's share of the vendor's output", 'providerShare', 1.1],
    ['construction time', 'pace', 0.9],
    ['power of a GPU', 'facilityKilowatts', 0.9],
    ['racks that fail burn-in', 'reworkShare', 0.9],
  ])('%s is %s, by %d', (name, input, factor) => {
    const { settings } = steps.find((step) => step.name === name)!;
    const changed = shippedScenario('openai-aws-38b', settings).scenario;
    const middle = (of: typeof scenario): number =>
      median(rollout.inputs(of).find((one) => one.name === input)!.distribution);
    expect(middle(changed) / middle(scenario)).toBeCloseTo(factor, 2);
  });

  test('leave no uncertain input that decides without one', () => {
    // Halls are drawn by their place in a range; money that only the finances count decides no date.
    const paths = steps.flatMap(({ settings }) => Object.keys(settings)).join(' ');
    for (const path of [
      'contract.price',
      'tenantCap',
      'providerShare',
      'rackScalePart',
      'monthly',
      'provider.pace',
    ])
      expect(paths).toContain(path);
  });

  test('change the lead times of orders by the same part, each by its own', () => {
    const days = steps
      .filter(({ name }) => name.startsWith('order of'))
      .map(({ settings }) => parseInt(String(Object.values(settings)[0]), 10));
    expect(days.length).toBeGreaterThan(3);
    expect(Math.max(...days)).toBeLessThan(0);
    expect(new Set(days).size).toBeGreaterThan(3);
  });

  test('order each item a tenth of its lead time earlier, the longer one where two are waited for', () => {
    const orders = rollout.relaxations!(shippedScenario('paper-and-pencil').scenario).filter(({ name }) =>
      name.startsWith('order of'),
    );
    expect(Object.assign({}, ...orders.map(({ settings }) => settings))).toEqual({
      'construction.orderShift.transformers': '-13 days',
      'construction.orderShift.cooling': '-16 days',
      'construction.orderShift.network': '-14 days',
    });
  });

  test('change no policy that is not in force: racks that are pushed, and never given to others', () => {
    const paths = (own: readonly { readonly settings: object }[]): string[] =>
      own.flatMap(({ settings }) => Object.keys(settings)).filter((path) => path.startsWith('policies.'));
    expect(paths(rollout.relaxations!(shippedScenario('paper-and-pencil').scenario))).toEqual([]);
    expect(paths(steps)).toEqual(['policies.order.buffer', 'policies.divert.kind']);
  });

  test('shorten every step from wafer to rack, and every stage to acceptance', () => {
    const keys = (name: string): string[] => Object.keys(steps.find((step) => step.name === name)!.settings);
    expect(keys('time from wafer to rack')).toEqual(
      ['wafer', 'packaging', 'tray', 'rack'].map((step) => `chips.pipeline.${step}`),
    );
    expect(steps.flatMap(({ settings }) => Object.keys(settings))).toContain('deployment.acceptance');
  });

  test('shorten what a utility takes, and open all days to energizing where there are windows', () => {
    const green = shippedScenario('greenfield-1gw').scenario;
    const own = rollout.relaxations!(green);
    const { settings } = own.find(({ name }) => name === 'time of the grid connection')!;
    const whole = (of: typeof green): number =>
      median(of.construction.connections![0]!.requestToService!.duration);
    expect(whole(shippedScenario('greenfield-1gw', settings).scenario) / whole(green)).toBeCloseTo(0.9, 2);
    expect(own.find(({ name }) => name === 'outage windows')).toMatchObject({
      by: 'utility',
      settings: { 'calendars.outages': 'any-day' },
    });
    const open = shippedScenario('greenfield-1gw', { 'calendars.outages': 'any-day' }).scenario;
    expect(rollout.relaxations!(open).some(({ name }) => name === 'outage windows')).toBe(false);
  });

  test('are not of what has begun', () => {
    const file = new URL('templates/campus.yaml', SCENARIOS).pathname;
    const begun = designPoints({ scenarioModel: rolloutScenarioModel, file, rows: [] }).base.scenario;
    const [utility] = begun.construction.connections!;
    const known = {
      ...begun,
      construction: {
        ...begun.construction,
        connections: [{ ...utility!, study: { ...utility!.study, started: '2026-01-01' } }],
      },
    };
    const of = (one: typeof begun) =>
      Object.keys(
        rollout.relaxations!(one).find(({ name }) => name === 'time of the grid connection')!.settings,
      );
    expect(of(begun)).toContain('construction.connections.ERCOT.study');
    expect(of(known)).not.toContain('construction.connections.ERCOT.study');
  });
});
