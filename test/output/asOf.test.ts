import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rolloutScenarioModel, runScenario } from '../../src/app/index.ts';
import type { Records } from '../../src/record/index.ts';
import {
  milestonesTable,
  readinessTable,
  seriesTable,
  stagesTable,
  standingOf,
  standingOfSaid,
} from '../../src/output/index.ts';
import { endsOf } from '../../src/output/known.ts';
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

test('the ends of the days that count are those of the days when sorted', () => {
  const day = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.constantFrom(Infinity, NaN));
  const weight = fc.constantFrom(0, 0.5, 2);
  fc.assert(
    fc.property(fc.array(fc.tuple(day, weight), { maxLength: 5 }), (pairs) => {
      const days = Float64Array.from(pairs, ([each]) => each);
      const weights = pairs.map(([, each]) => each);
      for (const given of [undefined, weights]) {
        const sorted = days.filter((_, place) => given === undefined || given[place]! > 0).sort();
        const ends = sorted.length === 0 ? [] : [sorted[0], sorted.at(-1)];
        expect([...endsOf(days, given)]).toEqual(ends);
      }
    }),
    { seed: 5, numRuns: 500 },
  );
});

describe('what is said of the dates of a milestone', () => {
  test.each([
    ['a forecast where all of them lie ahead, though some days do not', [70, 80, undefined], 'forecast'],
    ['unobserved where one of them lies before the as-of date', [59, 80, undefined], 'unobserved'],
  ] as const)('is %s', (_, said, standing) => {
    expect(standingOfSaid(outputs, Float64Array.of(20, 59, 70, 80, Infinity), said)).toBe(standing);
  });

  test('is known where they are one date that is past', () => {
    expect(standingOfSaid(outputs, Float64Array.of(12, 12), [12, 12, 12])).toBe('known');
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

  test('dates of stages before it, which nobody stated, are told from forecasts', async () => {
    const { fields, rows } = stagesTable(await run());
    const names = fields.map(({ name }) => name);
    const statuses = [...rows()].flatMap((row) =>
      ['start', 'finish'].map((edge) => {
        const dates = row.filter((_, i) => names[i]!.startsWith(`${edge}_date`)) as (string | undefined)[];
        const status = row[names.indexOf(`${edge}_status`)];
        const isPast = dates.some((date) => date !== undefined && date < asOf);
        if (status === 'forecast') expect(isPast).toBe(false);
        else if (status !== undefined) expect(isPast).toBe(true);
        return status;
      }),
    );
    expect(new Set(statuses)).toContain('unobserved');
    expect(new Set(statuses)).toContain('forecast');
  });
});
