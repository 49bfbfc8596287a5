import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const committed = new URL('../../results/', import.meta.url).pathname;

/** Gives copies of results folders to spoil: `copy-0`, `copy-1`, … in a place. */
export function copiesIn(place: string): (original: string) => string {
  let copies = 0;
  return (original) => {
    const folder = join(place, `copy-${copies++}`);
    cpSync(original, folder, { recursive: true });
    return folder;
  };
}

/** Gives copies of committed results, without a report, that go when the tests of the file are done. */
export function copiesOfResults(): (name?: string) => string {
  const place = mkdtempSync(join(tmpdir(), 'gigaramp-copies-'));
  afterAll(() => rmSync(place, { recursive: true, force: true }));
  const copy = copiesIn(place);
  return (name = '01-baseline') => {
    const folder = copy(join(committed, name));
    rmSync(join(folder, 'report.html'), { force: true });
    return folder;
  };
}

/** Changes the text of a file. */
export function edit(folder: string, name: string, change: (text: string) => string): void {
  const path = join(folder, name);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

/** Changes a JSON file. */
export function editJson(
  folder: string,
  name: string,
  change: (value: Record<string, unknown>) => unknown,
): void {
  edit(folder, name, (text) => JSON.stringify(change(JSON.parse(text) as Record<string, unknown>)));
}
