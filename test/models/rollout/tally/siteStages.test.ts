import { describe, expect, test } from 'vitest';
import { rolloutOutputs } from '../../../../models/rollout/outputs.ts';
import { rolloutRecord } from '../../../../models/rollout/record.ts';
import { replication } from '../assertInvariants.ts';
import { shippedScenario } from '../shippedScenario.ts';

const { scenario } = shippedScenario('paper-and-pencil');
const record = rolloutRecord(replication(scenario, 0));
const stage = (site: string, name: string): unknown[] => [
  record[`start:${site}:${name}`],
  record[`finish:${site}:${name}`],
];

describe('the stages of the hand-solved rollout', () => {
  test.each([
    ['E1', 'existing halls', 0, 0],
    ['E1', 'racks', 30, 70],
    ['E1', 'in service', 45, 70],
    ['E2', 'existing halls', 0, 90],
    ['E2', 'racks', 90, 120],
    ['D1', 'transformer', 20, 180],
    ['D1', 'substation', 0, 225],
    ['D1', 'building', 0, 215],
    ['D1', 'cooling', 0, 205],
    ['D1', 'network', 0, 200],
    // Hall A is built on day 160, hall B is ready on day 240.
    ['D1', 'commissioning', 160, 240],
    ['D1', 'racks', 210, 320],
    ['D1', 'in service', 225, 320],
  ])('%s: %s from day %d to day %d', (site, name, start, finish) => {
    expect(stage(site, name)).toEqual([start, finish]);
  });

  test('a stage that does not end by the horizon has no finish', () => {
    const late = shippedScenario('paper-and-pencil', { 'sites.D1.orderShift.transformers': '200 days' });
    const cut = rolloutRecord(replication(late.scenario, 0));
    expect(cut['start:D1:substation']).toBe(0);
    expect(cut['finish:D1:substation']).toBe(Number.POSITIVE_INFINITY);
    expect(cut['start:D1:commissioning']).toBe(Number.POSITIVE_INFINITY);
  });
});

test('megawatts are cooled when a hall has its plant, whether it has power or not', () => {
  const { gridDays } = rolloutOutputs(scenario);
  const cooled = record['cooled_mw'] as Float64Array;
  const at = (day: number): number => cooled[gridDays.indexOf(gridDays.findLast((each) => each <= day)!)]!;
  // E1 5 MW on day 0, E2 5 MW on day 90; hall A 10 MW on day 160, hall B 10 MW on day 205.
  expect([58, 119, 180, 211].map((day) => Math.round(at(day)))).toEqual([5, 10, 20, 30]);
});
