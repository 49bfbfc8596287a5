import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CASES } from '../../models/calibration/index.ts';
import { calibrationTable as tableOf } from '../../src/app/calibrationTable.ts';
import { rolloutScenarioModel } from '../../src/app/index.ts';
import { shippedLeftOut } from '../../src/app/shippedLeftOut.ts';
import type { Table } from '../../src/output/index.ts';
import type { LedgerRow } from '../../src/scenario/index.ts';
import { commandLineOf } from '../fixtures/toy/console.ts';
import { csvHashes } from '../fixtures/toy/folder.ts';
import { shippedScenario } from '../models/rollout/shippedScenario.ts';

const calibrationTable = (ledger: readonly LedgerRow[]): Table[] => tableOf(ledger, shippedLeftOut());

/** The campuses of the table of a ledger; nothing where it has none. */
function campusesOf(ledger: readonly LedgerRow[]): string[] | undefined {
  const [table] = calibrationTable(ledger);
  return table && Array.from(table.rows(), ([site]) => String(site));
}

describe('the table of forecasts that were held against the record', () => {
  const all = campusesOf(shippedScenario('openai-aws-38b').ledger)!;

  test.each(['openai-aws-38b', 'greenfield-1gw'])('of %s has all campuses that came', (name) => {
    expect(campusesOf(shippedScenario(name).ledger)).toEqual(all);
    expect(all).toHaveLength(38);
  });

  test.each(Object.entries(CASES))('of %s leaves its own campus out, and says so', (name, { site }) => {
    const { ledger } = shippedScenario(name);
    expect(all).toContain(site);
    expect(campusesOf(ledger)).toEqual(all.filter((each) => each !== site));
    expect(calibrationTable(ledger)[0]!.description).toContain(`without ${site}`);
  });

  test.each(['paper-and-pencil', 'campuses-of-record', 'data-gravity'])(
    'is there for %s only if it takes a tempo from the fit',
    (name) => {
      const { ledger } = shippedScenario(name);
      const takes = ledger.some(({ catalogId }) => catalogId.startsWith('tempo.'));
      expect(calibrationTable(ledger)).toHaveLength(takes ? 1 : 0);
    },
  );

  test('is not there once the scenario states a tempo of its own, or half of one', () => {
    for (const half of ['shift', 'logSpread']) {
      const { ledger } = shippedScenario('openai-aws-38b', { [`provider.tempo.${half}`]: 0 });
      expect(campusesOf(ledger)).toBeUndefined();
    }
  });

  test('has units, types and a source', () => {
    const [{ fields, description } = { fields: [], description: '' }] = calibrationTable(
      shippedScenario('openai-aws-38b').ledger,
    );
    expect(description).toContain('Epoch AI');
    expect(fields.map(({ name, type, unit }) => `${name} ${type} ${unit ?? ''}`.trim())).toEqual([
      'site string',
      'owner string',
      'kind string',
      'start_date date',
      'observed_days integer day',
      'forecast_days_p10 number day',
      'forecast_days_p50 number day',
      'forecast_days_p90 number day',
      'pit number share',
    ]);
  });
});

describe('a run that rests on the fit', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gigaramp-calibration-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const at = (name: string): string => join(folder, name);
  const command = (...words: readonly string[]) => commandLineOf(rolloutScenarioModel, ...words);
  const RUN = ['run', '-n', '4', '-w', '1'];
  beforeAll(async () => {
    await command(...RUN, '--out', at('whole'));
  });

  test('has the table in its folder, its data package and its manifest', () => {
    expect(Object.keys(csvHashes(at('whole')))).toContain('calibration.csv');
    for (const name of ['datapackage.json', 'manifest.json'])
      expect(readFileSync(join(at('whole'), name), 'utf8')).toContain('calibration.csv');
  });

  test('has the same bytes when it is merged from shards', async () => {
    for (const shard of ['1/2', '0/2']) await command(...RUN, '--out', at('parts'), '--shard', shard);
    expect((await command('merge', at('parts'))).exitCode).toBe(0);
    expect(csvHashes(at('parts'))).toEqual(csvHashes(at('whole')));
    for (const name of ['datapackage.json', 'report.html'])
      expect(readFileSync(join(at('parts'), name), 'utf8')).toBe(
        readFileSync(join(at('whole'), name), 'utf8'),
      );
  });

  test('is replayed, scored and resumed like any other', async () => {
    expect((await command('replay', at('whole'), '-w', '1')).out).toContain('identical');
    expect((await command('score', at('whole'), '--actual', 'gpus_100000=2026-10-14')).exitCode).toBe(0);
    const before = csvHashes(at('whole'));
    expect((await command(...RUN, '--out', at('whole'))).exitCode).toBe(0);
    expect(csvHashes(at('whole'))).toEqual(before);
  });
});
