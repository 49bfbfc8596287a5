import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rolloutScenarioModel, runScenario } from '../../src/app/index.ts';
import type { Column, Records } from '../../src/record/index.ts';
import {
  milestonesTable,
  readinessTable,
  seriesTable,
  stagesTable,
  standingOf,
  standingOfSaid,
} from '../../src/output/index.ts';
import { answerOf, runResults } from '../../src/answer/index.ts';
import { endsOf, standingOfDate } from '../../src/output/known.ts';
import { recordsOf } from '../fixtures/toy/records.ts';
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

describe('one date of those said of a milestone', () => {
  test.each([
    ['is a forecast where it lies ahead, whatever the others', 61, 'unobserved', 'forecast'],
    ['is a forecast where it is later than the horizon', undefined, 'unobserved', 'forecast'],
    ['is unobserved where it lies before the as-of date', 59.9, 'unobserved', 'unobserved'],
    ['is known where the milestone is', 59.9, 'known', 'known'],
  ] as const)('%s', (_, day, standing, expected) => {
    expect(standingOfDate(outputs, day, standing)).toBe(expected);
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
      const dates = row.filter((_, i) => /^date_p\d+(?:_low|_high)?$/.test(names[i]!));
      if (status === 'unobserved') expect(dates.some((date) => date === undefined)).toBe(true);
      for (const p of ['p10', 'p50', 'p90']) {
        const date = row[names.indexOf(`date_${p}`)] as string | undefined;
        const said = row[names.indexOf(`date_${p}_status`)];
        if (said === 'unobserved') expect(date).toBeUndefined();
        else if (date !== undefined) expect(date >= asOf).toBe(said === 'forecast');
      }
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

describe('of days before the as-of date', () => {
  const past = { asOf: '2026-01-06', horizonDays: 20 };
  const all: Column = { name: 'all', unit: 'day', kind: 'milestone', description: 'all of it' };
  const days = Array.from({ length: 40 }, (_, index) => index * 0.4);

  test('an answer says of each date whether it lies before, and of such a one how late it may be', () => {
    const [milestone] = answerOf(runResults(recordsOf([all], [{ all: days }], past))).milestones;
    expect(milestone).toMatchObject({
      p10: { isEarlier: true, estimate: undefined },
      p50: { isEarlier: false, estimate: '2026-01-08', low: '2026-01-06' },
      p90: { isEarlier: false, estimate: '2026-01-15' },
    });
    const [early] = answerOf(
      runResults(recordsOf([all], [{ all: days.map((day) => day / 2) }], past)),
    ).milestones;
    expect(early!.p50).toMatchObject({ isEarlier: true, estimate: undefined, high: '2026-01-06' });
  });

  test.each([
    ['known where all replications begin it', 3, 'known'],
    ['unobserved where some do not: nobody saw it', Infinity, 'unobserved'],
  ])('a stage on one date is %s', (_, first, status) => {
    const edge = (name: string): Column => ({
      name,
      unit: 'day',
      kind: 'scalar',
      role: 'stage',
      key: { site: 'a', stage: 'halls', edge: name },
      description: name,
    });
    const values = [first, ...Array.from({ length: 9 }, () => 3)];
    const { fields, rows } = stagesTable(
      recordsOf([edge('start'), edge('finish')], [{ start: values, finish: values }], past),
    );
    const [row] = [...rows()];
    expect(row![fields.findIndex(({ name }) => name === 'start_status')]).toBe(status);
  });
});
