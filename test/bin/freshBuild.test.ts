import { renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { smallCheckout } from './checkout.ts';

let checkout: ReturnType<typeof smallCheckout>;
const roots: string[] = [];
function fresh(): ReturnType<typeof smallCheckout> {
  checkout = smallCheckout();
  roots.push(checkout.root);
  return checkout;
}
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
});

describe('a start in a checkout', () => {
  test('runs a build of the sources, made once, in which a module is where its source is', async () => {
    const { start, builds } = fresh();
    expect((await start()).out).toBe('one true built\n');
    const made = builds();
    expect(made).toHaveLength(1);
    expect((await start()).out).toBe('one true built\n');
    expect(builds()).toEqual(made);
  });

  test('never runs a stale build: not after an edit of equal length at the same time', async () => {
    const { root, start } = fresh();
    await start();
    const path = join(root, 'src/app/word.ts');
    const { atime, mtime } = statSync(path);
    writeFileSync(path, `export const word = 'two';`);
    utimesSync(path, atime, mtime);
    expect((await start()).out).toBe('two true built\n');
  });

  test('nor after a checkout of another commit and back, which finds the first build again', async () => {
    const { write, start, builds } = fresh();
    await start();
    write('src/app/word.ts', `export { word } from './other.ts';`);
    write('src/app/other.ts', `export const word = 'other';`);
    expect((await start()).out).toBe('other true built\n');
    write('src/app/word.ts', `export const word = 'one';`);
    rmSync(join(checkout.root, 'src/app/other.ts'));
    expect((await start()).out).toBe('one true built\n');
    expect(builds()).toHaveLength(2);
  });

  test('nor after a file that is needed was deleted: it fails as the sources do', async () => {
    const { root, start } = fresh();
    await start();
    rmSync(join(root, 'src/app/word.ts'));
    const { exitCode, error } = await start();
    expect(exitCode).toBe(1);
    expect(error).toContain('src/app/word.ts');
  });

  test('nor with other packages, another way to build, or in another folder', async () => {
    const { root, write, start, builds } = fresh();
    await start();
    write('node_modules/.package-lock.json', '{ "packages": {} }');
    await start();
    expect(builds()).toHaveLength(2);
    write('tsconfig.json', '{ "compilerOptions": {} }');
    await start();
    expect(builds()).toHaveLength(3);
    const moved = `${root}-moved`;
    roots.push(moved);
    renameSync(root, moved);
    const { freshBuild } = await import('../../bin/freshBuild.js');
    expect(await freshBuild(moved)).toMatch(moved);
  });

  test('a mistake in a source is told as by the sources themselves', async () => {
    const { write, start } = fresh();
    write('src/app/word.ts', `export const word = ;`);
    const { exitCode, error } = await start();
    expect(exitCode).toBe(1);
    expect(error).toMatch(/word\.ts/);
  });

  test('two processes at once both run, and leave one whole build', async () => {
    const { start, builds } = fresh();
    const both = await Promise.all([start(), start()]);
    expect(both.map(({ out }) => out)).toEqual(['one true built\n', 'one true built\n']);
    expect(builds()).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
  });

  test('where nothing can be written, the sources run', async () => {
    const { write, start } = fresh();
    // A file in the place of the folder stops root too, whom no permission does.
    write('node_modules/.cache', '');
    expect((await start()).out).toBe('one true source\n');
  });

  test('where packages do not say what they are, the sources run', async () => {
    const { root, start } = fresh();
    rmSync(join(root, 'node_modules/.package-lock.json'));
    expect((await start()).out).toBe('one true source\n');
  });

  test('a build that nobody started for a week is removed when another is made', async () => {
    const { root, write, start, builds } = fresh();
    await start();
    const [old] = builds();
    utimesSync(
      join(root, 'node_modules/.cache/gigaramp', old!),
      new Date(0),
      new Date(Date.now() - 8 * 86_400_000),
    );
    write('src/app/word.ts', `export const word = 'two';`);
    await start();
    expect(builds()).toHaveLength(1);
    expect(builds()).not.toContain(old);
  });
});
