import type { PackageFile } from './packageFile.ts';
import type { Role } from '../record/index.ts';

/** A column of a table, as the data package describes it. */
export type ResultsField = PackageFile['resources'][number]['schema']['fields'][number];

/** Column name → text of the cell. */
export type Row = Readonly<Record<string, string>>;

/** A CSV file of a results folder. */
export interface ResultsTable {
  readonly name: string;
  readonly description: string;
  readonly fields: readonly ResultsField[];
  readonly rows: readonly Row[];
}

/** An estimate with its 95 % interval; what is absent the sample does not give. */
export interface Estimated<T> {
  readonly estimate?: T | undefined;
  readonly low?: T | undefined;
  readonly high?: T | undefined;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is an ISO date that there is. */
export function isDate(text: string): boolean {
  return DATE.test(text) && !Number.isNaN(Date.parse(text));
}

/** The text of a cell, nothing when it is empty or there is no such column. */
export function textIn(row: Row, name: string): string | undefined {
  const text = row[name];
  return text === undefined || text === '' ? undefined : text;
}

/** The number in a cell, nothing when there is none. */
export function numberIn(row: Row, name: string): number | undefined {
  const text = textIn(row, name);
  const value = text === undefined ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** The ISO date in a cell, nothing when there is none. */
export function dateIn(row: Row, name: string): string | undefined {
  const text = textIn(row, name);
  return text !== undefined && isDate(text) ? text : undefined;
}

/** The columns `name`, `name_low` and `name_high` as numbers. */
export function estimateIn(row: Row, name: string): Estimated<number> {
  return {
    estimate: numberIn(row, name),
    low: numberIn(row, `${name}_low`),
    high: numberIn(row, `${name}_high`),
  };
}

/** The columns `name`, `name_low` and `name_high` as ISO dates. */
export function dateEstimateIn(row: Row, name: string): Estimated<string> {
  return { estimate: dateIn(row, name), low: dateIn(row, `${name}_low`), high: dateIn(row, `${name}_high`) };
}

/** Whether a table has all of these columns. */
export function hasFields(table: ResultsTable, names: readonly string[]): boolean {
  const known = new Set(table.fields.map(({ name }) => name));
  return names.every((name) => known.has(name));
}

/** The columns of a role, in the order of the table; of several quantiles one alone, where it is named. */
export function fieldsFor(
  role: Role,
  fields: readonly ResultsField[] = [],
  quantile?: number,
): readonly ResultsField[] {
  return fields.filter(
    (field) => field.role === role && (quantile === undefined || field.quantile === quantile),
  );
}

/** The different texts of a column, in order of appearance. */
export function valuesOf(table: ResultsTable, name: string): string[] {
  return [...new Set(table.rows.map((row) => textIn(row, name) ?? ''))];
}
