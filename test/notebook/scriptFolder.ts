import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder for the scripts of a test file, with a space in its name, and removed at its end. */
export function scriptFolder(): { path: string; write(name: string, ...lines: string[]): string } {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'gigaramp note-')));
  writeFileSync(join(path, 'package.json'), '{ "type": "module" }');
  afterAll(() => rmSync(path, { recursive: true }));
  return {
    path,
    write(name, ...lines) {
      const file = join(path, name);
      writeFileSync(file, lines.join('\n'));
      return file;
    },
  };
}

/** What a script imports `display` from; all of the room would take each of them a second to load. */
export const DISPLAY = new URL('../../src/notebook/display.ts', import.meta.url).href;
