import { describe, expect, test } from 'vitest';
import { simulateRollout } from '../../../../models/rollout/index.ts';
import { Simulation } from '../../../../src/kernel/index.ts';
import { Streams } from '../../../../src/random/index.ts';
import { shippedScenario } from '../shippedScenario.ts';

/** Days on which 11,520 and 17,280 GPUs of the hand-solved rollout are in service. */
function days(settings: Record<string, string | number> = {}): [number, number] {
  const { scenario } = shippedScenario('paper-and-pencil', settings);
  const streams = new Streams({ seed: 'any' });
  streams.begin(0);
  const { milestones } = simulateRollout(new Simulation(), scenario, streams).programmes[0]!;
  const dayOf = (gpus: number): number => milestones.days[milestones.thresholds.indexOf(gpus)]!;
  return [dayOf(11_520), dayOf(17_280)];
}

describe('orders placed at another time', () => {
  test('leave the rollout as it is where the shift is nothing', () => {
    expect(days({ 'construction.orderShift.transformers': '0 days' })).toEqual(days());
  });

  test('of transformers a month later, hall A waits for the next outage window: 30 days', () => {
    // Unit 2 on day 180, dressed 200, checked out 215, window 225, ready 240, lot 8 is the fourth there: 270.
    expect(days({ 'construction.orderShift.transformers': '30 days' })).toEqual([270, 320]);
  });

  test('of transformers a month earlier, hall A catches the window before and lot 8 waits for freight alone', () => {
    // Units on day 90 and 120, civil works 110: dressed 130 and 150, checked out 165, a window that day. Lot 8 docks on 205.
    expect(days({ 'sites.D1.orderShift.transformers': '-30 days' })[0]).toBe(220);
  });

  test('of cooling are late once the slack of 35 days is used up', () => {
    expect(days({ 'sites.D1.orderShift.cooling': '35 days' })[0]).toBe(240);
    expect(days({ 'sites.D1.orderShift.cooling': '36 days' })[0]).toBe(241);
  });

  test('a site says it for itself, before what holds for all sites', () => {
    const both = { 'construction.orderShift.cooling': '100 days', 'sites.D1.orderShift.cooling': '0 days' };
    expect(days(both)).toEqual(days());
  });

  test('no item comes before the usual day of its order', () => {
    expect(days({ 'construction.orderShift.cooling': '-10000 days' })).toEqual(days());
  });

  test('what was ordered already keeps its date', () => {
    const ordered = {
      'sites.D1.cooling.heatRejectionLeadTime.duration': '160 days',
      'sites.D1.cooling.heatRejectionLeadTime.started': '2026-01-01',
    };
    const late = { ...ordered, asOf: '2026-01-02', 'sites.D1.orderShift.cooling': '200 days' };
    // Hall B has a lead time of its own, of which nothing is known yet.
    expect(days(late)).toEqual([240, Number.POSITIVE_INFINITY]);
  });
});
