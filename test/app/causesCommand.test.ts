import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { rolloutScenarioModel } from '../../src/app/index.ts';
import { packageRoot } from '../../src/experiment/index.ts';
import { commandLine, commandLineOf, type Ran } from '../fixtures/toy/console.ts';

const folder = mkdtempSync(join(tmpdir(), 'gigaramp-cause-commands-'));
afterAll(() => rmSync(folder, { recursive: true }));
const paper = join(packageRoot(), 'models/scenarios/paper-and-pencil.yaml');
const out = (name: string): string => join(folder, name);

/** Runs a command line on the shipped model in this process. */
const shipped = (...words: string[]): Promise<Ran> => commandLineOf(rolloutScenarioModel, ...words);

const firstError = (text: string): string => text.split('\n').find((line) => line.startsWith('error')) ?? '';

describe('gigaramp explain', () => {
  test('has days that are those between the dates beside them, in every line and in all', async () => {
    const { out: text } = await shipped('explain', '--gpus', '50000', '--replication', '3');
    const between = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
    const [, end, day] = /: (\d{4}-\d\d-\d\d), day (\d+)/.exec(text)!;
    const lines = [...text.matchAll(/^(\d{4}-\d\d-\d\d) to (\d{4}-\d\d-\d\d) +(\d+) /gm)];
    expect(lines.length).toBeGreaterThan(3);
    for (const [line, from, to, days] of lines) expect(between(from!, to!), line).toBe(Number(days));
    expect(between('2025-11-03', end!)).toBe(Number(day));
    expect(text).toMatch(new RegExp(`= ${day}\\s+days`));
    expect(text).not.toMatch(/\d\.\d\s+days after/);
  });
});

describe('gigaramp validate', () => {
  test('takes a scenario of the package by its place in it, as extends does', async () => {
    const named = await shipped('validate', 'gigaramp:models/scenarios/paper-and-pencil.yaml');
    expect(named.exitCode).toBe(0);
    expect(named.out).toMatch(/valid\s+scenario/);
  });

  test('says where one is that is named as init lists it', async () => {
    const { exitCode, error } = await shipped('validate', 'paper-and-pencil');
    expect(exitCode).toBe(2);
    expect(error).toBe(
      'error: paper-and-pencil: no such file, expected a scenario, such as gigaramp:models/scenarios/paper-and-pencil.yaml\n',
    );
  });
});

describe('gigaramp sweep', () => {
  test('calls a milestone by its title, and not in time where it is due on no date', async () => {
    const words = ['--vary', 'deployment.crews=1 crew,2 crew', '-n', '1', '-w', '1', '-o', out('sweep')];
    const { out: text } = await shipped('sweep', paper, ...words, '--milestone', 'gpus_1440');
    expect(text).toContain('1,440 GPUs by the horizon');
    expect(text).not.toMatch(/gpus_1440|in time/);
  });
});

describe('gigaramp blame', () => {
  test('works for any model with causes: each stands alone, and the footer says what sums to what', async () => {
    const { exitCode, out: text } = await commandLine('blame', '-n', '20', '-w', '1', '-o', out('toy'));
    expect(exitCode).toBe(0);
    expect(text).toMatch(
      /20 replications of each of 8 coalitions of causes on common draws; Shapley\s+values exact/,
    );
    expect(text).toContain('Baseline, the median plan: every draw under a cause takes its median.');
    expect(text).toMatch(
      /The\s+Shapley\s+values\s+sum\s+to\s+the\s+delay\s+against\s+the\s+plan\s+in\s+every\s+replication/,
    );
    expect(text).not.toContain('Never cut');
    expect(text).toContain('There are no path days: no replication has a recorded path to it.');
    for (const cause of ['dig', 'build', 'test', 'sum']) expect(text).toContain(`│ ${cause} `);
  });

  test('prints JSON with the same numbers as the CSV', async () => {
    const { out: text } = await commandLine('blame', '-n', '20', '-w', '1', '-o', out('toy'), '--json');
    const { blame } = JSON.parse(text) as { blame: { days: { delay: { estimate: number } } } };
    const last = readFileSync(join(out('toy'), 'blame.csv'), 'utf8')
      .trimEnd()
      .split('\n')
      .at(-1)!;
    expect(last).toContain(String(blame.days.delay.estimate));
  });

  test.each([
    [['--group', 'power'], 'expected name: cause, cause'],
    [['--group', 'a: dig', '--group', 'b: dig, test'], 'group b: cause dig is in a too'],
    [['--group', 'a: sleep'], 'group a: cause sleep, expected one of dig, build, test'],
    [['--milestone', 'some'], 'milestone: some, expected one of all'],
  ])('refuses %j in one line, with exit code 2', async (words, message) => {
    const { exitCode, error } = await commandLine('blame', '-n', '2', '-o', out('bad'), ...words);
    expect(exitCode).toBe(2);
    expect(firstError(error)).toContain(message);
    expect(error).not.toContain('    at ');
  });
});

