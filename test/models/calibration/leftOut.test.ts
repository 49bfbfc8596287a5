import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  backtest,
  calibrate,
  firstBlockDay,
  leftOutText,
  readLeftOut,
  type BacktestRow,
} from '../../../models/calibration/index.ts';
import { readRolloutFile, simulateSites } from '../../../src/app/index.ts';

const text = readFileSync(new URL('../../../models/calibration/leftOut.csv', import.meta.url), 'utf8');
const record = readRolloutFile({});

describe('the shipped forecasts of sites left out', () => {
  const sites = readLeftOut(text);

  test('are made from the shipped record: its hash, its sites that came, their days', () => {
    expect(/sha256 (\w+)/.exec(text)![1]).toBe(record.hash);
    expect(text).toContain(`by ${record.asOf}`);
    const came = record.sites.flatMap((site) => {
      const observed = firstBlockDay(site);
      return site.hasFirstBlock && site.seenDays > 0 && observed !== undefined
        ? [{ site: site.name, owner: site.owner, kind: site.kind, start: site.start, observed }]
        : [];
    });
    expect(came).toHaveLength(38);
    expect(
      sites.map(({ site, owner, kind, start, observed }) => ({ site, owner, kind, start, observed })),
    ).toEqual(came);
    expect(text).toContain(`the ${came.length} campuses of record.csv`);
  });

  test('have quantiles in order, and a PIT that is where the day lies among them', () => {
    for (const { site, observed, p10, p50, p90, pit } of sites) {
      expect(p10, site).toBeLessThan(p50);
      expect(p50, site).toBeLessThan(p90);
      expect(pit, site).toBeGreaterThanOrEqual(0);
      expect(pit, site).toBeLessThanOrEqual(1);
      const places = [p10, p50, p90].map((day) => observed >= day);
      expect(places, site).toEqual([0.1, 0.5, 0.9].map((part) => pit >= part));
    }
  });

  test('are the coverage that the page of validation names', () => {
    const page = readFileSync(new URL('../../../docs/validation.md', import.meta.url), 'utf8');
    const inside = (tail: number): string =>
      ((100 * sites.filter(({ pit }) => pit >= tail && pit <= 1 - tail).length) / sites.length).toFixed(0);
    expect(page).toContain(`80 % interval holds ${inside(0.1)} % (`);
    expect(page).toContain(`90 % interval ${inside(0.05)} % (`);
  });

  test.runIf(process.env['GIGARAMP_FULL'] === '1')('are to the byte what the code gives today', () => {
    const [draws, seed] = [200, '1'];
    const simulated = simulateSites(record, { draws, seed });
    const rows = backtest(simulated, { calibration: calibrate(simulated), leaveOut: true, seed });
    expect(leftOutText(rows, { asOf: record.asOf, hash: record.hash, draws, seed })).toBe(text);
    // The share inside is read off the PIT: that is what the backtest counts by quantiles.
    const scored = new Map(
      rows.filter(({ quantity }) => quantity === 'first_block').map((row) => [row.site, row.score.covered]),
    );
    for (const { site, pit } of sites)
      for (const level of [50, 80, 90] as const)
        expect(pit >= (100 - level) / 200 && pit <= (100 + level) / 200, `${site} ${level}`).toBe(
          scored.get(site)![level],
        );
  });
});

/** A scored first block, as far as the table reads it. */
const row = (site: string, part: Partial<BacktestRow>): BacktestRow =>
  ({
    site,
    owner: 'Acme, Inc.',
    kind: 'greenfield',
    origin: '2024-01-01',
    quantity: 'first_block',
    step: 1,
    outcome: { observed: 400 },
    quantiles: { 5: 1, 10: 200, 25: 1, 50: 350.04, 75: 1, 90: 600, 95: 1 },
    score: { pit: 0.625 },
    ...part,
  }) as BacktestRow;

test('a table reads back as it was written, without what is unfinished and what is no first block', () => {
  const written = leftOutText(
    [
      row('A "one"', {}),
      row('A "one"', { quantity: 'later_steps' }),
      row('B', { outcome: { censored: 90 }, score: { pit: undefined } as BacktestRow['score'] }),
    ],
    { asOf: '2025-01-01', hash: 'abc', draws: 20, seed: '1' },
  );
  expect(written).toContain('the 1 campuses of record.csv that had one by 2025-01-01');
  expect(written).toContain('1 more were unfinished');
  expect(readLeftOut(written)).toEqual([
    {
      site: 'A "one"',
      owner: 'Acme, Inc.',
      kind: 'greenfield',
      start: '2024-01-01',
      observed: 400,
      p10: 200,
      p50: 350,
      p90: 600,
      pit: 0.625,
    },
  ]);
});

test('another table, and a number that is none, are refused', () => {
  expect(() => readLeftOut('site,pit\nA,0.5\n')).toThrow('left out: expected the columns site,owner');
  expect(() => readLeftOut(text.replace(',966,', ',many,'))).toThrow('left out: line 5');
});
