import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { commandLine } from '../fixtures/toy/console.ts';
import { csvHashes } from '../fixtures/toy/folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'gigaramp-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

const scenario = at('base.yaml');
writeFileSync(scenario, 'lines: 5\ndays: [20 to 40 days, 30 to 60 days, 10 days]\n');
const run = (command: string, out: string, ...words: string[]) =>
  commandLine(command, ...words, '-o', at(out), '-w', '1');
const csv = (out: string, name: string): Record<string, string>[] => {
  const [head, ...rows] = readFileSync(join(at(out), `${name}.csv`), 'utf8')
    .trimEnd()
    .split('\n');
  const names = head.split(',');
  return rows.map((row) => {
    // A quoted cell may hold commas: point names do.
    const cells = row
      .match(/("([^"]|"")*"|[^,]*)(,|$)/g)!
      .map((cell) => cell.replace(/,$/, '').replaceAll('"', ''));
    return Object.fromEntries(names.map((column, index) => [column, cells[index]]));
  });
};

describe('gigaramp sweep', () => {
  test('runs a grid over dotted paths, with a point column and points.csv', async () => {
    const { exitCode, out, error } = await run(
      'sweep',
      'grid',
      scenario,
      '--vary',
      'lines=3,5',
      '--vary',
      'days.2=10d,2w',
      '-n',
      '30',
    );
    expect(error.split('\n').filter((line) => line.startsWith('error'))).toEqual([]);
    expect(exitCode).toBe(0);
    expect(out).toContain('4 points, 30 replications each');
    expect(csv('grid', 'points')).toHaveLength(4);
    expect(csv('grid', 'points')[1]).toMatchObject({ lines: '3', 'days.2': '14' });
    expect(new Set(csv('grid', 'runs').map(({ point }) => point)).size).toBe(4);
  });

  test('says before it begins what is varied, and at the end where that moved nothing', async () => {
    const moved = await run('sweep', 'said', scenario, '--vary', 'days.2=10..50 days', '-n', '8');
    expect(moved.error).toContain('3 points of 8 replications, 24 in all');
    expect(moved.error).toContain('varied: days.2 10 days, 30 days, 50 days');
    expect(moved.out).not.toContain('does not decide');
    const many = await run(
      'sweep',
      'many',
      scenario,
      '--vary',
      'days.2=10..50 days',
      '--design',
      'lhs',
      '-n',
      '2',
    );
    expect(many.error).toContain('varied: days.2 in 32 values');
    const each = await run(
      'sweep',
      'each',
      scenario,
      '--vary',
      'lines=3',
      '--vary',
      'days.2=9d',
      '--design',
      'oat',
      '-n',
      '2',
    );
    expect(each.error).toContain('varied: lines 3, as the scenario has it');
    const never = await run('sweep', 'never', scenario, '--vary', 'days.2=900 days,950 days', '-n', '4');
    expect(never.out.replaceAll('\n', ' ')).toContain('whether what is varied matters cannot be seen');
    const still = await run('sweep', 'still', scenario, '--vary', 'days.2=10 days,240 hours', '-n', '8');
    expect(still.out.replaceAll('\n', ' ')).toContain('In no replication does a point have another date');
  });

  test('gives the same bytes for any number of workers and a longer run', async () => {
    const words = [scenario, '--vary', 'days.2=5..20 days', '--design', 'lhs', '--size', '4'];
    await commandLine('sweep', ...words, '-o', at('one'), '-w', '1', '-n', '20');
    await commandLine('sweep', ...words, '-o', at('one'), '-w', '2', '-n', '40');
    await commandLine('sweep', ...words, '-o', at('two'), '-w', '2', '-n', '40');
    expect(csvHashes(at('one'))).toEqual(csvHashes(at('two')));
  });

  test('takes the sweep: block of a scenario, which run leaves aside', async () => {
    const file = at('block.yaml');
    const block = 'sweep:\n  design: oat\n  factors:\n    - { vary: lines, values: [2, 4] }\n';
    writeFileSync(file, `${readFileSync(scenario, 'utf8')}${block}`);
    const { exitCode } = await run('sweep', 'block', file, '-n', '10');
    expect(exitCode).toBe(0);
    expect(csv('block', 'points').map(({ point }) => point)).toEqual(['base', 'lines 2', 'lines 4']);
    expect((await commandLine('validate', file)).exitCode).toBe(0);
    expect((await commandLine('schema')).out).toContain('"sweep"');
  });

  test('says where a sweep: block is wrong', async () => {
    const file = at('wrong.yaml');
    writeFileSync(file, `${readFileSync(scenario, 'utf8')}sweep:\n  design: gird\n  factors: []\n`);
    const { exitCode, error } = await run('sweep', 'wrong', file);
    expect(exitCode).toBe(2);
    expect(error).toContain('wrong.yaml:4:11: sweep.design: expected one of');
    expect(error).toContain('sweep.factors: expected at least 1 items');
  });

  test.each([
    [
      ['--vary', 'lines'],
      'error: vary lines: no values, expected some, or one of the uncertain inputs (none)',
    ],
    [['--vary', 'lines='], 'error: vary: lines=, expected path=v1,v2'],
    [['--vary', 'days.2=9..3 days'], 'error: vary days.2: range 9..3 days, expected a low below a high'],
    [['--vary', 'colour=red,blue'], 'error: settings: colour: unknown key colour'],
    [['--vary', 'days.2=3 racks'], 'error: settings: days[2]: expected a duration'],
    [[], 'error: sweep: nothing to vary, expected --vary path=v1,v2 or a sweep: block in the scenario'],
    [
      ['--vary', 'lines=1,2', '--design', 'list', '--vary', 'days.2=1d'],
      'error: factor days.2: 1 values, expected 2',
    ],
  ])('refuses %j in one line', async (words, message) => {
    const { exitCode, error } = await run('sweep', 'refused', scenario, ...words);
    expect(exitCode).toBe(2);
    expect(error.trimEnd().split('\n')).toHaveLength(1);
    expect(error).toContain(message);
  });
});

