import { describe, expect, test } from 'vitest';
import { firstService, oneCampus, quantileOf, readyDays, runCampus } from '../oneCampus.ts';

/** The hand-solved campus with a tempo: the shift of the logarithm, and a spread so small that it is none. */
const campus = (shift: string, logSpread = '-10') =>
  oneCampus(({ scenario }) => {
    scenario.provider.tempo = { shift, logSpread };
  });

const HALF = `${-Math.LN2}`;

describe('the tempo of a campus', () => {
  test('of twice the usual speed halves works, deliveries, tests and racks', () => {
    // Unchanged: ready on days 210 and 240, first racks in service 15 days after; without outage windows hall A is ready on 200.
    const run = runCampus(campus(HALF));
    expect(readyDays(run)[0]).toBeCloseTo(200 / 2, 1);
    // Twenty racks are installed in 2.5 days and accepted in 3.5; burn-in stays 3.
    expect(firstService(run) - readyDays(run)[0]!).toBeCloseTo(2.5 + 3 + 3.5, 1);
  });

  test('of nothing leaves the campus as it is', () => {
    expect(readyDays(runCampus(campus('0')))[0]).toBeCloseTo(200, 1);
  });

  test('spreads campuses by e^(τ·ε), with ε logistic', () => {
    const spread = Math.log(0.15);
    const scenario = campus('0', `${spread}`);
    const factors = Array.from({ length: 400 }, (_, k) => readyDays(runCampus(scenario, k))[0]! / 200);
    // The quartiles of a logistic law lie at ±ln 3; four standard errors of a quartile of 400 draws.
    const band = 4 * 0.15 * Math.sqrt((0.25 * 0.75) / 400) * (16 / 3);
    expect(Math.abs(Math.log(quantileOf(factors, 0.25)) + 0.15 * Math.log(3))).toBeLessThan(band);
    expect(Math.abs(Math.log(quantileOf(factors, 0.75)) - 0.15 * Math.log(3))).toBeLessThan(band);
  });

  test('of plan is that of the median', () => {
    const scenario = campus('normal(0, 0.3)', '-2');
    expect(readyDays(runCampus(scenario, 7, ['building']))[0]).toBeCloseTo(200, 6);
  });
});

describe('what a site says of its racks', () => {
  test('goes before what holds for all', () => {
    const scenario = oneCampus(({ site }) => {
      site.deployment = {
        crews: '2 crew',
        racksPerDay: '10 rack/day',
        burnIn: '1 day',
        acceptance: '30 days',
      };
    });
    const run = runCampus(scenario);
    // Twenty racks at ten a day, a day of soak, thirty of acceptance.
    expect(firstService(run) - readyDays(run)[0]!).toBe(2 + 1 + 30);
  });
});
