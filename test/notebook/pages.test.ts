import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import axe from 'axe-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { runNotebook, writeNotebook, type NotebookRun } from '../../src/notebook/index.ts';
import { startBrowser } from '../report/browser.ts';
import { DISPLAY, scriptFolder } from './scriptFolder.ts';

const folder = scriptFolder();
const HOSTILE = '</pre><script>document.title = "taken"</script><img src=x onerror=alert(1)>';
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30" role="img"><title>One bar</title><desc>It is 60 wide.</desc><rect width="60" height="30" fill="currentColor"/></svg>';

const TITLED = SVG.replace('<rect', '<text y="9">Seen &amp; said</text><rect');

const file = folder.write(
  'hostile.ts',
  `// %% [markdown]`,
  `// # A *plain* title`,
  `//`,
  `// Text with <script>alert(1)</script>, [a link](javascript:alert(1)) and ![a picture](https://example.org/a.png).`,
  `// %%`,
  `import { display } from '${DISPLAY}';`,
  `const hostile = ${JSON.stringify(HOSTILE)};`,
  `console.log(hostile);`,
  `console.log('\`\`\`');`,
  `display({ title: hostile, columns: ['a|b', hostile], rows: [[hostile, { estimate: 1.234, low: 1.1, high: 1.4 }]] });`,
  `display(${JSON.stringify(SVG)});`,
  `display({ svg: ${JSON.stringify(TITLED)}, title: 'Seen & said', alternative: 'It says so.' });`,
  `// %% The end`,
  `throw new Error(hostile);`,
  `// %%`,
  `console.log('never');`,
);
let run: NotebookRun;
const out = join(folder.path, 'pages', 'a.html');

beforeAll(async () => {
  const done = await runNotebook({ file });
  if (done === undefined) throw new Error('run: stopped, expected it to end');
  run = done;
  mkdirSync(join(folder.path, 'pages'), { recursive: true });
  writeFileSync(join(folder.path, 'pages', 'a.figure-9.svg'), 'of an earlier run');
  writeNotebook(run, { out, markdown: true });
});

describe('the page', () => {
  test('shows text, code, output, the failure and what did not run, all of it escaped', () => {
    const html = readFileSync(out, 'utf8');
    expect(html).toContain('<title>A plain title</title>');
    expect(html).toContain('<h1>A <em>plain</em> title</h1>');
    expect(html).toContain('&lt;/pre&gt;&lt;script&gt;document.title');
    expect(html).toContain('Failed at line 14: Error: &lt;/pre&gt;');
    expect(html).toContain('Not run: an earlier cell failed.');
    expect(html).toContain(`<td class="end">1.23<span class="interval">1.1 to 1.4</span></td>`);
    expect(html).toContain('<a href="https://example.org/a.png">a picture</a>');
    expect(html).toContain('<figcaption>One bar</figcaption>');
    expect(html).not.toContain('<figcaption>Seen');
    expect(html).toContain('hljs-keyword');
    for (const mark of ['<script', '<img', 'javascript:', folder.path]) expect(html).not.toContain(mark);
  });

  test('is the same bytes from a second run', async () => {
    const again = await runNotebook({ file });
    const second = join(folder.path, 'pages', 'b.html');
    writeNotebook(again!, { out: second, markdown: true });
    expect(readFileSync(second, 'utf8')).toBe(readFileSync(out, 'utf8'));
    const markdown = readFileSync(join(folder.path, 'pages', 'b.md'), 'utf8').replaceAll(
      'b.figure',
      'a.figure',
    );
    expect(markdown).toBe(readFileSync(join(folder.path, 'pages', 'a.md'), 'utf8'));
  });

  test('opens in a browser with nothing taken over, nothing asked for, nothing wider than a telephone, and accessible', async () => {
    const browser = await startBrowser();
    try {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await browser.newPage({ viewport: { width: 360, height: 700 }, colorScheme });
        const told: string[] = [];
        page.on('console', (message) => told.push(message.text()));
        page.on('pageerror', (error) => told.push(error.message));
        page.on('request', (request) => {
          if (!/^(?:file|data):/.test(request.url())) told.push(request.url());
        });
        await page.goto(`file://${encodeURI(out)}`);
        expect(await page.title()).toBe('A plain title');
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
        await page.evaluate(axe.source);
        const violations = await page.evaluate(
          `axe.run().then(({ violations }) => violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id))`,
        );
        expect(violations).toEqual([]);
        expect(told).toEqual([]);
        await page.close();
      }
    } finally {
      await browser.close();
    }
  });
});

describe('the Markdown', () => {
  test('has its pictures in files beside it, those of an earlier run removed', () => {
    const markdown = readFileSync(join(folder.path, 'pages', 'a.md'), 'utf8');
    expect(markdown).toContain('![It is 60 wide.](a.figure-1.svg)');
    expect(readdirSync(join(folder.path, 'pages')).filter((name) => name.startsWith('a.figure'))).toEqual([
      'a.figure-1.svg',
      'a.figure-2.svg',
    ]);
    expect(readFileSync(join(folder.path, 'pages', 'a.figure-1.svg'), 'utf8')).toContain('<rect width="60"');
  });

  test('fences code and output by more backticks than they have, and keeps cells on one line', () => {
    const markdown = readFileSync(join(folder.path, 'pages', 'a.md'), 'utf8');
    expect(markdown).toContain(`\`\`\`\`text\n${HOSTILE}\n\`\`\`\n\`\`\`\``);
    expect(markdown).toMatch(/\| a\\\|b \| &lt;\/pre>/);
    expect(markdown).toContain('1.23<br>(1.1 to 1.4) |');
    expect(markdown).toContain('**This cell failed.**');
  });
});

test('the script alone under tsx prints text where a notebook shows tables and pictures', async () => {
  const alone = folder.write(
    'alone.ts',
    `// %%`,
    `import { display } from '${DISPLAY}';`,
    `display({ title: 'Numbers', columns: ['n', { title: 'share', unit: 'share' }], rows: [['one', { estimate: 0.5, low: 0.4 }]] });`,
    `display(${JSON.stringify(SVG)});`,
  );
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', alone]);
  expect(stdout).toMatch(
    /^Numbers\n┌[\s\S]*│ one │ 50\.0 % +│\n│ +│ 40\.0 % to … │\n[\s\S]*One bar\nIt is 60 wide\.\n$/,
  );
  expect(existsSync(join(folder.path, 'results'))).toBe(false);
});
