import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const committed = new URL('../../results/', import.meta.url).pathname;
/** Gives copies of committed results to spoil, without a report, that go when the tests of the file are done. */
export function copiesOfResults(): (name?: string) => string {
  const place = mkdtempSync(join(tmpdir(), 'gigaramp-report-'));
  afterAll(() => rmSync(place, { recursive: true, force: true }));
  return (name = '01-baseline') => {
    const folder = mkdtempSync(join(place, 'results-'));
    cpSync(join(committed, name), folder, { recursive: true });
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

/** A page as plain text, without its style: what a reader sees, in its order. */
export function textOf(html: string): string {
  return html
    .replaceAll(/<style>[\s\S]*?<\/style>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/\s+/g, ' ');
}
