import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Streams } from '../../src/random/index.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandLine } from '../fixtures/toy/console.ts';
import { csvHashes, filesOf } from '../fixtures/toy/folder.ts';

const kills = process.env['GIGARAMP_FULL'] === undefined ? 3 : 20;
const folder = mkdtempSync(join(tmpdir(), 'gigaramp-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The toy command line in a process of its own, with replications of 4 ms: about a second of work for two threads. */
function start(out: string, workers: number): ChildProcess & { text: () => string } {
  const command = fileURLToPath(new URL('../fixtures/toy/cli.ts', import.meta.url));
  const words = [
    '--import',
    'tsx',
    command,
    'run',
    '-n',
    '300',
    '-o',
    join(folder, out),
    '-w',
    String(workers),
  ];
  const child = spawn(process.execPath, words, {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, TOY_SPIN_MILLISECONDS: '4' },
  });
  let text = '';
  child.stdout.on('data', (chunk) => (text += String(chunk)));
  child.stderr.on('data', (chunk) => (text += String(chunk)));
  return Object.assign(child, { text: () => text });
}

/** Waits until the run has finished so many replications, or has ended. */
async function reached(child: ReturnType<typeof start>, replications: number): Promise<void> {
  while (child.exitCode === null) {
    const done = Math.max(
      0,
      ...Array.from(child.text().matchAll(/^(\d+)\/300/gm), ([, count]) => Number(count)),
    );
    if (done >= replications) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
  return child.exitCode;
}

let whole: Record<string, string> = {};
beforeAll(async () => {
  await commandLine('run', '-n', '300', '-o', join(folder, 'whole'));
  whole = csvHashes(join(folder, 'whole'));
});

describe('a run that is killed', () => {
  test(`${kills} times at random moments, with other workers each time, ends with the same bytes`, async () => {
    const moments = new Streams({ seed: 'kill' }).open('test', 'run', 'moment');
    for (let kill = 0; kill < kills; kill++) {
      const out = kills > 3 && kill % 3 === 0 ? `killed-${kill}` : `killed-${Math.floor(kill / 3)}`;
      const child = start(out, 1 + (kill % 2));
      await reached(child, Math.floor(moments.uniform(kill) * 250));
      await new Promise((resolve) => setTimeout(resolve, moments.uniform(kill, 1) * 60));
      child.kill('SIGKILL');
      await ended(child);
      if (kill % 3 < 2 && kill < kills - 1) continue;
      const last = start(out, 2);
      expect(await ended(last)).toBe(0);
      expect(last.text()).toMatch(/found \d+ finished replications/);
      expect(csvHashes(join(folder, out))).toEqual(whole);
      expect(filesOf(join(folder, out)).filter((name) => name.includes('unfinished'))).toEqual([]);
    }
  }, 600_000);
});

describe('Ctrl-C', () => {
  test('stops at a block, says how to resume, leaves no torn file, exits with 130, and the rest is run later', async () => {
    const child = start('stopped', 2);
    await reached(child, 60);
    child.kill('SIGINT');
    expect(await ended(child)).toBe(130);
    expect(child.text()).toMatch(
      /stopped after \d+ of 300 replications; .*run the same command again to resume/,
    );
    const names = filesOf(join(folder, 'stopped'));
    expect(names.filter((name) => name.includes('unfinished') || name.endsWith('.csv'))).toEqual([]);
    const again = start('stopped', 2);
    expect(await ended(again)).toBe(0);
    const [, found] = /found (\d+) finished/.exec(again.text()) ?? [];
    const [, stopped] = /stopped after (\d+)/.exec(child.text()) ?? [];
    expect(found).toBe(stopped);
    expect(csvHashes(join(folder, 'stopped'))).toEqual(whole);
  });
});
