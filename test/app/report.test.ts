import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandLine } from '../fixtures/toy/console.ts';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gigaramp-'));
  expect((await commandLine('run', '-o', at('run'), '-w', '1', '-n', '20')).exitCode).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true }));

// Lines break where the folder's name says.
const ENDS_WITH_THE_PAGE = /manifest\.json,\s+report\.html/;
const at = (name: string): string => join(folder, name);
const html = (name: string): string => readFileSync(at(name), 'utf8');

describe('gigaramp report', () => {
  test('is what every run ends with, and its summary names it', async () => {
    const { out } = await commandLine('run', '-o', at('run'), '-w', '1', '-n', '20');
    expect(out).toMatch(ENDS_WITH_THE_PAGE);
    expect(html('run/report.html')).toContain('20 replications · seed 1');
    const sweep = await commandLine('sweep', '-o', at('sweep'), '-w', '1', '-n', '5', '--vary', 'lines=2,4');
    expect(sweep.out).toMatch(ENDS_WITH_THE_PAGE);
    expect(html('sweep/report.html')).toContain('2 points, 5 replications each');
  });

  test('writes the same page again, or to another file', async () => {
    const before = html('run/report.html');
    rmSync(at('run/report.html'));
    const again = await commandLine('report', at('run'));
    expect(again).toMatchObject({ exitCode: 0, error: '' });
    expect(again.out).toMatch(/run\/report\.html\n$/);
    expect(html('run/report.html')).toBe(before);
    await commandLine('report', at('run'), '--out', at('page.html'));
    expect(html('page.html')).toBe(before);
  });

  test('writes every chart as SVG and PNG on request', async () => {
    const { exitCode, out } = await commandLine('report', at('run'), '--charts', at('charts'));
    expect(exitCode).toBe(0);
    const names = out
      .trim()
      .split('\n')
      .slice(1)
      .map((path) => path.split('/').at(-1)!);
    expect(names).toEqual(['readiness.svg', 'readiness.png']);
    const svg = html('charts/readiness.svg');
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(svg).not.toMatch(/var\(|currentColor/);
    const png = readFileSync(at('charts/readiness.png'));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    // Three pixels for each of the SVG's.
    expect(png.readUInt32BE(16)).toBe(3 * Number(/ width="(\d+)"/.exec(svg)![1]));
  });

  test('is no part of the manifest, and does not depend on the workers', async () => {
    expect(html('run/manifest.json')).not.toContain('report.html');
    await commandLine('run', '-o', at('two'), '-w', '2', '-n', '20');
    expect(html('two/report.html')).toBe(html('run/report.html'));
  });

  test('warns in one line of a folder that is not as it was written, and still writes the page', async () => {
    await commandLine('run', '-o', at('torn'), '-w', '1', '-n', '5');
    truncateSync(at('torn/fan.csv'), 300);
    const { exitCode, error } = await commandLine('report', at('torn'));
    expect(exitCode).toBe(0);
    expect(error).toMatch(
      /^warning: fan\.csv is not what the manifest says .* \(and 1 more, see the report\)\n$/,
    );
    expect(html('torn/report.html')).toContain('class="warning"');
  });

  test('refuses with exit 2 and one line where there is nothing to show or no place to write', async () => {
    for (const [words, message] of [
      [[at('nowhere')], /^error: .*nowhere: not found, expected the folder of a run\n$/],
      [[at('run/fan.csv')], /^error: .*fan\.csv: a file, expected the folder of a run\n$/],
      [
        [at('run'), '--out', at('no/such/page.html')],
        /^error: .*page\.html: cannot be written \(its folder is not there\), expected a file in a folder that can be written into\n$/,
      ],
    ] as const) {
      const { exitCode, error, out } = await commandLine('report', ...words);
      expect(error).toMatch(message);
      expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    }
    expect(existsSync(at('no'))).toBe(false);
  });

  test('--fresh removes the report of what was there before', async () => {
    await commandLine('run', '-o', at('fresh'), '-w', '1', '-n', '5');
    await commandLine('run', '-o', at('fresh'), '-w', '1', '-n', '5', '-s', '2', '--fresh');
    expect(html('fresh/report.html')).toContain('seed 2');
  });
});
