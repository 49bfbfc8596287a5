import { describe, expect, test } from 'vitest';
import {
  daysOf,
  oneCampus,
  quantileOf,
  readyDays,
  runCampus,
  type Parts,
  type PowerText,
} from '../oneCampus.ts';
import { realConstruction } from '../realConstruction.ts';

const MONTH = 30.4375;
const RUNS = 80;

/** Months from the concept to first power. */
function monthsToPower(change: (parts: Parts) => void): number[] {
  const scenario = oneCampus((parts) => {
    realConstruction(parts);
    change(parts);
  });
  return Array.from({ length: RUNS }, (_, i) => {
    const { change: steps, moment } = runCampus(scenario, i).providers[0]!.tally.energizedMegawatts[0]!;
    const first = steps.findIndex((step) => step !== 0);
    return first < 0 ? Infinity : moment[first]! / steps[first]! / MONTH;
  });
}

describe('a whole substation, beside what is published of such', () => {
  test('with equipment held, built at the pace of the fast ones, the median is inside 6 to 15 months', () => {
    const months = monthsToPower(({ scenario, site }) => {
      site.power.regime = 'held';
      scenario.provider.pace = 0.65;
    });
    expect(quantileOf(months, 0.5)).toBeGreaterThan(6);
    expect(quantileOf(months, 0.5)).toBeLessThan(15);
  });

  test('bought on the open market the median is inside 27 to 54 months', () => {
    const months = monthsToPower(({ site }) => {
      site.power.regime = 'open';
    });
    expect(quantileOf(months, 0.5)).toBeGreaterThan(27);
    expect(quantileOf(months, 0.5)).toBeLessThan(54);
  });
});

describe('signs, replication by replication on common draws', () => {
  const firstReady = (change: (parts: Parts) => void): number[] => {
    const scenario = oneCampus((parts) => {
      realConstruction(parts);
      change(parts);
    });
    return Array.from({ length: 25 }, (_, i) => readyDays(runCampus(scenario, i))[0] ?? Infinity);
  };
  const regime = (name: PowerText['regime']) => firstReady(({ site }) => (site.power.regime = name));

  test('longer transformers never bring a hall forward: held, reserved, open', () => {
    const [held, reserved, open] = [regime('held'), regime('reserved'), regime('open')];
    held.forEach((day, i) => {
      expect(day).toBeLessThanOrEqual(reserved[i]!);
      expect(reserved[i]!).toBeLessThanOrEqual(open[i]!);
    });
  });

  test('nor does equipment that has to be there as well, or a test that may fail', () => {
    const plain = regime('reserved');
    const more = firstReady(({ construction, site }) => {
      site.power.regime = 'reserved';
      construction.equipment = {
        hvBreakers: {
          open: { leadTime: 'catalog:power.hv-breaker-lead-time-2026' },
          reserved: { leadTime: 'catalog:power.hv-breaker-lead-time-2026' },
          held: { leadTime: '0 days' },
        },
      };
      construction.transformer.failure = 'catalog:power.transformer-factory-failure-delay';
      for (const name of ['open', 'reserved'] as const)
        construction.transformer.regimes[name].failureProbability =
          'catalog:power.transformer-factory-failure-probability';
    });
    plain.forEach((day, i) => expect(day).toBeLessThanOrEqual(more[i]!));
    expect(more).not.toEqual(plain);
  });
});

test('checkout waits for the slowest of the further equipment', () => {
  const order = (days: string) => ({ leadTime: days });
  const run = runCampus(
    oneCampus(({ construction }) => {
      const plain = (days: string) => ({ open: order(days), reserved: order(days), held: order(days) });
      construction.equipment = { hvBreakers: plain('150 days'), relays: plain('190 days') };
    }),
  );
  expect(daysOf(run, 'relay lead time')).toEqual([210]);
  expect(daysOf(run, 'checkout')).toEqual([225, 225]);
});
