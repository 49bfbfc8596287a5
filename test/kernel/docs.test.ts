import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';

const folder = new URL('.docs/', import.meta.url);
const markdown = readFileSync(new URL('../../docs/kernel.md', import.meta.url), 'utf8');
const blocks = [...markdown.matchAll(/^## (.*)$|```ts\n([\s\S]*?)```/gm)];

describe('docs/kernel.md', () => {
  mkdirSync(folder, { recursive: true });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let title = '';
  for (const [index, [, heading, code]] of blocks.entries()) {
    if (heading !== undefined) title = heading;
    if (code === undefined) continue;
    it(`example ${index}, ${title}, does what it shows`, async () => {
      const file = new URL(`example-${index}.ts`, folder);
      const kernel = new URL('../../src/kernel/index.ts', import.meta.url).href;
      const body = code.replaceAll("'gigaramp/kernel'", `'${kernel.replace('file://', '')}'`);
      const lines = [
        "import { expect } from 'vitest';",
        'export const shown: unknown[] = [];',
        'function shows(value: unknown, expected: unknown): void {',
        '  expect(value).toEqual(expected);',
        '  shown.push(value);',
        '}',
        body,
      ];
      writeFileSync(file, lines.join('\n'));
      const { shown } = (await import(/* @vite-ignore */ file.href.replace('file://', ''))) as {
        shown: unknown[];
      };
      // Every `shows` of the text was reached, also those in processes.
      expect(shown.length).toBe(code.split('shows(').length - 1);
    });
  }
});
