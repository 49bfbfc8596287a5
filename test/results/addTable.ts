import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editJson } from './copies.ts';

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
