import { describe, expect, test } from 'vitest';
import { daysOf, oneCampus, readyDays, runCampus, type Parts, type PowerText } from '../oneCampus.ts';

type Source = NonNullable<PowerText['bridging']>[number];

/** 20 MW of engines from the first day: 30 days to come, while the halls are complete on days 160 and 215. */
const bridged =
  (temporaryPower: PowerText['temporaryPower'], source: Partial<Source> = {}) =>
  ({ construction, site }: Parts): void => {
    construction.temporaryPower = temporaryPower;
    site.power.bridging = [
      {
        name: 'engines',
        kind: 'engines',
        power: '20 MW',
        leadTime: '30 days',
        trigger: { kind: 'date', on: '2026-01-01' },
        ...source,
      },
    ];
  };

const ready = (change: (parts: Parts) => void): number[] => readyDays(runCampus(oneCampus(change)));

describe('temporary power', () => {
  test('for L3 only leaves the halls waiting for the grid', () => {
    expect(ready(bridged('L3'))).toEqual([200, 230]);
  });

  test('up to L4/L5 has the tests done when the grid comes', () => {
    expect(ready(bridged('L4/L5'))).toEqual([185, 230]);
  });

  test('up to service opens the halls as soon as their plant is tested', () => {
    expect(ready(bridged('service'))).toEqual([175, 230]);
  });
});

describe('an air permit', () => {
  test('holds the units up', () => {
    expect(ready(bridged('service', { permit: '170 days' }))).toEqual([185, 230]);
  });

  test('does not hold up units with an exemption, which stop when it ends and start again with the permit', () => {
    const run = runCampus(oneCampus(bridged('service', { permit: '170 days', exemption: '100 days' })));
    expect(daysOf(run, 'exemption from a permit')[0]).toBe(130);
    // On from day 30 to 130, and again with the permit on day 170: the first hall's plant is complete in between.
    expect(readyDays(run)).toEqual([185, 230]);
  });
});

test('units ordered because a finished hall waits come so many days after it was complete', () => {
  const after = (days: number) =>
    runCampus(
      oneCampus((parts) => {
        bridged('service', { leadTime: '5 days', trigger: { kind: 'waiting', after: `${days} days` } })(
          parts,
        );
        parts.construction.connections = [
          { name: 'utility', study: '0 days', agreement: '0 days', service: '600 days' },
        ];
        parts.site.power.connection = { utility: 'utility', requested: '2026-01-01' };
      }),
    );
  expect(readyDays(after(60))).toEqual([160 + 60 + 5 + 15, 160 + 60 + 5 + 15]);
  expect(daysOf(after(800), 'bridging lead time')).toEqual([]);
});

test('when the life of the units ends before the grid comes, racks go dark until it does', () => {
  const run = runCampus(
    oneCampus((parts) => {
      bridged('service', { life: '370 days' })(parts);
      parts.construction.connections = [
        { name: 'utility', study: '0 days', agreement: '0 days', service: '500 days' },
      ];
      parts.site.power.connection = { utility: 'utility', requested: '2026-01-01' };
    }),
  );
  const { switching } = run.world;
  expect(daysOf(run, 'life of bridging units')).toEqual([400]);
  expect(switching.mostDarkRacks).toBe(run.programmes[0]!.need.acceptedRacks);
  expect(switching.darkRacks).toBe(0);
  expect(switching.rackDaysDarkBy(run.world.horizonDays)).toBeCloseTo(
    100 * run.programmes[0]!.need.acceptedRacks,
    6,
  );
});
