import { describe, expect, test } from 'vitest';
import { rolloutScenarioModel, runScenario } from '../../src/app/index.ts';
import type { Records } from '../../src/record/index.ts';
import { milestonesTable, readinessTable, seriesTable, standingOf } from '../../src/output/index.ts';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const outputs = { startDate: '2026-01-01', asOf: '2026-03-02' };

describe('what is said of a milestone', () => {
  test.each([
    [[60, 70, 90], 'forecast'],
    [[59.9, 70, 90], 'unobserved'],
    [[10, 20, Infinity], 'unobserved'],
    [[12, 12, 12], 'known'],
    [[Infinity, Infinity], 'forecast'],
  ] as const)('of days %j, as of day 60, is %s', (days, standing) => {
    expect(standingOf(outputs, Float64Array.from(days))).toBe(standing);
  });
});

describe('with an as-of date of today', () => {
  const asOf = '2026-03-02';
  const run = async (): Promise<Records> =>
    (
      await runScenario({
        scenarioModel: rolloutScenarioModel,
        settings: { asOf },
        replications: 12,
        workers: 1,
        out: mkdtempSync(join(tmpdir(), 'gigaramp-as-of-')),
      })
    ).records;

  test('no table states a date before it as a forecast', async () => {
    const records = await run();
    const { fields, rows } = milestonesTable(records);
    const names = fields.map(({ name }) => name);
    for (const row of rows()) {
      const status = row[names.indexOf('status')];
      const dates = row.filter((_, i) => names[i]!.startsWith('date_p'));
      if (status === 'unobserved') expect(dates.some((date) => date === undefined)).toBe(true);
      for (const date of dates) if (date !== undefined && status !== 'known') expect(date >= asOf).toBe(true);
    }
    for (const table of [readinessTable(records), seriesTable('fan', records)]) {
      const dates = [...table.rows()].map(([date]) => date as string);
      expect(dates.length).toBeGreaterThan(10);
      expect(dates.every((date) => date >= asOf)).toBe(true);
    }
  });
});
