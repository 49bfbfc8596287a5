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
  {
    name,
    fields,
    text,
  }: { name: string; fields: readonly { name: string; type: string; unit?: string }[]; text: string },
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

/** Adds what leaving would take, `lock_in.csv`, with the longest numbers that it has. */
export function addLockIn(folder: string): void {
  const measures = [
    ['move_days_mean', 'day', 714.9],
    ['standstill_gpu_months_mean', 'GPU-month', 251_994.4],
    ['leaving_cost_dollars_mean', '$', 31_646_521.2],
    ['gain_dollars_mean', '$', -12_216_797_245.1],
    ['p_pays', 'probability', 0.575],
  ] as const;
  const estimates = measures.flatMap(([name, unit]) =>
    ['', '_low', '_high'].map((end) => ({ name: `${name}${end}`, type: 'number', unit })),
  );
  const rows = ['2025-12-31', '2026-12-31', '2027-12-31', '2028-12-31'].flatMap((date) =>
    ['cheaper cloud', 'own accelerators'].map((offer) => [
      date,
      offer,
      ...measures.flatMap(([, , mean]) => [mean, mean - 0.1 * Math.abs(mean), mean + 0.1 * Math.abs(mean)]),
    ]),
  );
  addTable(folder, {
    name: 'lock_in',
    fields: [{ name: 'date', type: 'date' }, { name: 'offer', type: 'string' }, ...estimates],
    text: csvOf([['date', 'offer', ...estimates.map(({ name }) => name)], ...rows]),
  });
}

/** Adds what was observed, `observed.csv`: a count and a date, each with a long source. */
export function addObserved(folder: string): void {
  const quantiles = ['before', 'given'].flatMap((when) =>
    [10, 50, 90].flatMap((p) => ['', '_low', '_high'].map((end) => `${when}_p${p}${end}`)),
  );
  const source = 'a report of the operator at https://example.org/a/very/long/place/of/some/report-2026-05';
  const rowOf = (what: string, unit: string, value: number): (string | number)[] => [
    what,
    source,
    unit,
    ...quantiles.map(() => value),
  ];
  addTable(folder, {
    name: 'observed',
    fields: [
      ...['observed', 'source', 'unit'].map((name) => ({ name, type: 'string' })),
      ...quantiles.map((name) => ({ name, type: 'number' })),
    ],
    text: csvOf([
      ['observed', 'source', 'unit', ...quantiles],
      rowOf('GPUs in service 72,000 on 2026-05-01 ± 10 %', 'gpu', 123_456),
      rowOf('first block of New Carlisle energized on 2026-02-20 ± 30 d', 'day', 420),
    ]),
  });
}

function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((cells) => `${cells.join(',')}\n`).join('');
}
