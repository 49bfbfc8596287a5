import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const WIDTH = 120;

const FOLDERS = ['src', 'models'];

/** Numbers of the lines of a source that are comment and wider than a page. */
function wideComments(source: string): number[] {
  return source
    .split('\n')
    .flatMap((line, i) => (line.length > WIDTH && /^\s*(\/\/|\/\*|\*)/.test(line) ? [i + 1] : []));
}

test.each(FOLDERS)('comments in %s are at most 120 columns wide', (folder) => {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  expect(files.length).toBeGreaterThan(0);
  const wide = files.flatMap((name) =>
    wideComments(readFileSync(join(ROOT, folder, name), 'utf8')).map((line) => `${folder}/${name}:${line}`),
  );
  expect(wide).toEqual([]);
});

test('wide comments of every kind are found, and wide code is not', () => {
  const wide = 'x'.repeat(WIDTH);
  expect(wideComments(`// ${wide}\n/** ${wide} */\n * ${wide}\nconst x = '${wide}';\n// narrow`)).toEqual([
    1, 2, 3,
  ]);
});
