import { describe, expect, test } from 'vitest';
import { daysOf, oneCampus, readyDays, runCampus, type Parts, type PowerText } from '../oneCampus.ts';

/** A utility that takes 40 days to study, 20 to agree and 60 to serve, asked on the first day. */
function connected({ construction, site }: Parts): void {
  construction.connections = [
    { name: 'utility', study: '40 days', agreement: '20 days', service: '60 days' },
  ];
  site.power.connection = { utility: 'utility', requested: '2026-01-01' };
}

describe('a connection', () => {
  test('holds ground breaking until the agreement: here nothing waits, for design ends with it', () => {
    const run = runCampus(oneCampus(connected));
    expect(daysOf(run, 'connection agreement')).toEqual([60]);
    expect(daysOf(run, 'civil works')).toEqual([110]);
    expect(readyDays(run)).toEqual(readyDays(runCampus(oneCampus())));
  });

  test('holds energizing until service', () => {
    const run = runCampus(
      oneCampus((parts) => {
        connected(parts);
        parts.construction.connections![0]!.service = '240 days';
      }),
    );
    // Service on day 300 for both blocks, then L4/L5.
    expect(readyDays(run)).toEqual([315, 315]);
  });

  test('request to service covers study and agreement', () => {
    const run = runCampus(
      oneCampus((parts) => {
        connected(parts);
        delete parts.construction.connections![0]!.service;
        parts.construction.connections![0]!.requestToService = '300 days';
      }),
    );
    expect(daysOf(run, 'grid connection')).toEqual([300]);
  });

  test.each([
    ['concept', 150],
    ['design', 190],
    ['agreement', 190],
  ] as const)('orders at %s bring the second unit on day %i', (orderAt, day) => {
    const run = runCampus(
      oneCampus((parts) => {
        connected(parts);
        parts.site.power.orderAt = orderAt;
      }),
    );
    expect(daysOf(run, 'transformer lead time')[1]).toBe(day);
  });

  test('contract blocks let power grow step by step', () => {
    const run = runCampus(
      oneCampus((parts) => {
        connected(parts);
        parts.construction.connections![0]!.blocks = { power: '10 MW', spacing: '200 days' };
      }),
    );
    expect(readyDays(run)).toEqual([200, 335]);
  });
});

describe('leaving the queue', () => {
  const leaving = (stage: string, orderAt: PowerText['orderAt'] = 'concept') =>
    oneCampus((parts) => {
      connected(parts);
      parts.site.power.orderAt = orderAt;
      parts.construction.connections![0]!.dropout = { [stage]: '100 %' };
      parts.construction.transformer.cancellation = '$2M';
    });

  test.each(['study', 'agreement', 'contract'])('at %s ends the site: no hall is ever ready', (stage) => {
    const run = runCampus(leaving(stage));
    expect(readyDays(run)).toEqual([]);
    expect(run.world.switching.withdrawnSites).toBe(1);
    expect(run.programmes[0]!.need.acceptedRacks).toBe(0);
  });

  test('costs the orders that were placed at the concept, and none that wait for the agreement', () => {
    const early = runCampus(leaving('agreement')).world.switching;
    expect(early.cancelledOrders).toBe(3);
    expect(early.cancellationDollars).toBe(6e6);
    expect(runCampus(leaving('agreement', 'agreement')).world.switching.cancelledOrders).toBe(0);
  });

  test('comes as often as its probability says', () => {
    const scenario = oneCampus((parts) => {
      connected(parts);
      parts.construction.connections![0]!.dropout = { study: '30 %' };
    });
    const runs = 200;
    let left = 0;
    for (let i = 0; i < runs; i++) left += runCampus(scenario, i).world.switching.withdrawnSites;
    expect(Math.abs(left / runs - 0.3)).toBeLessThan(4 * Math.sqrt((0.3 * 0.7) / runs));
  });
});
