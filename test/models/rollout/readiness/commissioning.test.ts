import { expect, test } from 'vitest';
import { daysOf, oneCampus, readyDays, runCampus } from '../oneCampus.ts';

test('L2 goes before L3, both on temporary power', () => {
  const run = runCampus(
    oneCampus(({ construction }) => {
      construction.commissioning.l2 = '10 days';
      construction.commissioning.l3 = '5 days';
    }),
  );
  expect(daysOf(run, 'L2 commissioning')).toEqual([170, 225]);
  expect(daysOf(run, 'L3 commissioning')).toEqual([175, 230]);
  expect(readyDays(run)).toEqual([200, 245]);
});

test('a region with one team tests its halls one after another', () => {
  const run = runCampus(
    oneCampus(({ construction, site }) => {
      construction.regions = [{ name: 'valley', commissioningTeams: '1 team', earlyTeams: '1 team' }];
      site.region = 'valley';
      construction.commissioning.l3 = '70 days';
      construction.commissioning.l4l5 = '80 days';
    }),
  );
  // Plant complete on days 160 and 215; the early team is free again on day 230.
  expect(daysOf(run, 'L3 commissioning')).toEqual([230, 300]);
  expect(readyDays(run)).toEqual([310, 390]);
});