describe('gigaramp compare', () => {
  test('tells two files of one name apart by the names of the files', async () => {
    const copy = at('copy.yaml');
    writeFileSync(copy, 'lines: 4\ndays: [20 to 40 days, 30 to 60 days, 10 days]\n');
    const { exitCode, out } = await run('compare', 'copies', scenario, copy, '-n', '20');
    expect(exitCode).toBe(0);
    expect(out).toContain('base (A) against copy (B): 20 pairs on common draws');
  });

  test('finds a difference that common draws make exact', async () => {
    const { exitCode, out } = await run('compare', 'exact', scenario, '--set', 'days.2=15 days', '-n', '40');
    expect(exitCode).toBe(0);
    expect(out).toContain('base (A) against days.2=15 days (B): 40 pairs on common draws');
    const row = csv('exact', 'compare').find(({ response }) => response === 'all')!;
    expect(Number(row['difference'])).toBeCloseTo(5, 9);
    expect(Number(row['correlation'])).toBeCloseTo(1, 9);
    expect(Number(row['mean_b']) - Number(row['mean_a'])).toBeCloseTo(5, 9);
    expect(row['censored']).toBe('0');
  });

  test('compares two files, restricted to the horizon where it comes first', async () => {
    const late = at('late.yaml');
    writeFileSync(late, 'lines: 5\ndays: [20 to 40 days, 30 to 60 days, 100 days]\n');
    await run('compare', 'files', scenario, late, '-n', '40');
    const row = csv('files', 'compare').find(({ response }) => response === 'all')!;
    expect(Number(row['censored'])).toBeGreaterThan(0);
    expect(Number(row['mean_b_high'])).toBeLessThan(201);
  });

  test('refuses a scenario alone, or twice', async () => {
    expect((await run('compare', 'alone', scenario)).error).toBe(
      'error: compare: one scenario, expected a second one or --set path=value\n',
    );
    expect((await run('compare', 'twice', scenario, scenario)).error).toContain(
      'error: scenario base: twice, expected scenarios with names that differ',
    );
  });
});

