import { mkdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { runCommandLine } from '../../src/app/cli/program.ts';
import { rolloutScenarioModel } from '../../src/app/index.ts';
import { scriptFolder } from './scriptFolder.ts';

const folder = scriptFolder();

async function notebook(...words: string[]): Promise<{ code: number; out: string; error: string }> {
  const [out, error] = [new PassThrough(), new PassThrough()];
  const code = await runCommandLine(['notebook', ...words], {
    shipped: async () => rolloutScenarioModel,
    console: { out, error },
  });
  const said = (stream: PassThrough): string => (stream.read() as Buffer | null)?.toString('utf8') ?? '';
  return { code, out: said(out), error: said(error) };
}

describe('gigaramp notebook', () => {
  test('writes the page where it is told to and says so, with the words after -- for the script', async () => {
    const file = folder.write('fine.ts', `console.log('words:', ...process.argv.slice(2));`);
    const page = join(folder.path, 'new', 'fine.html');
    const { code, out, error } = await notebook(file, '--out', page, '--md', '--', '--quick');
    expect([code, error]).toEqual([0, '']);
    expect(out).toBe(`Wrote ${page}\nWrote ${page.replace('.html', '.md')}\n`);
    expect(readFileSync(page, 'utf8')).toContain('words: --quick');
  });

  test('ends with 1 and one line when a cell fails, the page written all the same', async () => {
    const file = folder.write('failing.ts', `// %%`, `throw new Error('two\\nlines');`);
    const page = join(folder.path, 'failing.html');
    const { code, error } = await notebook(file, '--out', page);
    expect([code, error]).toEqual([1, 'error: failing.ts:2: Error: two lines\n']);
    expect(readFileSync(page, 'utf8')).toContain('Failed at line 2');
  });

  test.for([
    ['a file that is not there', 'absent.ts', 'no such file, expected a notebook script'],
    ['a folder', 'folder.ts', 'no such file, expected a notebook script'],
    ['what is no TypeScript', 'notes.md', 'no TypeScript, expected a script that ends in .ts'],
    ['an empty file', 'empty.ts', 'empty, expected a notebook script'],
    ['a script that does not parse', 'broken.ts', 'broken.ts:1: Expected identifier but found "="'],
  ] as const)('refuses %s with 2 and one line', async ([, name, message]) => {
    mkdirSync(join(folder.path, 'folder.ts'), { recursive: true });
    if (name === 'notes.md') folder.write(name, '# Notes');
    if (name === 'empty.ts') folder.write(name, '', '');
    if (name === 'broken.ts') folder.write(name, 'const = 1;');
    const page = join(folder.path, 'refused.html');
    const { code, error } = await notebook(join(folder.path, name), '--out', page);
    expect(code).toBe(2);
    expect(error).toContain(message);
    expect(error.trimEnd().split('\n')).toHaveLength(1);
    expect(existsSync(page)).toBe(false);
  });

  test.for([
    ['another ending', 'page.pdf', 'expected a file name that ends in .html'],
    [
      'a file for a folder',
      'package.json/page.html',
      'cannot be written (a part of its path is a file and no folder)',
    ],
    ['a folder', 'folder.html', 'folder.html: a folder, expected a file'],
  ] as const)('refuses to write to %s, before anything runs', async ([, name, message]) => {
    mkdirSync(join(folder.path, 'folder.html'), { recursive: true });
    const file = folder.write(
      'unrun.ts',
      `import { writeFileSync } from 'node:fs';`,
      `writeFileSync(new URL('ran', import.meta.url), '');`,
    );
    const { code, error } = await notebook(file, '--out', join(folder.path, name));
    expect(code).toBe(2);
    expect(error).toContain(message);
    expect(existsSync(join(folder.path, 'ran'))).toBe(false);
  });
});
