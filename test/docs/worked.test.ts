import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PAGES = join(ROOT, 'docs/worked');
const run = promisify(execFile);

const isFull = process.env['GIGARAMP_FULL'] === '1';
/** At full size all pages; else the quickest that runs a model of one's own: each command of a page starts anew. */
const USUAL = ['own-supply-chain.md'];

// Within the checkout, where a script finds the library by its name.
const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A fenced block: its language, the words behind it, and its lines. */
const FENCE = /^```(\w+)(?: (.*))?\n([\s\S]*?)^```$/gm;

/**
 * The page as it reads when every file on it is written and every command on it is run: what stands below a command is what it printed,
 * or the part of it that the block asks for by `from=` (a text that a line contains) and `lines=`.
 */
async function written(page: string): Promise<string> {
  const folder = mkdtempSync(join(ROOT, '.worked-'));
  folders.push(folder);
  const parts: string[] = [];
  let at = 0;
  for (const { 0: block, 1: language, 2: words = '', 3: body, index } of page.matchAll(FENCE)) {
    parts.push(page.slice(at, index));
    at = index + block.length;
    if (language !== 'console') {
      if (/^[\w.-]+\.\w+$/.test(words)) writeFileSync(join(folder, words), body!);
      parts.push(block);
      continue;
    }
    const command = body!.split('\n')[0]!;
    const printed = await output(command, folder);
    parts.push(
      `\`\`\`console${words === '' ? '' : ` ${words}`}\n${command}\n${part(printed, words)}\n\`\`\``,
    );
  }
  return [...parts, page.slice(at)].join('');
}

async function output(command: string, folder: string): Promise<string> {
  const [prompt, name, ...words] = command.match(/'[^']*'|\S+/g) ?? [];
  expect([prompt, name], command).toEqual(['$', 'gigaramp']);
  const told = words.map((word) => word.replace(/^'(.*)'$/, '$1'));
  try {
    const { stdout } = await run(process.execPath, [join(ROOT, 'bin/gigaramp.js'), ...told], { cwd: folder });
    return stdout.trimEnd();
  } catch (error) {
    // What is refused says why.
    return String((error as { stderr?: string }).stderr ?? error).trimEnd();
  }
}

function part(printed: string, words: string): string {
  const from = /from="([^"]*)"/.exec(words)?.[1];
  const count = Number(/lines=(\d+)/.exec(words)?.[1] ?? Infinity);
  const lines = printed.split('\n');
  const start = from === undefined ? 0 : lines.findIndex((line) => line.includes(from));
  expect(start, `${from} in what is printed`).toBeGreaterThanOrEqual(0);
  return lines.slice(start, start + count).join('\n');
}

describe('a worked page', () => {
  const pages = readdirSync(PAGES).filter((name) => name.endsWith('.md') && name !== 'README.md');
  test.each(isFull ? pages : pages.filter((name) => USUAL.includes(name)))(
    '%s shows what its commands print (vitest -u writes it anew)',
    async (name) => {
      const path = join(PAGES, name);
      await expect(await written(readFileSync(path, 'utf8'))).toMatchFileSnapshot(path);
    },
    1_200_000,
  );
});