describe('gigaramp relax', () => {
  test('prints gains, costs where stated, and pairs that exceed their sum', async () => {
    const { exitCode, out: text } = await shipped(
      'relax',
      paper,
      '--milestone',
      'gpus_11520',
      '-n',
      '3',
      '-w',
      '1',
      '-o',
      out('relax'),
      '--relax',
      'unit 2 a month earlier: sites.D1.power.orders.1=100 days',
      '--relax',
      'no windows: calendars.outages=any-day',
      '--cost',
      'no windows=$2e6',
    );
    expect(exitCode).toBe(0);
    expect(text).toMatch(/│ no windows +│ … +│ 10 +│ 2\.00e\+5 .*\n│ +│ +│ 10 to 10 +│/);
    expect(text).toMatch(/│ unit 2 a month earlier +│ … +│ 0 +│ no cost stated +│/);
    // A milestone that is due on no date is in time or late for nobody.
    expect(text).not.toContain('on time');
    expect(text).toMatch(/unit 2 a month earlier \+ no windows +│ 20 .*│ 10 /);
  });

  test('says that a model without steps needs some', async () => {
    const { exitCode, error } = await commandLine('relax', '-n', '2', '-o', out('none'));
    expect(exitCode).toBe(2);
    expect(firstError(error)).toContain("model toy: no relaxations, expected --relax 'name: path=value'");
  });

  test.each([
    [['--relax', 'calendars.outages=any-day'], 'expected name: path=value'],
    [['--relax', 'x: calendars.outage=any-day'], 'unknown key outage'],
    [
      ['--set', 'deployment.crews=2 crew', '--set', 'deployment.crews=3 crew'],
      'deployment.crews is set twice',
    ],
    [['--cost', 'no windows'], 'expected name=dollars'],
  ])('refuses %j in one line, with exit code 2', async (words, message) => {
    const { exitCode, error } = await shipped('relax', paper, '-n', '2', '-o', out('bad'), ...words);
    expect(exitCode).toBe(2);
    expect(firstError(error)).toContain(message);
  });
});

describe('gigaramp order-by', () => {
  test('prints the latest dates with the interval of dates and the status of each order', async () => {
    const { exitCode, out: text } = await shipped(
      'order-by',
      paper,
      '--milestone',
      'gpus_11520',
      '--by',
      '2026-08-29',
      '--shifts=10,35,40',
      '-n',
      '20',
      '-w',
      '1',
      '-o',
      out('order'),
    );
    expect(exitCode).toBe(0);
    expect(text).toMatch(
      /D1, cooling plant\n +as usual +2026-01-01\n +at the latest +2026-02-05 \(2026-02-05 to 2026-02-05\)\n.*\n +status +open/,
    );
    expect(text).toMatch(
      /D1, switches and optics\n.*\n +at the latest +2026-02-10 or later\n.*\n +status +not binding/,
    );
  });

  test.each([
    [['--shifts', 'soon'], 'shifts: soon, expected whole numbers of days'],
    [['--probability', '80'], 'expected a share above 0 and below 100 %, such as 80% or 0.8'],
  ])('refuses %j in one line, with exit code 2', async (words, message) => {
    const { exitCode, error } = await shipped('order-by', paper, '-n', '2', '-o', out('bad'), ...words);
    expect(exitCode).toBe(2);
    expect(firstError(error)).toContain(message);
  });
});

describe('gigaramp explain --milestone', () => {
  test('is the target where nothing is asked for', async () => {
    const { exitCode, out: text } = await shipped('explain', paper);
    expect(exitCode).toBe(0);
    expect(text).toBe((await shipped('explain', paper, '--milestone', 'target')).out);
  });

  test('takes a milestone of the scenario by its name', async () => {
    const { out: text } = await shipped('explain', paper, '--milestone', 'contract_100_pct');
    expect(text).toContain('contract_100_pct, 17,280 GPUs in replication 0, stop view: 2026-11-17, day 320');
    const { exitCode, error } = await shipped('explain', paper, '--milestone', 'all');
    expect(exitCode).toBe(2);
    expect(firstError(error)).toContain('milestone: all, expected one of gpus_1440');
  });
});

