import { describe, expect, test } from 'vitest';
import { earliestReady } from '../../../../models/rollout/sites/earliestReady.ts';
import { oneCampus, readyDays, runCampus, type Parts, type PowerText } from '../oneCampus.ts';

type Source = NonNullable<PowerText['bridging']>[number];

/** Halls of 10 MW, complete by themselves on day 120 at the earliest, at a grid that comes on day 600. */
function lateGrid({ construction, site }: Parts): void {
  construction.connections = [{ name: 'utility', study: '0 days', agreement: '0 days', service: '600 days' }];
  site.power.connection = { utility: 'utility', requested: '2026-01-01' };
}

/** Engines for both halls, ordered on the first day and delivered after 300 days unless told otherwise. */
function engines(sources: Partial<Source>[]): Source[] {
  return sources.map((source, index) => ({
    name: `engines ${index}`,
    kind: 'engines',
    power: '20 MW',
    leadTime: '300 days',
    trigger: { kind: 'date', on: '2026-01-01' },
    ...source,
  }));
}

function earliest(sources: Partial<Source>[], temporaryPower: PowerText['temporaryPower'] = 'service') {
  const scenario = oneCampus((parts) => {
    lateGrid(parts);
    parts.site.power.temporaryPower = temporaryPower;
    parts.site.power.bridging = engines(sources);
  });
  const first = earliestReady(scenario, scenario.sites[0]!);
  expect(readyDays(runCampus(scenario))[0]).toBeGreaterThanOrEqual(first);
  return first;
}

describe('the earliest day of a campus whose grid comes on day 600, with 15 days of L4/L5', () => {
  test('is the grid and its tests where no bridging serves racks, and the grid alone where bridging carries the tests', () => {
    expect(earliest([])).toBe(615);
    expect(earliest([{}], 'L3')).toBe(615);
    expect(earliest([{}], 'L4/L5')).toBe(600);
  });

  test('is that of its bridging with the lead time, or with the permit where that takes longer', () => {
    expect(earliest([{}])).toBe(315);
    expect(earliest([{ trigger: { kind: 'date', on: '2026-01-11' } }])).toBe(325);
    expect(earliest([{ permit: '400 days' }])).toBe(415);
    expect(earliest([{ permit: '400 days', exemption: '200 days' }])).toBe(315);
    expect(earliest([{ leadTime: '900 days' }])).toBe(615);
  });

  test('waits for the source with which the first hall is carried', () => {
    const half = { power: '5 MW' };
    expect(earliest([{ ...half, leadTime: '350 days' }, half])).toBe(365);
    expect(earliest([half])).toBe(615);
  });

  test('counts from the complete hall where a source is ordered because that waits', () => {
    const waiting: Partial<Source> = { leadTime: '5 days', trigger: { kind: 'waiting', after: '60 days' } };
    const complete = earliest([{ leadTime: '0 days' }]) - 15;
    expect(earliest([waiting])).toBe(complete + 60 + 5 + 15);
  });

  test('takes the lead time of the regime under which generators are bought', () => {
    const scenario = oneCampus((parts) => {
      lateGrid(parts);
      parts.construction.procurement = { generators: { regime: 'reserved', reserved: '250 days' } };
      parts.site.power.temporaryPower = 'service';
      parts.site.power.bridging = engines([{}]);
    });
    expect(earliestReady(scenario, scenario.sites[0]!)).toBe(265);
  });

  test('is that of the bridging alone where there are no transformers', () => {
    const scenario = oneCampus(({ site }) => {
      site.power.units = '0 unit';
      delete site.power.orders;
      site.power.temporaryPower = 'service';
      site.power.bridging = engines([{ leadTime: '900 days' }]);
    });
    expect(earliestReady(scenario, scenario.sites[0]!)).toBe(915);
  });
});
