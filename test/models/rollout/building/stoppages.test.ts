import { describe, expect, test } from 'vitest';
import { joinedRanges } from '../../../../src/kernel/index.ts';
import { finishAround, stoppagesOf } from '../../../../models/rollout/building/stoppages.ts';
import { dateOfDay } from '../../../../src/record/index.ts';
import type { DedicatedSite } from '../../../../models/rollout/scenario.ts';
import { daysOf, oneCampus, readyDays, runCampus } from '../oneCampus.ts';

describe('work around stoppages', () => {
  test.each([
    [0, 2, 2],
    [0, 4, 7],
    [3, 4, 9],
    [6, 4, 10],
    [0, 0, 0],
  ])('from day %i, %i days of work end on day %i', (start, days, end) => {
    expect(finishAround([{ from: 2, to: 5 }], start, days)).toBe(end);
  });

  test('a second stoppage counts when the first pushes the work into it', () => {
    expect(
      finishAround(
        [
          { from: 2, to: 5 },
          { from: 6, to: 7 },
        ],
        0,
        4,
      ),
    ).toBe(8);
  });

  test('stoppages that overlap count once', () => {
    expect(
      joinedRanges([
        { from: 4, to: 9 },
        { from: 1, to: 5 },
        { from: 20, to: 21 },
      ]),
    ).toEqual([
      { from: 1, to: 9 },
      { from: 20, to: 21 },
    ]);
  });
});

test('weather strikes in its season, as often as its rate', () => {
  const scenario = oneCampus(({ construction }) => {
    construction.weather = {
      rate: '0.3 event/site/year',
      loss: '1 day',
      seasons: [{ from: '12-01', to: '02-28' }],
    };
  });
  const run = runCampus(scenario);
  const site = scenario.sites[0] as DedicatedSite;
  const lastYear = Number(dateOfDay('2026-01-01', run.world.horizonDays + 366).slice(0, 4));
  let events = 0;
  let years = 0;
  for (let i = 0; i < 800; i++) {
    const { weather } = stoppagesOf(run.world, { ...site, name: `site ${i}` }, 0);
    events += weather.length;
    years += lastYear - 2026 + 1;
    for (const { from } of weather)
      expect(['12', '01', '02']).toContain(dateOfDay('2026-01-01', from).slice(5, 7));
  }
  expect(Math.abs(events / years - 0.3)).toBeLessThan(4 * Math.sqrt(0.3 / years) + 0.01);
});

test('holidays stop all work on the building, and weather only that in the open', () => {
  const run = runCampus(
    oneCampus(({ construction, site }) => {
      construction.holidays = [{ from: '02-01', to: '02-10' }];
      construction.building.sitePreparation = '40 days';
      construction.building.fitOut = '150 days';
      site.halls = [site.halls[0]];
    }),
  );
  // Ten days of holidays fall into site preparation, none into the fit-out of the following 150 days.
  expect(daysOf(run, 'construction holidays')).toEqual([50]);
  expect(daysOf(run, 'fit-out')).toEqual([200]);
  expect(readyDays(run)).toEqual([215]);
});

test('a finished stage ends on its date whatever the weather', () => {
  const run = runCampus(
    oneCampus(({ scenario, construction, site }) => {
      scenario.asOf = '2026-03-01';
      construction.holidays = [{ from: '01-05', to: '01-20' }];
      site.building = { sitePreparation: { started: '2026-01-01', finished: '2026-01-31' } };
    }),
  );
  expect(daysOf(run, 'site preparation')).toEqual([30]);
  expect(daysOf(run, 'construction holidays')).toEqual([]);
});
