import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import * as gigaramp from 'gigaramp';

const ROOT = new URL('../../', import.meta.url);
const { exports } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as {
  exports: Record<string, { default: string }>;
};
const DOORS = Object.keys(exports).map((door) => door.replace(/^\./, 'gigaramp'));

const importsOf = (text: string): string[] =>
  [...text.matchAll(/(?:^|\n)\s*(?:import|export)[^;'"]*?from\s*'([^']+)'/g)].map(([, from]) => from!);

const read = (folder: string, ending: string): [string, string][] =>
  readdirSync(new URL(folder, ROOT))
    .filter((name) => name.endsWith(ending))
    .map((name) => [`${folder}${name}`, readFileSync(new URL(`${folder}${name}`, ROOT), 'utf8')]);

describe('experiments and the examples of the pages import the library by its names alone', () => {
  test.each(read('experiments/', '.ts'))('%s', (_, text) => {
    const inside = importsOf(text).filter((from) => from.includes('/src/') || from.includes('/models/'));
    expect(inside).toEqual([]);
  });

  test.each([
    ...read('docs/', '.md'),
    ['README.md', readFileSync(new URL('README.md', ROOT), 'utf8')] as const,
  ])('%s', (_, text) => {
    for (const from of importsOf(text)) if (from.startsWith('gigaramp')) expect(DOORS).toContain(from);
    expect(text).not.toMatch(/from '\.\.?\/src/);
  });
});

describe('the names', () => {
  test('of gigaramp are no more than fifty, so that they can be read on a page', () => {
    expect(Object.keys(gigaramp).length).toBeLessThanOrEqual(50);
  });

  test.each(DOORS)('%s is a module, here and in the package', async (door) => {
    expect(Object.keys((await import(/* @vite-ignore */ door)) as object).length).toBeGreaterThan(2);
    const built = exports[door.replace(/^gigaramp/, '.')]!.default;
    const source = built.replace('./dist/', '').replace(/\.js$/, '.ts');
    expect(readFileSync(new URL(source, ROOT), 'utf8')).toContain('export');
  });
});

describe('a script that somebody puts into the checkout', () => {
  const script = fileURLToPath(new URL('.readme-example.ts', ROOT));
  const out = mkdtempSync(join(tmpdir(), 'gigaramp-readme-'));
  afterAll(() => {
    rmSync(script, { force: true });
    rmSync(out, { recursive: true });
  });

  test('runs the TypeScript of the README under tsx, in threads', async () => {
    const [code] = /(?<=```ts\n)[\s\S]*?(?=```)/.exec(readFileSync(new URL('README.md', ROOT), 'utf8'))!;
    const short = code.replace('replications: 200', `replications: 3, out: '${out}'`);
    expect(short).not.toBe(code);
    const imports = DOORS.map((door, i) => `import * as door${i} from '${door}';`).join('\n');
    const used = `console.log(records.replications, [${DOORS.map((_, i) => `door${i}`)}].every((door) => Object.keys(door).length > 2));`;
    writeFileSync(script, `${imports}\n${code.replace(code, short)}\n${used}\n`);
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script], {
      cwd: fileURLToPath(ROOT),
    });
    expect(stdout.trim()).toBe('3 true');
  });
});
