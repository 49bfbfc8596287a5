import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dateOfDay } from '../../../src/record/index.ts';
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
      'contract.commitment',
      'tenantCap',
      'providerShare',
      'rackScalePart',
      'monthly',
      'provider.pace',
    ])
      expect(paths).toContain(path);
  });

  /** Orders of the hand-solved campus whose first one is placed on 1 January 2026, as known on a day. */
  const earlierOrders = (asOf: string, settings = {}) =>
    rollout.relaxations!(shippedScenario('paper-and-pencil', { asOf, ...settings }).scenario).filter(
      ({ name }) => name.startsWith('order of'),
    );

  test('order each item a tenth of its lead time earlier, the longer one where two are waited for', () => {
    const orders = earlierOrders('2025-10-01');
    expect(Object.assign({}, ...orders.map(({ settings }) => settings))).toEqual({
      'sites.D1.orderShift.transformers': '-13 days',
      'sites.D1.orderShift.cooling': '-16 days',
      'sites.D1.orderShift.network': '-14 days',
    });
    for (const { step } of orders) expect(step).toMatch(/^10 % of its lead time earlier, \d+ days$/);
  });

  test('add to the days by which a scenario orders earlier already', () => {
    const [own] = earlierOrders('2025-10-01', { 'construction.orderShift.cooling': '-30 days' }).filter(
      ({ name }) => name === 'order of cooling plant',
    );
    expect(own!.settings).toEqual({ 'sites.D1.orderShift.cooling': '-46 days' });
  });

  test('order nothing before the as-of date', () => {
    const [cooling] = earlierOrders('2025-12-22').filter(({ name }) => name === 'order of cooling plant');
    expect(cooling).toMatchObject({
      step: '10 % of its lead time earlier, 16 days, not before 2025-12-22',
      settings: { 'sites.D1.orderShift.cooling': '-10 days' },
    });
    // On the day itself cooling and network are ordered; transformers are, once the concept stands.
    expect(earlierOrders('2026-01-01').map(({ name }) => name)).toEqual(['order of transformers']);
    // The sites of the agreement were under way when it was signed.
    expect(steps.some(({ name }) => name.startsWith('order of'))).toBe(false);
  });

  test('shorten the lead time of goods of which an order is placed, and of no others', () => {
    const leadTimes = (of: typeof steps) => of.filter(({ name }) => name.startsWith('lead time of'));
    expect(leadTimes(steps).map(({ name }) => name)).toEqual([
      'lead time of transformers, HV breakers, MV switchgear and relays',
      'lead time of cooling plant',
      'lead time of switches and optics',
    ]);
    const { settings } = leadTimes(steps)[0]!;
    const days = (of: typeof scenario) => median(of.construction.transformer.regimes.reserved.leadTime);
    expect(days(shippedScenario('openai-aws-38b', settings).scenario) / days(scenario)).toBeCloseTo(0.9, 2);
    // Its campus is still to be ordered for, so the steps are to order earlier.
    expect(leadTimes(rollout.relaxations!(shippedScenario('greenfield-1gw').scenario))).toEqual([]);
    // One phase has ordered, the other is still to.
    const phases = leadTimes(
      rollout.relaxations!(shippedScenario('stargate-abilene', { asOf: '2024-08-01' }).scenario),
    );
    expect(phases.map(({ name }) => name)).toContain('lead time of cooling plant');
    // Orders that are stated one by one come when they say, whatever the regime.
    const stated = rollout.relaxations!(
      shippedScenario('paper-and-pencil', { 'construction.orderShift.transformers': '-1000 days' }).scenario,
    );
    expect(stated.flatMap(({ settings: set }) => Object.keys(set)).join(' ')).not.toContain('regimes');
  });

  test('bring bridging units and their air permit sooner, each where its site has them', () => {
    const own = rollout.relaxations!(shippedScenario('colossus-1').scenario);
    const settingsOf = (name: string) => own.find((one) => one.name === name)!.settings;
    expect(Object.keys(settingsOf('lead time of bridging units'))).toEqual(
      [1, 2, 3, 4].map((number) => `sites.factory.power.bridging.engines ${number}.leadTime`),
    );
    const changed = shippedScenario('colossus-1', settingsOf('air permit of bridging units')).scenario;
    const permit = ({ sites: [site] }: typeof scenario) =>
      median((site as Extract<typeof site, { kind: 'dedicated' }>).power.bridging![0]!.permit!.duration);
    expect(permit(changed) / permit(shippedScenario('colossus-1').scenario)).toBeCloseTo(0.9, 2);
    expect(steps.some(({ name }) => name.includes('bridging'))).toBe(false);
  });

  test('raise lots by a tenth, in whole racks, one at least', () => {
    const lots = (racks: string) => {
      const { scenario: own } = shippedScenario('paper-and-pencil', { 'chips.output.racks': racks });
      return rollout.relaxations!(own).find(({ name }) => name === 'racks of a lot')!;
    };
    expect(lots('100 rack')).toMatchObject({
      step: '10 % more',
      by: 'vendor',
      settings: { 'chips.output.racks': '110 rack' },
    });
    expect(lots('4 rack')).toMatchObject({ step: '25 % more', settings: { 'chips.output.racks': '5 rack' } });
  });

  test('begin no site before the as-of date, and none that is under way', () => {
    const startOf = (settings: Record<string, string>) =>
      rollout.relaxations!(shippedScenario('greenfield-1gw', settings).scenario).find(
        ({ name }) => name === 'start of new sites',
      );
    const usual = startOf({})!;
    const [, days] = /earlier, (\d+) days, not before 2026-11-23$/.exec(usual.step!)!;
    expect(Number(days)).toBeGreaterThan(20);
    // Land clearing is 413 days ahead; its substation, begun two days after the as-of date, begins on it.
    expect(usual.settings).toEqual({
      'sites.campus.start': dateOfDay('2028-01-10', -Number(days)),
      'sites.campus.power.leadBeforeClearing': `${413 - Number(days)} days`,
    });
    const later = startOf({ asOf: '2028-01-03' })!;
    expect(later.step).toContain('not before 2028-01-03');
    expect(later.settings).toMatchObject({ 'sites.campus.start': '2028-01-03' });
    expect(startOf({ asOf: '2028-01-10' })).toBeUndefined();
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
