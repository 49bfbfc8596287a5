import { execFile, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'gigaramp-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('bin/gigaramp.js', () => {
  test('runs the shipped model from any folder and writes below it', async () => {
    const bin = fileURLToPath(new URL('../../bin/gigaramp.js', import.meta.url));
    const scenario = fileURLToPath(new URL('../../models/scenarios/paper-and-pencil.yaml', import.meta.url));
    const words = [bin, 'run', scenario, '--replications', '3', '--workers', '1'];
    const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: folder });
    expect(stdout).toContain('paper-and-pencil: 3 replications');
    expect(readdirSync(join(folder, 'results', 'paper-and-pencil'))).toContain('manifest.json');
  });

  test('says so when its output cannot be written', () => {
    const full = existsSync('/dev/full') ? openSync('/dev/full', 'w') : undefined;
    if (full === undefined) return console.warn('no /dev/full on this system: not tried');
    const bin = fileURLToPath(new URL('../../bin/gigaramp.js', import.meta.url));
    const { status, stderr } = spawnSync(process.execPath, [bin, 'schema'], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    expect(stderr).toBe('error: standard output: cannot be written (no room is left on the disk)\n');
    expect(status).toBe(1);
  });
});
