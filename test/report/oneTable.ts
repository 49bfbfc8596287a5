import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageVersion } from '../../src/experiment/index.ts';
import { writeResults, type Table, type TableField } from '../../src/output/index.ts';
import { writeReport } from '../../src/report/index.ts';
import { copiesOfResults } from '../results/copies.ts';
import { textOf } from './pageText.ts';

/** A column of words. */
export const text = (name: string): TableField => ({ name, type: 'string', description: name });
/** A column of dates. */
export const date = (name: string): TableField => ({ name, type: 'date', description: name });
/** A column of numbers. */
export const number = (name: string, unit?: string): TableField => ({
  name,
  type: 'number',
  ...(unit === undefined ? {} : { unit }),
  description: name,
});
/** A column with those of its interval. */
export const estimate = (field: TableField): TableField[] =>
  ['', '_low', '_high'].map((end) => ({ ...field, name: `${field.name}${end}` }));

/** What a report of one table says. */
interface OneTableReport {
  readonly headline: string;
  readonly page: string;
  readonly figures: number;
}

/** A manifest that says what the table answers, of a run whose target has no words of its own. */
function manifestOf({ name }: Table): object {
  const kind = { sobol: 'sensitivity', morris: 'sensitivity', order_by: 'order-by' }[name] ?? name;
  return {
    schema: 1,
    experiment: '',
    gigaramp: packageVersion(),
    model: { name: 'own', version: '1' },
    seed: '1',
    points: ['base'],
    kind,
    target: 'target',
    milestones: [{ name: 'target', title: 'the target' }],
    inputs: [],
    replications: 10,
    outputs: [],
    run: {},
  };
}

/** Gives the reports of folders that hold one table, which go when the tests of the file are done. */
export function oneTableReports(): (table: Table) => Promise<OneTableReport> {
  const resultsCopy = copiesOfResults();
  return async (table) => {
    const folder = `${resultsCopy('08-precision')}-table`;
    await writeResults({ folder, name: 'one-table', tables: [table] });
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifestOf(table)));
    const { file } = await writeReport({ folder });
    const html = readFileSync(file, 'utf8');
    return {
      headline: textOf(/<h1>[\s\S]*?<\/h1>/.exec(html)![0]).trim(),
      page: textOf(html),
      figures: html.match(/<figure>/g)?.length ?? 0,
    };
  };
}
