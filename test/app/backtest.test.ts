import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCatalog } from '../../src/scenario/index.ts';
import { commandLine as run } from '../fixtures/toy/console.ts';

const folder = mkdtempSync(join(tmpdir(), 'gigaramp-backtest-'));
const at = (name: string): string => join(folder, name);
const HEAD =
  'site,owner,country,date,buildings_operational,facility_mw,it_mw,h100_equivalents,kind,announced_date';
const FIVE = [
  HEAD,
  'Alpha,Google,US,2023-08-01,0,0,0,0,greenfield,2025-03-01',
  'Alpha,Google,US,2025-05-01,1,90,70,40000,greenfield,2025-03-01',
  'Alpha,Google,US,2025-11-01,2,190,150,90000,greenfield,2025-03-01',
  'Beta,,US,2024-01-15,0,0,0,0,,',
  'Beta,,US,2025-12-01,1,60,50,30000,,',
  'Gamma,Acme,US,2024-05-01,0,0,0,0,conversion,',
  'Gamma,Acme,US,2024-11-01,1,100,80,50000,conversion,',
  'Delta,Meta,US,2025-02-01,0,0,0,0,greenfield,',
  'Epsilon,Meta,US,2022-01-01,1,50,40,9000,greenfield,',
  'Epsilon,Meta,US,2026-01-01,2,95,80,29000,greenfield,',
].join('\n');

