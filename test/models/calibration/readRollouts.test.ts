import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { firstBlockDay, readRecord, readRollouts } from '../../../models/calibration/index.ts';
import { ScenarioError } from '../../../src/scenario/index.ts';

const HEAD = 'site,owner,country,date,buildings_operational,facility_mw,it_mw,h100_equivalents';
const csv = (...rows: string[]): string => [HEAD, ...rows].join('\n');
const read = (text: string, asOf?: string) => readRollouts(text, { file: 'sites.csv', asOf });

const FIVE = csv(
  'Alpha,Acme,US,2023-01-01,0,0,0,0',
  'Alpha,Acme,US,2024-01-01,1,100,80,1000',
  'Alpha,Acme,US,2024-06-01,1,80,60,800',
  'Alpha,Acme,US,2024-09-01,1,100,80,1000',
  'Alpha,Acme,US,2025-01-01,2,250,200,3000',
  '"Beta, north",,US,2024-03-01,0,0,0,0',
  'Gamma,Zed,US,2022-01-01,1,50,40,500',
  'Gamma,Zed,US,2023-01-01,2,90,70,900',
  'Delta,Acme,US,2024-12-31,0,0,,',
  'Delta,Acme,US,2025-06-30,1,40,,',
);

describe('dated rollouts', () => {
  test('the first row of a site is its start, and the first power its first block', () => {
    const { sites, asOf } = read(FIVE);
    expect(asOf).toBe('2025-06-30');
    expect(sites.map(({ name }) => name)).toEqual(['Alpha', 'Beta, north', 'Gamma', 'Delta']);
    expect(sites.map(firstBlockDay)).toEqual([365, undefined, undefined, 181]);
    expect(sites[1]).toMatchObject({ seenDays: 486, owner: '', kind: 'greenfield', isKindStated: false });
  });

  test('power that falls, or comes back after a fall, is no step', () => {
    expect(read(FIVE).sites[0]!.steps.map(({ day, added }) => [day, added])).toEqual([
      [365, 100],
      [731, 150],
    ]);
  });

  test('a first row in operation has no first block', () => {
    expect(read(FIVE).sites[2]).toMatchObject({ hasFirstBlock: false, steps: [{ added: 40 }] });
  });

  test('nothing later than the as-of date is known', () => {
    const { sites } = read(FIVE, '2024-12-01');
    expect(sites.map(({ name }) => name)).toEqual(['Alpha', 'Beta, north', 'Gamma']);
    expect(sites[0]!.steps).toHaveLength(1);
    expect(sites[0]!.seenDays).toBe(700);
  });

  test('kind and announced date are taken where they are given', () => {
    const text = `${HEAD},kind,announced_date\nA,O,US,2024-01-01,0,0,0,0,conversion,2024-05-01\nA,O,US,2024-06-01,1,9,8,7,conversion,`;
    expect(read(text).sites[0]).toMatchObject({ kind: 'conversion', isKindStated: true, announcedDays: 121 });
  });

  test('what is known of a site is what its first row says, and later rows may leave it out', () => {
    const rows = (...cells: string[]) =>
      `${HEAD},kind,announced_date\n${cells.map((cell, i) => `A,O,US,2024-0${i + 1}-01,0,${i},0,0,${cell}`).join('\n')}`;
    expect(read(rows('conversion,2024-05-01', ',')).sites[0]).toMatchObject({
      kind: 'conversion',
      announcedDays: 121,
    });
    // Announced later, or for a day that is over: no forecast of the first day.
    expect(read(rows(',', ',2024-05-01')).sites[0]!.announcedDays).toBeUndefined();
    expect(read(rows(',2020-01-01', ',')).sites[0]!.announcedDays).toBeUndefined();
    expect(issuesOf(rows('conversion,', 'greenfield,'))[0]!.message).toMatch(/^A: kind "greenfield"/);
  });

  test('files of other systems are read: byte order mark, carriage returns, no last line end, empty lines', () => {
    const text = `\uFEFF${FIVE.replaceAll('\n', '\r\n\r\n')}`;
    expect(read(text)).toEqual(read(FIVE));
  });
});

