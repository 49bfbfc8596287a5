import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  calibrate,
  CASES,
  chainDays,
  forecastCounts,
  providerTempo,
  PUBLISHED_COUNTS,
  simulatedTimes,
  tempoEntries,
  type CaseName,
} from '../../../models/calibration/index.ts';
import { campusScenario } from '../../../models/calibration/campusScenario.ts';
import { readRolloutFile, simulateSites } from '../../../src/app/index.ts';
import { normal } from '../../../src/random/index.ts';
import { quantile7 } from '../../../src/statistics/index.ts';
import { shippedScenario } from '../rollout/shippedScenario.ts';

const names = Object.keys(CASES) as CaseName[];
const page = readFileSync(new URL('../../../docs/validation.md', import.meta.url), 'utf8');
const catalog = readFileSync(new URL('../../../models/catalog/tempo.yaml', import.meta.url), 'utf8');

/** Mean and standard deviation of an entry of the catalog of tempos. */
function shipped(name: string): [mean: number, sd: number] {
  const found = new RegExp(String.raw`^${name}:\n(?:  .*\n)*?  value: normal\(([^,]+), ([^)]+)\)`, 'm').exec(
    catalog,
  );
  return [Number(found?.[1]), Number(found?.[2])];
}

/** The row of a count in the table of the page: what came, P1, P10, P50, P90, P99 in days, and the PIT. */
function printed(scenario: string, gpus: number): number[] {
  const line = page
    .split('\n')
    .find((each) => each.startsWith(`| ${scenario} | ${gpus.toLocaleString('en-US')} |`));
  return (line ?? '')
    .split('|')
    .slice(3, 10)
    .map((cell) => (cell.trim() === 'later' ? Infinity : Number.parseFloat(cell)));
}

describe('the published counts', () => {
  const REPLICATIONS = 80;

  test('are nine, and each is a milestone of its scenario and a row of the page', () => {
    expect(PUBLISHED_COUNTS).toHaveLength(9);
    for (const { scenario, gpus } of PUBLISHED_COUNTS)
      expect(printed(scenario, gpus).filter(Number.isNaN), `${scenario} ${gpus}`).toEqual([]);
  });

  test.each(names)('of %s are forecast today as the page says', (name) => {
    const { scenario } = shippedScenario(name);
    const counts = PUBLISHED_COUNTS.filter((count) => count.scenario === name);
    const forecasts = forecastCounts(scenario, { counts, replications: REPLICATIONS, seed: '2' });
    for (const { count, observedDays, days } of forecasts) {
      const [came, , p10, p50, p90, , pit] = printed(name, count.gpus) as [number, ...number[]];
      expect(observedDays).toBe(came);
      const within = (day: number, part: number): void => {
        const found = days.filter((each) => each < day).length / REPLICATIONS;
        // Four standard errors of a share, of one never below 1 %.
        const error = Math.sqrt((Math.max(part, 0.01) * (1 - part)) / REPLICATIONS);
        expect(Math.abs(found - part), `${name} ${count.gpus} at ${day}`).toBeLessThan(4 * error);
      };
      within(p10!, 0.1);
      within(p50!, 0.5);
      if (Number.isFinite(p90)) within(p90!, 0.9);
      within(came + 1, pit!);
    }
  });
});

describe('the tempo of a provider', () => {
  const record = readRolloutFile({});

  test('of a case is fitted without its own site: the shipped ones are what the record gives', () => {
    const sites = simulateSites(record, { draws: 30, seed: '2' });
    const chains = Object.fromEntries(
      names.map((name) => [name, chainDays(shippedScenario(name).scenario, { draws: 30, seed: '2' })]),
    ) as Record<CaseName, Float64Array>;
    const found = new Map(tempoEntries(sites, { chains }).map(({ name, value }) => [name, value]));
    for (const [name, value] of found) {
      const [mean = NaN, sd = NaN] = /\(([^,]+), ([^)]+)\)/.exec(value)!.slice(1).map(Number);
      const [shippedMean, shippedSd] = shipped(name);
      // Thirty draws of the chain know its logarithm to 0.05, and the spread's to 0.2.
      const error = name.endsWith('shift') ? 0.15 : 0.6;
      expect(Math.abs(mean - shippedMean), name).toBeLessThan(error);
      expect(Math.abs(sd - shippedSd), name).toBeLessThan(0.06);
    }
    // New Carlisle was faster than Amazon's other campus: who has not seen it expects less of the owner.
    const all = calibrate(sites);
    const own = CASES['new-carlisle'].site;
    const without = calibrate(
      sites.filter(({ site }) => site.name !== own),
      { from: all },
    );
    const ofAmazon = { kind: 'greenfield', owner: 'amazon' } as const;
    const gap =
      providerTempo(without.stated!, ofAmazon).shift.mean - providerTempo(all.stated!, ofAmazon).shift.mean;
    expect(gap).toBeGreaterThan(0.04);
    expect(
      Math.abs(gap - (shipped('new-carlisle-shift')[0] - shipped('amazon-greenfield-shift')[0])),
    ).toBeLessThan(0.03);
  });

  test('moves the whole time to the first block by as much as the layer says', () => {
    const template = shippedScenario('campuses-of-record').scenario;
    const site = { name: 'any campus', kind: 'greenfield', start: '2024-02-09' } as const;
    const draws = 60;
    const median = (days: Float64Array): number => quantile7(days.toSorted(), 0.5)!;
    const usual = median(simulatedTimes(template, site, { draws, seed: '1' }).firstBlock);
    const scenario = campusScenario(template, site);
    const fast = {
      ...scenario,
      provider: {
        ...scenario.provider,
        tempo: { shift: normal(-0.3, 1e-9), logSpread: normal(-10, 1e-9) },
      },
    };
    const [forecast] = forecastCounts(fast, {
      counts: [{ ...PUBLISHED_COUNTS[0]!, gpus: scenario.milestones.gpus[0]! }],
      replications: draws,
      seed: '1',
    });
    // What stands on a date is not scaled: outage windows, the lead of the utility, burn-in, and network upgrades that began before.
    expect(median(forecast!.days) / usual).toBeGreaterThan(Math.exp(-0.3) - 0.06);
    expect(median(forecast!.days) / usual).toBeLessThan(Math.exp(-0.3) + 0.06);
  });
});