beforeAll(() => {
  writeFileSync(at('five.csv'), `${FIVE}\n`);
  writeFileSync(at('negative.csv'), FIVE.replace('1,90,70', '1,-90,70'));
  writeFileSync(at('column.csv'), FIVE.replace('facility_mw', 'power'));
  writeFileSync(at('apart.csv'), `${FIVE}\nAlpha,Google,US,2026-03-01,3,290,150,90000,greenfield,\n`);
  writeFileSync(
    at('started.csv'),
    FIVE.split('\n').slice(0, 1).concat(FIVE.split('\n').slice(-2)).join('\n'),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('backtest', () => {
  const words = ['backtest', '--rollouts', at('five.csv'), '--draws', '20', '--json', '--out', at('out')];

  test('scores five sites: three that came, one unfinished, and one that was in operation when it was first seen', async () => {
    const { exitCode, out, error } = await run(...words);
    // What is piped names how far it is, and nothing else.
    expect(error).toMatch(/^(\d+\/\d+ replications(?:, (?:\d+ (?:second|minute)s? ?)+left)?\n)+$/);
    expect(exitCode).toBe(0);
    const { summary, as_of: asOf } = JSON.parse(out) as {
      as_of: string;
      summary: Record<string, Record<string, number>>;
    };
    expect(asOf).toBe('2026-01-01');
    expect(Object.keys(summary)).toEqual(['first_block', 'later_steps', 'step_megawatts']);
    expect(summary.first_block).toMatchObject({ sites: 4, finished: 3, unfinished: 1 });
    for (const key of [
      'crps_days',
      'naive_crps_days',
      'coverage_50',
      'coverage_80',
      'coverage_90',
      'unfinished_crps_days',
    ])
      expect(summary.first_block![key], key).toEqual(expect.any(Number));
    expect(summary.first_block!.announced_error_days).toBe(61);
    expect(summary.first_block!.crps_days_low).toBeLessThanOrEqual(summary.first_block!.crps_days!);
    expect(summary.step_megawatts!.crps_mw).toBeGreaterThan(0);
  });

  test('writes a row a site and quantity, and the same bytes again', async () => {
    const before = readFileSync(join(at('out'), 'backtest.csv'), 'utf8');
    const rows = before
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').slice(0, 6).join(','));
    expect(rows).toEqual([
      'Alpha,Google,greenfield,2023-08-01,first_block,1',
      'Alpha,Google,greenfield,2023-08-01,later_steps,2',
      'Alpha,Google,greenfield,2023-08-01,step_megawatts,1',
      'Alpha,Google,greenfield,2023-08-01,step_megawatts,2',
      'Beta,,,2024-01-15,first_block,1',
      'Beta,,,2024-01-15,step_megawatts,1',
      'Gamma,Acme,conversion,2024-05-01,first_block,1',
      'Gamma,Acme,conversion,2024-05-01,step_megawatts,1',
      'Delta,Meta,greenfield,2025-02-01,first_block,1',
    ]);
    await run(...words);
    expect(readFileSync(join(at('out'), 'backtest.csv'), 'utf8')).toBe(before);
  });

  test('says which sites are no test, which have no first block, and what is overdue', async () => {
    const [head, ...rows] = FIVE.split('\n');
    const known = rows.map((row) => row.replace('Gamma', 'Colossus 1'));
    const overdue = known.map((row) => row.replace('2025-02-01,0,0,0,0,greenfield,', '$&2025-12-01'));
    writeFileSync(at('known.csv'), [head, ...overdue].join('\n'));
    const asked = ['backtest', '--rollouts', at('known.csv'), '--draws', '20', '--out', at('known')];
    const { out } = await run(...asked);
    const text = out.replaceAll('\n', ' ');
    expect(text).toContain('1 of 4 sites is in the record that the shipped calibration was fitted to');
    expect(text).toContain('1 site in operation when first seen');
    const { sites_in_fit: inFit, summary } = JSON.parse((await run(...asked, '--json')).out) as {
      sites_in_fit: number;
      summary: Record<string, Record<string, number | null>>;
    };
    expect(inFit).toBe(1);
    // From 1 December 2025 to the last date of the file.
    expect(summary.first_block!.unfinished_announced_overdue_days).toBe(31);
    // Both later steps that came are of one site, and none of several is unfinished: the keys are there.
    expect(summary.later_steps).toMatchObject({ sites: 1, unfinished_crps_days: null });
    expect((await run(...asked, '--cv')).out).not.toContain('no test');
  });

  test('gives a coverage of all or none the interval that its number of sites allows', async () => {
    const { out } = await run(...words);
    const { summary } = JSON.parse(out) as { summary: Record<string, Record<string, number>> };
    for (const quantity of Object.values(summary))
      for (const level of [50, 80, 90]) {
        const [low, high] = [quantity[`coverage_${level}_low`]!, quantity[`coverage_${level}_high`]!];
        if (quantity[`coverage_${level}`] !== null) expect(high - low).toBeGreaterThan(0.1);
      }
  });

  test('leaves out what came after the as-of date', async () => {
    const { out } = await run(...words, '--as-of', '2025-06-01');
    const { summary } = JSON.parse(out) as { summary: Record<string, Record<string, number>> };
    expect(summary.first_block).toMatchObject({ sites: 4, finished: 2, unfinished: 2 });
  });

  test('with --cv forecasts each site from the others', async () => {
    const { exitCode, out } = await run(...words, '--cv');
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ left_one_out: true });
  });
});

describe('bad input ends with exit code 2 and a line that says where', () => {
  test.each<[string, string[], RegExp]>([
    [
      'negative power',
      ['backtest', '--rollouts', at('negative.csv')],
      /negative\.csv:3:1: facility_mw: "-90", expected a number from 0/,
    ],
    [
      'a missing column',
      ['backtest', '--rollouts', at('column.csv')],
      /column\.csv:1:1: column facility_mw: missing/,
    ],
    ['rows apart', ['calibrate', '--rollouts', at('apart.csv')], /apart\.csv:12:1: Alpha: row apart/],
    ['no file', ['backtest', '--rollouts', at('nowhere.csv')], /nowhere\.csv: no such file/],
    [
      'an as-of date that is none',
      ['backtest', '--as-of', '2026-02-30'],
      /as-of: 2026-02-30, expected a date/,
    ],
    [
      'an as-of date before all',
      ['backtest', '--as-of', '2001-01-01'],
      /no site whose first block could be timed by 2001-01-01/,
    ],
    [
      'sites without a start',
      ['backtest', '--rollouts', at('started.csv')],
      /no site whose first block could be timed/,
    ],
    [
      'too few to fit',
      ['calibrate', '--rollouts', at('five.csv'), '--as-of', '2025-01-01'],
      /1 first blocks, expected at least 2/,
    ],
    ['an empty folder name', ['backtest', '--out', ''], /out: empty, expected a folder/],
  ])('%s', async (_, words, message) => {
    const { exitCode, error } = await run(...words);
    expect(exitCode).toBe(2);
    expect(error.trim().split('\n')).toHaveLength(1);
    expect(error).toMatch(message);
  });
});

test('calibrate writes a catalog file that is valid, with the hash of its data', async () => {
  const { exitCode } = await run(
    'calibrate',
    '--rollouts',
    at('five.csv'),
    '--draws',
    '20',
    '--out',
    at('calibration.yaml'),
  );
  expect(exitCode).toBe(0);
  const text = readFileSync(at('calibration.yaml'), 'utf8');
  const catalog = openCatalog(() => text);
  expect(catalog.check('calibration')).toEqual([]);
  expect(
    [...catalog.entries('calibration').values()].filter(
      ({ source }) => !/^fit to five\.csv, sha256 [0-9a-f]{64}$/.test(source),
    ),
  ).toEqual([]);
});

describe('score', () => {
  const SCORED = 'results/01-baseline';

  test('gives PIT and CRPS with intervals for each milestone', async () => {
    const { exitCode, out } = await run(
      'score',
      SCORED,
      '--json',
      '--actual',
      'gpus_100000=2026-10-14',
      '--actual',
      'gpus_10000=2026-01-21',
    );
    expect(exitCode).toBe(0);
    const { scores } = JSON.parse(out) as { scores: Record<string, number | string>[] };
    expect(scores.map(({ milestone }) => milestone)).toEqual(['gpus_100000', 'gpus_10000']);
    for (const row of scores) {
      expect(row.pit).toBeGreaterThan(row.pit_low as number);
      expect(row.crps_days).toBeGreaterThanOrEqual(row.crps_days_low as number);
    }
  });

  test('takes several dates behind one --actual', async () => {
    const { out } = await run(
      'score',
      SCORED,
      '--json',
      '--actual',
      'gpus_100000=2026-10-14',
      'gpus_10000=2026-01-21',
    );
    expect((JSON.parse(out) as { scores: unknown[] }).scores).toHaveLength(2);
  });

  test('calls milestones by their titles on the terminal', async () => {
    const { out } = await run('score', SCORED, '--actual', 'gpus_100000=2026-10-14');
    expect(out).toMatch(/milestone +100,000 GPUs/);
    expect(out).not.toContain('gpus_100000');
  });

  test('of a date beyond the horizon knows only a lower bound of the PIT', async () => {
    const { out } = await run('score', SCORED, '--json', '--actual', 'gpus_200000=2031-01-01');
    expect(JSON.parse(out)).toMatchObject({ scores: [{ pit: null, pit_high: null, horizon: '2028-12-31' }] });
  });

  test.each<[string, string[], RegExp]>([
    [
      'an unknown milestone',
      [SCORED, '--actual', 'gpus_5=2026-10-14'],
      /^error: actual: gpus_5, expected one of gpus_10000/,
    ],
    [
      'a date that is none',
      [SCORED, '--actual', 'gpus_10000=2026-13-01'],
      /^error: actual gpus_10000: 2026-13-01, expected a date/,
    ],
    [
      'no date',
      [SCORED, '--actual', 'gpus_10000'],
      /^error: option '--actual.*Expected a milestone and its date/,
    ],
    [
      'a milestone twice',
      [SCORED, '--actual', 'target=2026-01-01', '--actual', 'target=2026-01-02'],
      /twice, expected one date/,
    ],
    ['nothing that came', [SCORED], /^error: actual: none/],
    ['no folder', [at('none'), '--actual', 'target=2026-01-01'], /not found, expected the folder of a run/],
    ['a folder of no run', [folder, '--actual', 'target=2026-01-01'], /no runs\.csv/],
  ])('refuses %s in one line', async (_, words, message) => {
    const { exitCode, error } = await run('score', ...words);
    expect(exitCode).toBe(2);
    expect(error.trim().split('\n')).toHaveLength(1);
    expect(error).toMatch(message);
  });
});

describe('a backtest in shards', () => {
  const words = ['backtest', '--rollouts', at('five.csv'), '--draws', '20', '--cv'];
  const part = (shard: string, ...more: string[]) =>
    run(...words, ...more, '--out', at('parts'), '--shard', shard);

  test('is, merged, to the byte a backtest on one machine', async () => {
    await run(...words, '--out', at('whole'));
    for (const shard of ['2/3', '0/3']) expect((await part(shard)).exitCode).toBe(0);
    const early = await run('merge', at('parts'));
    expect(early.exitCode).toBe(1);
    // Six points of five sites, of which one is no new build: 120 replications.
    expect(early.error).toContain(
      `shard 1/3: 40 replications missing; run: gigaramp backtest --rollouts ${at('five.csv')} --draws 20 --cv --out ${at('parts')} --shard 1/3`,
    );
    await part('1/3');
    const merged = await run('merge', at('parts'), '--json');
    expect(merged.exitCode).toBe(0);
    expect(JSON.parse(merged.out)).toMatchObject({
      left_one_out: true,
      summary: { first_block: { sites: 4 } },
    });
    for (const name of ['backtest.csv', 'summary.csv', 'datapackage.json'])
      expect(readFileSync(join(at('parts'), name), 'utf8'), name).toBe(
        readFileSync(join(at('whole'), name), 'utf8'),
      );
  });

  test('refuses another table in the same folder, and a model for its merge', async () => {
    await part('0/3');
    writeFileSync(at('other.csv'), FIVE.replace('1,60,50', '1,61,50'));
    const { exitCode, error } = await run(
      'backtest',
      '--rollouts',
      at('other.csv'),
      '--draws',
      '20',
      '--cv',
      '--out',
      at('parts'),
      '--shard',
      '1/3',
    );
    expect(exitCode).toBe(2);
    expect(error).toContain('holds another experiment (not the same: files)');
    expect((await run('merge', at('parts'), '--model', 'x.ts')).error).toContain(
      'model: x.ts, expected none: a backtest has its own',
    );
  });
});
