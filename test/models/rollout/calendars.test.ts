import { describe, expect, test } from 'vitest';

import { rackMakers } from '../../../models/rollout/chips/outputOptions.ts';
import { halfSpeedFinish } from '../../../models/rollout/deployment/crewCalendar.ts';
import { scenarioTables } from '../../../models/rollout/scenarioTables.ts';
import { blackoutEnd, nextOpening } from '../../../src/kernel/index.ts';
import { daysOf, oneCampus, readyDays, runCampus, type Parts } from './oneCampus.ts';
import { scenarioOf } from './randomScenario.ts';
import { replication } from './assertInvariants.ts';
import { paperTree } from './variedPaper.ts';

describe('outage days beside outage windows', () => {
  const windows = scenarioTables(
    oneCampus(({ scenario }) => {
      scenario.calendars.outages = 'in-windows';
      scenario.calendars.outageWindows = [{ from: '03-01', to: '05-31' }];
      scenario.calendars.outageDays = [250, 230];
    }),
  ).calendars.outageWindows;

  test.each([
    [215, 230],
    [230.5, 230.5],
    [231, 250],
    [251, 424],
    [60, 60],
  ])('asked on day %d, the next opening is on day %d', (day, opening) => {
    expect(nextOpening(windows, day)).toBe(opening);
  });
});

test('a site whose outage days are over is never energized, and the run goes on', () => {
  const late = ({ scenario, site }: Parts): void => {
    scenario.calendars.outages = 'in-windows';
    scenario.calendars.outageDays = [100];
    site.power.stages = { checkout: '400 days' };
  };
  const run = runCampus(oneCampus(late));
  expect(readyDays(run)).toEqual([]);
  expect(daysOf(run, 'outage window')).toEqual([]);
  expect(run.programmes[0]!.need.acceptedRacks).toBe(0);
});

describe('ranges', () => {
  test('of calendars in any order, overlapping or not, are those of one tidy calendar', () => {
    const tidy = oneCampus(({ scenario: { calendars } }) => {
      calendars.networkFreeze = [{ from: '11-20', to: '01-10' }];
      calendars.halfCrews = [{ from: '03-01', to: '04-30' }];
      calendars.makerHolidays = [{ from: '2026-02-01', to: '2026-02-20' }];
    });
    const untidy = oneCampus(({ scenario: { calendars } }) => {
      calendars.networkFreeze = [
        { from: '01-01', to: '01-10' },
        { from: '12-20', to: '01-05' },
        { from: '11-20', to: '12-31' },
      ];
      calendars.halfCrews = [
        { from: '04-01', to: '04-30' },
        { from: '03-01', to: '03-31' },
        { from: '03-10', to: '04-02' },
      ];
      calendars.makerHolidays = [
        { from: '2026-02-10', to: '2026-02-20' },
        { from: '2026-02-01', to: '2026-02-12' },
      ];
    });
    const [a, b] = [tidy, untidy].map((scenario) => scenarioTables(scenario).calendars);
    // Up to the horizon: beyond it both end somewhere in the year after.
    const from = (ranges: readonly { from: number; to: number }[]) =>
      ranges.filter((range) => range.to > 0 && range.from < 1460);
    expect(from(b!.networkFreeze)).toEqual(from(a!.networkFreeze));
    expect(b!.halfCrews).toEqual(a!.halfCrews);
    expect(b!.makerHolidays).toEqual(a!.makerHolidays);
    const end = blackoutEnd(b!.networkFreeze, 330);
    expect(end).toBe(blackoutEnd(a!.networkFreeze, 330));
    expect(halfSpeedFinish(b!.halfCrews, 50, 30)).toBe(halfSpeedFinish(a!.halfCrews, 50, 30));
  });

  test("of a maker's own holidays count once where they overlap", () => {
    const scenario = scenarioOf(
      paperTree((tree) => {
        const chips = tree['chips'] as Record<string, unknown>;
        chips['output'] = {
          kind: 'series',
          quarters: [{ from: '2025-10-01', packages: '1M package' }],
          monthWeights: ['25 %', '30 %', '45 %'],
          lotEvery: '7 days',
        };
        const holidays = [
          { from: '2026-02-10', to: '2026-02-20' },
          { from: '2026-02-01', to: '2026-02-12' },
        ];
        chips['makers'] = [{ name: 'a', share: '100 %', capacity: '99 rack/week', holidays }];
      }),
    );
    expect(rackMakers(replication(scenario, 0).world)![0]!.holidays).toEqual([{ from: 31, to: 51 }]);
  });
});