describe('gigaramp decide', () => {
  test('judges by a share in percentage points, and is not certain of what all replications agree on', async () => {
    const varied = ['--vary', 'days.2=10 days,500 days', '--by', 'on time', '-n', '50'];
    const { out } = await run('decide', 'share', scenario, ...varied);
    const words = out.replaceAll(/\s+/g, ' ');
    expect(words).toContain('where the best is 2 percentage points better');
    expect(words).toContain('100 (89 to 100) percentage points ahead of the next');
    expect(csv('share', 'decide')[0]['mean_low']).toMatch(/^0\.928/);
  });

  test('selects the policy that is better in every replication, at the first look', async () => {
    const { exitCode, out } = await run('decide', 'clear', scenario, '--vary', 'days.2=10 days,30 days');
    expect(exitCode).toBe(0);
    expect(out).toContain('Selected: days.2 10 days, after 50 replications');
    const [first, second] = csv('clear', 'decide');
    expect([first['p_best'], first['regret'], first['selected']]).toEqual(['1', '0', 'yes']);
    expect(Number(second['regret'])).toBeCloseTo(20, 9);
    expect(csv('clear', 'perfect_information')[0]['value']).toBe('0');
    expect([first['chosen'], first['best'], second['best']]).toEqual(['yes', 'yes', 'no']);
    const words = out.replaceAll(/\s+/g, ' ');
    expect(words).toContain('(KN with paired variances, 95 % sure where');
    expect(words).toMatch(
      /Best over all 50 replications: days\.2 10 days, 20 [^.]* days ahead of the next\./,
    );
    const vague = await run(
      'decide',
      'vague',
      scenario,
      '--vary',
      'days.2=10 days,30 days',
      '--alpha',
      '0.2',
    );
    expect(vague.out.replaceAll(/\s+/g, ' ')).toContain('80 % sure where the best is');
  });

  test('refuses one policy, unknown outputs and a margin that nobody gave', async () => {
    const words = ['--vary', 'lines=1,2'];
    expect((await run('decide', 'x', scenario)).error).toContain('policies: 1, expected at least two');
    expect((await run('decide', 'x', scenario, ...words, '--by', 'profit')).error).toContain(
      'response: profit, expected one of on time, all, first',
    );
    expect((await run('decide', 'x', scenario, ...words, '--by', 'first')).error).toContain(
      'indifference: none, expected the smallest difference in first that matters',
    );
  });
});

describe('gigaramp sensitivity', () => {
  const model = ['--model', new URL('../fixtures/inputsModel.ts', import.meta.url).pathname];

  test('by Sobol indices finds what a known model is made of, the seed among it', async () => {
    const { exitCode, out } = await run('sensitivity', 'sobol', ...model, '--size', '1024');
    expect(exitCode).toBe(0);
    expect(out).toContain('replication seed');
    const rows = csv('sobol', 'sobol').filter(({ response }) => response === 'sum');
    // x, y and noise are uniform with weights 1, 2 and 1: shares 1/6, 4/6, 1/6.
    for (const [factor, share] of [
      ['x', 1 / 6],
      ['y', 4 / 6],
      ['replication seed', 1 / 6],
    ] as const) {
      const row = rows.find((one) => one['factor'] === factor)!;
      for (const order of ['first', 'total']) {
        expect(Math.abs(Number(row[order]) - share)).toBeLessThan(0.05);
        expect(Number(row[`${order}_low`])).toBeLessThan(share + 0.01);
        expect(Number(row[`${order}_high`])).toBeGreaterThan(share - 0.01);
      }
    }
  });

  test('by Morris and by tornado sees the slopes', async () => {
    await run('sensitivity', 'morris', ...model, '--method', 'morris', '--size', '4', '-n', '5');
    const [x, y] = csv('morris', 'morris').filter(({ response }) => response === 'sum');
    expect(Number(y['mu']) / Number(x['mu'])).toBeCloseTo(2, 9);
    expect(Number(x['sigma'])).toBeCloseTo(0, 9);
    await run('sensitivity', 'tornado', ...model, '--method', 'tornado', '-n', '400');
    const swings = csv('tornado', 'tornado').filter(({ response }) => response === 'sum');
    expect(swings.map(({ b }) => b)).toEqual(['x at P10', 'x at P90', 'y at P10', 'y at P90']);
    expect(Number(swings[3]['difference'])).toBeGreaterThan(0.6);
  });

  test('keeps its records: the same command runs nothing again, and replay finds them identical', async () => {
    await run('sensitivity', 'again', ...model, '--size', '16', '--json');
    const { error } = await run('sensitivity', 'again', ...model, '--size', '32');
    expect(error).toContain('found 80 finished replications');
    const { exitCode, out } = await commandLine('replay', at('again'), '-w', '1', ...model);
    expect(out).toContain('identical');
    expect(exitCode).toBe(0);
  });

  test('refuses parameters in Sobol indices, and unknown outputs', async () => {
    expect((await run('sensitivity', 'x', ...model, '--vary', 'weight=1,2')).error).toContain(
      'error: sobol: weight, expected uncertain inputs without values',
    );
    expect((await run('sensitivity', 'x', ...model, '-r', 'product')).error).toContain(
      'error: response: product, expected one of sum',
    );
    expect((await run('sensitivity', 'x', scenario)).error).toContain(
      'error: model toy: no uncertain inputs, expected something to vary',
    );
  });
});
