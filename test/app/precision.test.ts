import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { isPreciseEnough, precisionFrom } from '../../src/app/precision.ts';
import { commandLine } from '../fixtures/toy/console.ts';
import { csvHashes } from '../fixtures/toy/folder.ts';
import { recordsOf } from '../fixtures/toy/records.ts';

const folder = mkdtempSync(join(tmpdir(), 'gigaramp-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a precision', () => {
  test.each([
    ['±2pp', { of: 'probability', halfWidth: 0.02 }],
    ['+-2.5 pp', { of: 'probability', halfWidth: 0.025 }],
    ['±10d', { of: 'median', halfWidth: 10 }],
    ['1 day', { of: 'median', halfWidth: 1 }],
  ])('is read from "%s"', (text, precision) => {
    expect(precisionFrom(text)).toEqual(precision);
  });

  test.each(['2', '±0pp', '-3d', '±2%', ''])('is not "%s"', (text) => {
    expect(() => precisionFrom(text)).toThrow(`until: ${text}, expected a precision such as ±2pp or ±10d`);
  });

  test('of ±2 points at any date takes about 2,401 replications', () => {
    const columns = [{ name: 'm', unit: 'day', kind: 'milestone', description: '' }] as const;
    const records = (count: number) =>
      recordsOf(columns, [{ m: Array.from({ length: count }, (_, day) => day) }]);
    expect(isPreciseEnough(records(2_300), precisionFrom('±2pp'))).toBe(false);
    expect(isPreciseEnough(records(2_401), precisionFrom('±2pp'))).toBe(true);
  });
});

describe('gigaramp run --until', () => {
  test('stops at a look fixed beforehand, with the results of a run of that length', async () => {
    const { out } = await commandLine(
      'run',
      '-o',
      join(folder, 'until'),
      '--until',
      '±2d',
      '-w',
      '1',
      '--json',
    );
    const { replications, precise, ran } = JSON.parse(out) as Record<string, unknown>;
    expect([50, 75, 113, 169, 253, 380]).toContain(replications);
    expect(precise).toBe(true);
    expect(ran).toBe(replications);
    await commandLine('run', '-o', join(folder, 'fixed'), '-n', String(replications), '-w', '2');
    expect(csvHashes(join(folder, 'until'))).toEqual(csvHashes(join(folder, 'fixed')));
  });

  test('says when the maximum came first', async () => {
    const { out } = await commandLine('run', '-o', join(folder, 'few'), '-u', '±1pp', '-n', '60', '-w', '1');
    expect(out).toContain('60 replications');
    expect(out).toContain('precision not reached after 60 replications and 2 looks (50, 60)');
  });
});
