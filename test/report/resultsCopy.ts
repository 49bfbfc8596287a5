import { createHash } from 'node:crypto';
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

/** The parts of a page between its headings of second order, by heading. */
export function sectionsOf(html: string): Map<string, string> {
  const sections = [...html.matchAll(/<h2 id="[^"]+">([^<]+)<\/h2>([\s\S]*?)<\/section>/g)];
  return new Map(sections.map(([, title, text]) => [title!, text!]));
}

/** A page as plain text, without its style and its script: what a reader sees, in its order. */
export function textOf(html: string): string {
  return html
    .replaceAll(/<(style|script)\b[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/\s+/g, ' ');
}

/** Stages of two sites as a run writes them; the last one is unfinished in half of the replications. */
const STAGES = [
  ['east', 'substation', '2025-01-01', '2025-01-01', '2025-01-01', '2026-02-01', '2026-05-01', '2026-09-01'],
  ['east', 'building', '2025-03-01', '2025-03-01', '2025-03-01', '2026-03-01', '2026-06-01', '2026-12-01'],
  ['east', 'in service', '2026-04-01', '2026-08-01', '2027-01-01', '2027-01-01', '2027-06-01', '2028-08-01'],
  ['west', 'building', '2025-11-03', '2025-11-03', '2025-11-03', '2026-10-01', '2027-03-01', '2027-09-01'],
  ['west', 'in service', '2027-05-01', '2027-10-01', '', '2027-12-01', '', ''],
] as const;

/** Adds `stages.csv` to a folder, in the place of what it has. */
export function addStages(folder: string): void {
  const quantiles = ['start_date', 'finish_date'].flatMap((stem) => [
    `${stem}_p10`,
    `${stem}_p50`,
    `${stem}_p90`,
  ]);
  const head = ['site', 'stage', ...quantiles];
  addTable(folder, {
    name: 'stages',
    fields: head.map((name, index) => ({ name, type: index < 2 ? 'string' : 'date' })),
    text: [head, ...STAGES].map((cells) => `${cells.join(',')}\n`).join(''),
  });
}

/** Adds a table to a folder, in the place of one of its name. */
export function addTable(
  folder: string,
  { name, fields, text }: { name: string; fields: readonly { name: string; type: string }[]; text: string },
): void {
  const path = `${name}.csv`;
  writeFileSync(join(folder, path), text);
  const described = fields.map((field) => ({ ...field, description: field.name }));
  const own = { name, path, description: `Table ${name}.`, schema: { fields: described } };
  const sha256 = createHash('sha256').update(text).digest('hex');
  const without = (list: unknown, key: string): object[] =>
    (list as { name: string }[]).filter((entry) => entry.name !== key);
  editJson(folder, 'datapackage.json', (json) => ({
    ...json,
    resources: [...without(json['resources'], name), own],
  }));
  editJson(folder, 'manifest.json', (json) => ({
    ...json,
    outputs: [...without(json['outputs'], path), { name: path, sha256 }],
  }));
}
