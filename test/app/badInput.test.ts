import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandLine } from '../fixtures/toy/console.ts';

const scratch = (): string => mkdtempSync(join(tmpdir(), 'gigaramp-'));
const folder = scratch();
const at = (name: string): string => join(folder, name);

beforeAll(() => {
  writeFileSync(at('file'), '');
  mkdirSync(at('empty'));
  mkdirSync(at('foreign'));
  writeFileSync(join(at('foreign'), 'data.csv'), 'a,b\n1,2\n');
  const days = 'days: [20 to 40 days, 30 to 60 days, 10 days]';
  writeFileSync(at('good.yaml'), `lines: 2\n${days}\n`);
  writeFileSync(at('key.yaml'), `lines: 2\nlimes: 3\n${days}\n`);
  writeFileSync(at('unit.yaml'), 'lines: 2\ndays: [20 MW, 30 to 60 days, 10 days]\n');
  writeFileSync(at('negative.yaml'), 'lines: 2\ndays: [-20 days, 30 to 60 days, 10 days]\n');
  writeFileSync(at('nan.yaml'), `lines: .nan\n${days}\n`);
  writeFileSync(at('syntax.yaml'), 'lines: [2\n');
  writeFileSync(at('cycle.yaml'), `extends: cycle.yaml\nlines: 2\n${days}\n`);
  writeFileSync(at('base.yaml'), `extends: nowhere.yaml\nlines: 2\n${days}\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('bad input ends with exit code 2 and a clear line', () => {
  test.each([
    ['zero replications', ['run', '-n', '0'], /'0' is invalid.*positive integer/],
    ['negative replications', ['run', '--replications', '-5'], /'-5' is invalid.*positive integer/],
    ['NaN replications', ['run', '-n', 'NaN'], /'NaN' is invalid.*positive integer/],
    ['replications that are no integer', ['run', '-n', '2.5'], /'2.5' is invalid.*positive integer/],
    ['zero workers', ['run', '-w', '0'], /'0' is invalid.*positive integer/],
    [
      'too many workers',
      ['run', '-w', '100000'],
      /^error: workers: 100000, expected an integer from 1 to 512$/,
    ],
    [
      'too many replications',
      ['run', '-n', '5000000000'],
      /^error: replications: 5000000000, expected at most/,
    ],
    ['an empty output folder', ['run', '-o', ''], /^error: out: empty, expected a folder$/],
    [
      'an output folder with tables of somebody else',
      ['run', '-o', at('foreign')],
      /^error: output folder .*foreign: holds data.csv, which no run of this package wrote/,
    ],
    [
      'a report over a table',
      ['report', at('empty'), '-o', at('runs.csv')],
      /^error: out: .*runs.csv, expected a file name that ends in .html$/,
    ],
    ['an empty seed', ['run', '-s', ''], /^error: seed: empty, expected some text or a finite number$/],
    ...[
      ['blame', '--design-seed='],
      ['sensitivity', '--method', 'tornado', '--design-seed='],
      ['sensitivity', '--method', 'sobol', '--design-seed='],
      ['sweep', '--design', 'grid', '--vary', 'deployment.crews=1,2', '--design-seed='],
    ].map((command): [string, string[], RegExp] => [
      `an empty seed of ${command.slice(0, 3).join(' ')}`,
      command,
      /^error: seed of the design: empty, expected some text or a finite number$/,
    ]),
    ['an unknown option', ['run', '--replicatons', '5'], /unknown option '--replicatons'/],
    ['an unknown command', ['sweeep'], /unknown command 'sweeep'/],
    [
      'an output folder that is a file',
      ['run', '-o', at('file')],
      /^error: output folder .*file: cannot be written/,
    ],
    [
      'an output folder in a file',
      ['run', '-o', at('file/x')],
      /^error: output folder .*: cannot be written/,
    ],
    [
      'a missing scenario',
      ['run', at('none.yaml')],
      /^error: .*none.yaml: no such file, expected a scenario$/,
    ],
    [
      'a folder as a scenario',
      ['validate', at('empty')],
      /^error: .*empty: a folder, expected a scenario file$/,
    ],
    ['an unknown key', ['run', at('key.yaml')], /^error: .*key.yaml:2:1: .*limes.*lines/],
    ['a wrong unit', ['validate', at('unit.yaml')], /^error: .*unit.yaml:2:8: days\[0\]: .*20 MW/],
    ['a negative quantity', ['run', at('negative.yaml')], /^error: .*negative.yaml:2:8: days\[0\]: /],
    ['NaN', ['run', at('nan.yaml')], /^error: .*nan.yaml:1:8: lines: /],
    ['broken YAML', ['run', at('syntax.yaml')], /^error: .*syntax.yaml:\d+:\d+: /],
    ['a cyclic extends', ['run', at('cycle.yaml')], /^error: .*cycle.yaml/],
    ['a missing extended file', ['run', at('base.yaml')], /^error: .*nowhere.yaml/],
    ['a missing model', ['run', '--model', at('none.ts')], /^error: model .*none.ts: cannot be loaded/],
    [
      'a folder without records',
      ['replay', at('empty')],
      /^error: .*empty: no records, expected the folder of a run$/,
    ],
    ['a point without a replication', ['replay', at('empty'), '--point', 'x'], /^error: --point: without/],
    ['nothing to begin a scenario with', ['init', at('new.yaml')], /^error: model toy: has no scenario file/],
  ])('%s', async (_name, words, message) => {
    const out = words.includes('-o') || words[0] !== 'run' ? [] : ['-o', at('out')];
    const { exitCode, error } = await commandLine(...words, ...out);
    expect(error.trim().split('\n').at(0)).toMatch(message);
    expect(error.trim().split('\n').length).toBeLessThanOrEqual(2);
    expect(error).not.toMatch(/^ +at /m);
    expect(exitCode).toBe(2);
    expect(readdirSync(folder)).not.toContain('out');
  });
});

describe('good input', () => {
  test('is valid', async () => {
    const { exitCode, out } = await commandLine('validate', at('good.yaml'));
    expect(exitCode).toBe(0);
    expect(out).toMatch(/good.yaml: valid scenario "good", \d+ inputs .*, 6 outputs of each replication\n$/);
  });

  test('and bad input say so as JSON', async () => {
    const good = await commandLine('validate', at('good.yaml'), '--json');
    expect(good.exitCode).toBe(0);
    expect(JSON.parse(good.out)).toEqual({ valid: true, warnings: [], errors: [] });
    const bad = await commandLine('validate', at('unit.yaml'), '--json');
    expect(bad.exitCode).toBe(2);
    expect(JSON.parse(bad.out)).toMatchObject({
      valid: false,
      errors: [expect.stringMatching(/unit.yaml:2:8: days\[0\]: .*20 MW/)],
    });
  });

  test('has a JSON Schema', async () => {
    const { exitCode, out } = await commandLine('schema');
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ type: 'object', additionalProperties: false });
  });

  test.each([
    ['--help', /Usage: gigaramp/],
    ['--version', /^\d+\.\d+\.\d+\n$/],
  ])('%s is answered with exit code 0', async (option, text) => {
    const { exitCode, out } = await commandLine(option);
    expect(exitCode).toBe(0);
    expect(out).toMatch(text);
  });
});
