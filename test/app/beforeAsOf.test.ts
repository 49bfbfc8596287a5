import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { rolloutScenarioModel } from '../../src/app/index.ts';
import { commandLineOf } from '../fixtures/toy/console.ts';

const folder = mkdtempSync(join(tmpdir(), 'gigaramp-before-'));
afterAll(() => rmSync(folder, { recursive: true }));
const command = (...words: string[]) => commandLineOf(rolloutScenarioModel, ...words);

// The hand-solved rollout, all of whose replications are alike: 11,520 GPUs on day 240, 29 August 2026.
const paper = new URL('../../models/scenarios/paper-and-pencil.yaml', import.meta.url).pathname;

/** The hand-solved rollout as it is known on a day, with a total that was observed. */
function seen(total: number): string {
  const file = join(folder, `seen-${total}.yaml`);
  writeFileSync(
    file,
    `extends: gigaramp:models/scenarios/paper-and-pencil.yaml\nname: seen\nasOf: 2026-09-01\nobserved:\n  gpusInService:\n    - { total: ${total} gpu, on: 2026-08-31, within: 1 %, source: a memo }\n`,
  );
  return file;
}

describe('what lies before the as-of date is no forecast', () => {
  test('compare leaves out what every run has before it, and counts in compare.csv', async () => {
    const now = join(folder, 'now');
    const both = await command(
      'compare',
      seenPlain(),
      '--set',
      'deployment.crews=2 crew',
      '-n',
      '2',
      '-w',
      '1',
      '-o',
      now,
    );
    expect(both.out).toMatch(
      /Left out, as in every run they lie before the as-of date, where nothing is\s+forecast: [^.]*11,520\s+GPUs/,
    );
    expect(both.out).not.toMatch(/^11,520 GPUs, days/m);
    expect(both.out).toMatch(/17,280 GPUs, days/);
    const [head, ...cells] = readFileSync(join(now, 'compare.csv'), 'utf8').trimEnd().split('\n');
    const place = head!.split(',').indexOf('past');
    const pastOf = (name: string): string =>
      cells.find((row) => row.includes(`,${name},`))!.split(',')[place]!;
    expect([pastOf('gpus_11520'), pastOf('gpus_17280')]).toEqual(['2', '0']);
  });

  test('a sweep gives no date before it as a forecast, and no probability of what was due before it', async () => {
    const out = join(folder, 'swept');
    const words = ['sweep', unobserved(), '--vary', 'deployment.crews=1 crew,2 crew', '-n', '20', '-w', '1'];
    const { out: text } = await command(...words, '-o', out);
    expect(text).toMatch(/target by the horizon +100.0 %/);
    expect(text).not.toContain('on time');
    expect(text).toMatch(/P50 +before 2026-09-20/);
    expect(text).not.toMatch(/2026-0[1-8]-\d\d \(/);
    expect(text).toMatch(
      /50 % of the contract was due by 2026-08-30, before the as-of date: whether\s+that\s+was\s+kept nobody/,
    );
    const page = readFileSync(join(out, 'report.html'), 'utf8');
    expect(page).toContain('50 % of the contract was due by 30\u00a0August 2026, before the as-of date');
    expect(page).toContain('>earlier<small>');
    expect(page).toContain('Earlier: before the as-of date, where nobody observed the day.');
    expect(page).not.toContain('later than the horizon');
    const points = page.slice(page.indexOf('Points: probability'));
    expect(points.slice(0, points.indexOf('</table>'))).toContain('earlier<span class="interval">');
  });

  test('compare leaves out the same of two as-of dates, whichever scenario comes first', async () => {
    const [now, then] = [unobserved(), unobserved('2026-06-01')];
    let pairs = 0;
    const leftOut = async (...files: string[]): Promise<string> => {
      const { out } = await command(
        'compare',
        ...files,
        '-n',
        '10',
        '-w',
        '1',
        '-o',
        join(folder, `pair-${pairs++}`),
      );
      return /Left out, [^.]*/.exec(out.replaceAll(/\s+/g, ' '))![0];
    };
    const found = await leftOut(now, then);
    expect(found).toContain('on time');
    expect(await leftOut(then, now)).toBe(found);
  });

  test('whether a target that was due before it was in time is neither gained nor explained', async () => {
    const plainWords = [unobserved(), '-n', '4', '-w', '1', '-o'];
    const relaxed = join(folder, 'relaxed');
    expect((await command('relax', ...plainWords, relaxed)).out).not.toContain('on time, pp');
    const [head, row] = readFileSync(join(relaxed, 'relax.csv'), 'utf8').split('\n');
    expect(head!.split(',')).toContain('gained_probability');
    expect(row!.split(',')[head!.split(',').indexOf('gained_probability')]).toBe('');
    const told = await command('sensitivity', ...plainWords, join(folder, 'told'), '--method', 'tornado');
    expect(told.out).toContain('Change of the mean of 50 % of the contract');
    expect(told.out).not.toContain('target is on time');
    const blamed = await command('blame', ...plainWords, join(folder, 'blamed'));
    expect(blamed.out.replaceAll(/\s+/g, ' ')).toContain(
      '(before 2026-09-20, day not observed) on average, ',
    );
  });

  test('explain says that what it has before that date is drawn', async () => {
    const { out: text } = await command('explain', seenPlain(), '--gpus', '17280');
    expect(text).toMatch(
      /What it has before 2026-09-01 is drawn, but for the dates that the scenario\s+states/,
    );
    expect((await command('explain', paper, '--gpus', '17280')).out).not.toContain('is drawn');
  });

  test('explain says that a replication contradicts what was observed, and which', async () => {
    const [agrees, contradicts] = await Promise.all(
      [11_520, 8_640].map(async (total) => (await command('explain', seen(total), '--gpus', '17280')).out),
    );
    expect(agrees).not.toContain('counts in no table');
    expect(contradicts).toMatch(/It counts in no table: it contradicts what was observed, .*8,640/);
  });
});

/** The same at a pace that is drawn, with a target that was due, and of which nobody told when it came. */
function unobserved(asOf = '2026-09-20'): string {
  const file = join(folder, `unobserved-${asOf}.yaml`);
  writeFileSync(
    file,
    `extends: gigaramp:models/scenarios/paper-and-pencil.yaml\nname: unobserved-${asOf}\nasOf: ${asOf}\nprovider: { pace: 0.9 / 1 / 1.4 }\ntarget: { fraction: 50 %, by: 2026-08-30 }\n`,
  );
  return file;
}

function seenPlain(): string {
  const file = join(folder, 'plain.yaml');
  writeFileSync(
    file,
    `extends: gigaramp:models/scenarios/paper-and-pencil.yaml\nname: plain\nasOf: 2026-09-01\n`,
  );
  return file;
}