describe('what is never reached', () => {
  const never = out('never.yaml');
  writeFileSync(
    never,
    `extends: ${relative(folder, paper)}\nname: never\nhorizon: 2026-02-10\ntarget: { fraction: 100 %, by: 2026-02-09 }\n`,
  );

  test('blame shares nothing out, and says why', async () => {
    const { exitCode, out: text } = await shipped(
      'blame',
      never,
      '-n',
      '2',
      '-w',
      '1',
      '-o',
      out('blame never'),
    );
    expect(exitCode).toBe(0);
    expect(text).toContain('100 % of the contract: not reached by the horizon in any replication');
    expect(text).toContain('the horizon cut 100.0 % of the runs');
    const rows = readFileSync(join(out('blame never'), 'blame.csv'), 'utf8')
      .trimEnd()
      .split('\n');
    expect(rows[0]).toMatch(/censored_share$/);
    expect(rows[1]).toMatch(/,1$/);
  });

  test('relax says how many replications the horizon cut', async () => {
    const words = ['--relax', 'no windows: calendars.outages=any-day', '-n', '2', '-w', '1'];
    const { out: text } = await shipped('relax', never, ...words, '-o', out('relax never'));
    expect(text).toMatch(/the horizon cut\sup to 2 of 2 replications a step/);
  });

  test('decide selects nothing', async () => {
    const words = ['--vary', 'deployment.crews=1 crew,2 crew', '-n', '60', '-w', '1'];
    const { out: text } = await shipped('decide', never, ...words, '-o', out('decide never'));
    expect(text).toMatch(
      /None is selected: no policy reaches 100 % of the contract by the horizon in any\s+replication\./,
    );
    expect(text).not.toContain('Selected:');
  });
});

describe('gigaramp explain --trace', () => {
  test('writes trace events and, without --gpus, nothing else', async () => {
    const file = out('trace.json');
    const { exitCode, out: text, error } = await shipped('explain', paper, '--trace', file);
    expect([exitCode, text]).toEqual([0, '']);
    expect(error).toContain('open it in Perfetto');
    expect(
      (JSON.parse(readFileSync(file, 'utf8')) as { traceEvents: unknown[] }).traceEvents.length,
    ).toBeGreaterThan(100);
  });

  test('needs a place that can be written', async () => {
    const nowhere = join(folder, 'no', 'such', 'trace.json');
    const { exitCode, error } = await shipped('explain', paper, '--trace', nowhere);
    expect(exitCode).toBe(2);
    expect(firstError(error)).toMatch(/trace .*: cannot be written \(its folder is not there\)/);
    expect(existsSync(nowhere)).toBe(false);
  });
});

describe('options that all commands share', () => {
  test('a number of GPUs is read as scenarios write it', async () => {
    const [long, short] = [
      await shipped('explain', paper, '--gpus', '1440'),
      await shipped('explain', paper, '--gpus', '1.44k'),
    ];
    expect(short).toEqual(long);
    expect(short.exitCode).toBe(0);
    for (const wrong of ['1.4405k', '0', '-5', 'k', '10 k'])
      expect((await shipped('explain', paper, `--gpus=${wrong}`)).error).toContain(
        'expected a whole number above 0',
      );
  });

  test('run, explain and order-by take settings and an own model', async () => {
    const { exitCode, out: text } = await shipped(
      'run',
      paper,
      '--set',
      'deployment.burnIn=4 days',
      '--milestone',
      'gpus_1440',
      '-n',
      '2',
      '-w',
      '1',
      '-o',
      out('set'),
    );
    expect(exitCode).toBe(0);
    expect(text).toContain('2026-02-16');
    expect(text).not.toContain('2,880');
    const own = ['--model', 'experiments/00-own-model.ts'];
    expect(firstError((await shipped('explain', '--milestone', 'x', ...own)).error)).toMatch(
      /explains nothing, expected/,
    );
    expect(firstError((await shipped('order-by', '--milestone', 'x', ...own)).error)).toMatch(
      /^error: milestone: x, expected/,
    );
  });

  test.each([
    ['run'],
    ['sweep', '--vary', 'deployment.crews=1 crew'],
    ['compare', '--set', 'deployment.crews=2 crew'],
  ])('%s refuses a milestone that there is not, before anything runs', async (...words) => {
    const { exitCode, error } = await shipped(
      words[0]!,
      paper,
      ...words.slice(1),
      '--milestone',
      'nope',
      '-o',
      out('no'),
    );
    expect(exitCode).toBe(2);
    expect(firstError(error)).toMatch(/^error: milestone: nope, expected one of/);
    expect(existsSync(out('no'))).toBe(false);
  });
});
