import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { commandLine } from '../fixtures/toy/console.ts';
import { csvHashes } from '../fixtures/toy/folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'gigaramp-full-'));
const small = mkdtempSync(join(tmpdir(), 'gigaramp-small-'));
const REPLICATIONS = '20000';

/** Mounts a small file system, or says why it cannot. */
function mountSmall(): string | undefined {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', small], { stdio: 'pipe' });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.split('\n')[0] : String(error);
  }
}

const refused = mountSmall();
if (refused !== undefined)
  console.warn(`disk full: skipped, no small file system can be mounted (${refused})`);
afterAll(() => {
  if (refused === undefined) execFileSync('umount', [small]);
  rmSync(small, { recursive: true });
  rmSync(folder, { recursive: true });
});

describe.skipIf(refused !== undefined)('a run on a disk that is full', () => {
  const out = join(small, 'run');

  test('says so in one line with what to do, and exits 1', async () => {
    const { exitCode, error } = await commandLine('run', '-n', REPLICATIONS, '-w', '1', '-o', out);
    expect(exitCode).toBe(1);
    const lines = error.split('\n').filter((line) => line.startsWith('error'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('no room is left on the disk');
    expect(lines[0]).toContain('make room and run the same command again');
  });

  test('loses nothing that was finished, leaves nothing half-written, and goes on to the same bytes', async () => {
    expect(
      readdirSync(out, { recursive: true }).filter((name) => String(name).includes('unfinished')),
    ).toEqual([]);
    execFileSync('mount', ['-o', 'remount,size=64m', small]);
    const again = await commandLine('run', '-n', REPLICATIONS, '-w', '1', '-o', out);
    expect(again.exitCode).toBe(0);
    const [, found] = /found (\d+) finished/.exec(again.error) ?? [];
    expect(Number(found)).toBeGreaterThan(0);
    expect(Number(found)).toBeLessThan(Number(REPLICATIONS));
    await commandLine('run', '-n', REPLICATIONS, '-w', '2', '-o', join(folder, 'whole'));
    expect(csvHashes(out)).toEqual(csvHashes(join(folder, 'whole')));
  });
});
