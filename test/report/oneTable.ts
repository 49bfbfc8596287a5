import { readFileSync } from 'node:fs';
import { writeResults, type Table, type TableField } from '../../src/output/index.ts';
import { writeReport } from '../../src/report/index.ts';
import { copiesOfResults, textOf } from './resultsCopy.ts';

const resultsCopy = copiesOfResults();

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

/** Headline and text of the report of a folder that holds one table. */
export async function reportOf(table: Table): Promise<{ headline: string; page: string; figures: number }> {
  const folder = `${resultsCopy('08-precision')}-table`;
  await writeResults({ folder, name: 'one-table', tables: [table] });
  const { file } = await writeReport({ folder });
  const html = readFileSync(file, 'utf8');
  return {
    headline: textOf(/<h1>[\s\S]*?<\/h1>/.exec(html)![0]).trim(),
    page: textOf(html),
    figures: html.match(/<figure>/g)?.length ?? 0,
  };
}
