import { isCalendarDate } from '../kernel/civilDate.ts';
import { formatCell, type Table } from '../output/index.ts';
import type { Role } from '../record/index.ts';

/** A column of a table, as the data package describes it. */
export interface ResultsField {
  readonly name: string;
  readonly type: string;
  readonly unit?: string | undefined;
  readonly description?: string | undefined;
  readonly subject?: string | undefined;
  /** Output of the model that it holds, of which quantile it is the estimate, and what the output is for and about. */
  readonly output?: string | undefined;
  readonly quantile?: number | undefined;
  readonly role?: string | undefined;
  readonly measure?: string | undefined;
  readonly key?: Readonly<Record<string, string | undefined>> | undefined;
  readonly whole?: number | undefined;
  readonly heldBy?: string | undefined;
}

/** Column name → text of the cell. */
export type Row = Readonly<Record<string, string>>;

/** A CSV file of a results folder. */
export interface ResultsTable {
  readonly name: string;
  readonly description: string;
  readonly fields: readonly ResultsField[];
  readonly rows: readonly Row[];
}

/** A table as it would be read back from its file. */
export function readTable({ name, description, fields, rows }: Table): ResultsTable {
  return {
    name,
    description,
    fields,
    rows: Array.from(rows(), (cells) =>
      Object.fromEntries(fields.map((field, index) => [field.name, formatCell(cells[index])])),
    ),
  };
}

/** An estimate with its 95 % interval; what is absent the sample does not give. */
export interface Estimated<T> {
  readonly estimate?: T | undefined;
  readonly low?: T | undefined;
  readonly high?: T | undefined;
}

/** A date of which a table says whether it lies before the as-of date, where nobody observed it: then it is absent. */
export interface SaidDate extends Estimated<string> {
  readonly isEarlier: boolean;
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
  return text !== undefined && isCalendarDate(text) ? text : undefined;
}

/** The columns `name`, `name_low` and `name_high` as numbers. */
export function estimateIn(row: Row, name: string): Estimated<number> {
  return {
    estimate: numberIn(row, name),
    low: numberIn(row, `${name}_low`),
    high: numberIn(row, `${name}_high`),
  };
}

// Days below this are what sums of floating-point numbers leave behind.
const DUST = 1e-9;

/** The same as differences in days or shares, without the dust of their sums. */
export function daysIn(row: Row, name: string): Estimated<number> {
  const { estimate, low, high } = estimateIn(row, name);
  const clean = (value: number | undefined): number | undefined =>
    value !== undefined && Math.abs(value) < DUST ? 0 : value;
  return { estimate: clean(estimate), low: clean(low), high: clean(high) };
}

/** The columns `name`, `name_low` and `name_high` as ISO dates. */
export function dateEstimateIn(row: Row, name: string): Estimated<string> {
  return { estimate: dateIn(row, name), low: dateIn(row, `${name}_low`), high: dateIn(row, `${name}_high`) };
}

/** The same with the column `name_status`. */
export function saidDateIn(row: Row, name: string): SaidDate {
  return { ...dateEstimateIn(row, name), isEarlier: textIn(row, `${name}_status`) === 'unobserved' };
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

/** The first column of a role. */
export function fieldFor(
  role: Role,
  fields: readonly ResultsField[] | undefined,
  quantile?: number,
): ResultsField | undefined {
  return fieldsFor(role, fields, quantile)[0];
}

/** The table that has a column of a role. */
export function tableFor(
  role: Role,
  tables: ReadonlyMap<string, ResultsTable>,
  quantile?: number,
): { readonly table: ResultsTable; readonly field: ResultsField } | undefined {
  for (const table of tables.values()) {
    const field = fieldFor(role, table.fields, quantile);
    if (field !== undefined) return { table, field };
  }
  return undefined;
}

/** Rows of a point; all rows of a table without points. */
export function rowsOf(table: ResultsTable, point: string | undefined): readonly Row[] {
  if (point === undefined) return table.rows;
  return table.rows.filter((row) => row['point'] === undefined || row['point'] === point);
}

/** Every date of a table, in order. */
export function datesOf(rows: readonly Row[]): string[] {
  return [...new Set(rows.flatMap((row) => dateIn(row, 'date') ?? []))].sort();
}

/** The last date of each year among dates in order. */
export function yearEnds(dates: readonly string[]): string[] {
  return lastOfEach(dates, (date) => date.slice(0, 4));
}

/** The last date of each quarter among dates in order. */
export function quarterEnds(dates: readonly string[]): string[] {
  return lastOfEach(dates, (date) => `${date.slice(0, 4)} ${Math.ceil(Number(date.slice(5, 7)) / 3)}`);
}

function lastOfEach(dates: readonly string[], periodOf: (date: string) => string): string[] {
  return [...new Map(dates.map((date) => [periodOf(date), date])).values()];
}

/** The different texts of a column, in order of appearance. */
export function valuesOf(table: ResultsTable, name: string): string[] {
  return [...new Set(table.rows.map((row) => textIn(row, name) ?? ''))];
}