describe('bad input is named with its line', () => {
  const A = 'A,O,US,2024-01-01,0,0,0,0';
  test.each<[what: string, text: string, line: number, message: RegExp]>([
    ['a missing column', `${HEAD.replace('facility_mw,', '')}\n`, 1, /^column facility_mw: missing/],
    ['missing columns', 'site,owner\n', 1, /^columns country, date, .*: missing, expected site,owner/],
    ['a column twice', `${HEAD},date\n${A},1`, 1, /^column date: twice/],
    ['an empty file', '', 1, /^empty file/],
    ['a head alone', HEAD, 1, /^no rows/],
    ['negative MW', csv(A, 'A,O,US,2024-02-01,0,-5,0,0'), 3, /^facility_mw: "-5", expected a number from 0/],
    ['MW that are no number', csv('A,O,US,2024-01-01,0,many,0,0'), 2, /^facility_mw: "many"/],
    ['no MW', csv('A,O,US,2024-01-01,0,,0,0'), 2, /^facility_mw: ""/],
    ['infinite MW', csv('A,O,US,2024-01-01,0,Infinity,0,0'), 2, /^facility_mw/],
    ['a date that is none', csv('A,O,US,2024-02-30,0,0,0,0'), 2, /^date: "2024-02-30"/],
    ['a date of another age', csv('A,O,US,0024-02-03,0,0,0,0'), 2, /^date: "0024-02-03"/],
    ['a date of another form', csv('A,O,US,01.02.2024,0,0,0,0'), 2, /^date: "01.02.2024"/],
    ['two rows of one site and date', csv(A, A), 3, /^A: second row of 2024-01-01.*line 2/],
    [
      'rows that are not together',
      csv(A, 'B,O,US,2024-01-01,0,0,0,0', 'A,O,US,2025-01-01,1,5,4,3'),
      4,
      /^A: row apart/,
    ],
    ['dates that fall', csv(A, 'A,O,US,2023-01-01,1,5,4,3'), 3, /^A: 2023-01-01 after 2024-01-01/],
    ['no site', csv(',O,US,2024-01-01,0,0,0,0'), 2, /^site: empty/],
    ['cells too few', csv('A,O,US'), 2, /^3 cells, expected 8/],
    ['an unknown kind', `${HEAD},kind\n${A},castle`, 2, /^kind: "castle"/],
    ['an announced date that is none', `${HEAD},announced_date\n${A},soon`, 2, /^announced_date: "soon"/],
  ])('%s', (_, text, line, message) => {
    const issues = issuesOf(text);
    expect(issues[0]!.line).toBe(line);
    expect(issues[0]!.message).toMatch(message);
  });

  test('all problems at once', () => {
    expect(
      issuesOf(csv('A,O,US,2024-01-01,0,-1,0,0', 'B,O,US,never,0,0,0,0')).map(({ line }) => line),
    ).toEqual([2, 3]);
  });
});

test('the shipped table has 46 sites to time, of which 38 came, and says whom it is derived from', () => {
  const text = readFileSync(new URL('../../../models/calibration/record.csv', import.meta.url), 'utf8');
  const { sites } = readRecord(text, { file: 'record.csv' });
  const timed = sites.filter(({ hasFirstBlock }) => hasFirstBlock);
  expect([
    sites.length,
    timed.length,
    timed.filter((site) => firstBlockDay(site) !== undefined).length,
  ]).toEqual([47, 46, 38]);
  expect(text).toMatch(/Epoch AI, AI Data Centers, CC BY 4\.0/);
});

function issuesOf(text: string) {
  try {
    read(text);
  } catch (error) {
    if (error instanceof ScenarioError) return error.issues;
  }
  throw new Error('expected the text to be refused');
}
