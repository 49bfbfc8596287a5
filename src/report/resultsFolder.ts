import { isCalendarDate } from '../kernel/civilDate.ts';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  InputError,
  isFileThere,
  namesIn,
  packageVersion,
  parseManifest,
  requireFolder,
  resultText,
  type Manifest,
  type Parsed,
} from '../experiment/index.ts';
import { csvColumns } from './csvColumns.ts';
import { csvRows, type CsvRows } from './csvRows.ts';
import { neededOfRuns } from './neededOfRuns.ts';
import { parsePackage, type PackageFile } from './packageFile.ts';
import { type ResultsField, type ResultsTable, type Row } from '../answer/index.ts';

/** What every part of a report is made from. */
export interface Material {
  readonly folder: ResultsFolder;
  /** Where charts are drawn. */
  readonly document: Document;
}

/** A results folder as far as it can be read, and what is wrong with it. */
export interface ResultsFolder {
  /** Title of the data package, else its name. */
  readonly name: string;
  readonly manifest: Manifest | undefined;
  /** Name → table, of those that were read. */
  readonly tables: ReadonlyMap<string, ResultsTable>;
  /** Descriptions of the columns of tables, whether they were read or not. */
  readonly fields: ReadonlyMap<string, readonly ResultsField[]>;
  /** Files that are too large for a report. */
  readonly unread: readonly string[];
  /** Sentences about what is missing, changed or of another version. */
  readonly problems: readonly string[];
}

// Beyond this a table takes seconds to read. Only those of many points are as large, and `runs.csv`, of which a report
// reads what it needs.
const MOST_BYTES = 8e6;

/** The table with a row a replication, which has any size. */
const RUNS = 'runs';

/**
 * Reads what a run wrote: the data package, the manifest and the tables, and checks them against each other.
 *
 * @param written names of files that this process has just written as the manifest says, and whose hashes it need not
 *   take again
 * @throws InputError when there is no folder, or nothing in it that could be shown.
 */
export async function readResultsFolder(
  folder: string,
  written: readonly string[] = [],
): Promise<ResultsFolder> {
  requireFolder(folder);
  const problems: string[] = [];
  const description = readJson(folder, 'datapackage.json', parsePackage, problems);
  const manifest = readJson(folder, 'manifest.json', parseManifest, problems);
  const resources = description?.resources ?? csvFiles(folder).map(undescribed);
  if (resources.length === 0) {
    if (existsSync(join(folder, 'records'))) {
      throw new InputError(
        `${folder}: a run that is not finished, expected its command to be run again first`,
      );
    }
    throw new InputError(
      `${folder}: no results, expected the folder of a run with datapackage.json and its CSV files`,
    );
  }
  if (manifest !== undefined) problems.push(...versionProblems(manifest));
  const hashes = new Map(
    [...(manifest?.outputs ?? []), ...(manifest?.added ?? [])].map(({ name, sha256 }) => [name, sha256]),
  );
  for (const name of hashes.keys()) {
    if (!resources.some(({ path }) => path === name))
      problems.push(`${name} is in the manifest but not in the data package: it is left out.`);
  }
  const tables = new Map<string, ResultsTable>();
  const unread: string[] = [];
  for (const resource of resources) {
    const path = join(folder, resource.path);
    if (!isFileThere(path)) {
      problems.push(`${resource.path} is missing: what it would show is left out.`);
      continue;
    }
    const expected = hashes.get(resource.path);
    const isChecked = expected === undefined || written.includes(resource.path);
    if (!isChecked && (await fileHash(path)) !== expected)
      problems.push(
        `${resource.path} is not what the manifest says (its SHA-256 differs): it was changed after the run.`,
      );
    if (manifest !== undefined && expected === undefined)
      problems.push(`${resource.path} is not in the manifest: nothing says that it belongs to this run.`);
    if (resource.name !== RUNS && statSync(path).size > MOST_BYTES) unread.push(resource.path);
    else tables.set(resource.name, await readTable(path, resource, problems));
  }
  if (tables.size === 0 && unread.length === 0) {
    throw new InputError(`${folder}: none of its CSV files is there, expected the whole folder of a run`);
  }
  return {
    name: description?.title || description?.name || 'results',
    manifest,
    tables,
    fields: new Map(resources.map(({ name, schema }) => [name, schema.fields])),
    unread,
    problems,
  };
}

function readJson<T>(
  folder: string,
  name: string,
  parse: (text: string) => Parsed<T>,
  problems: string[],
): T | undefined {
  const path = join(folder, name);
  const text = resultText(path);
  if (text === undefined) {
    problems.push(
      name === 'manifest.json'
        ? 'manifest.json is missing: nothing says which run this was, how many replications it had, or whether its files were changed.'
        : `${name} is missing: columns are shown without their units and meaning.`,
    );
    return undefined;
  }
  const { value, problem } = parse(text);
  if (problem !== undefined)
    problems.push(
      `${name} cannot be used (${problem}): it was changed, cut off, or written by another version.`,
    );
  return value;
}

function versionProblems({ gigaramp, kind }: Manifest): string[] {
  const own = packageVersion();
  const isOther = gigaramp !== own;
  return [
    ...(isOther
      ? [
          `The results were written by Gigaramp ${gigaramp}, and this report by ${own}: names and meanings may have changed between them.`,
        ]
      : []),
    ...(kind === undefined
      ? [
          'manifest.json does not say what the tables answer, as that of an earlier version: they are shown as those of a run. Running its command again in the same folder brings it up to date.',
        ]
      : []),
  ];
}

type Resource = PackageFile['resources'][number];

function csvFiles(folder: string): string[] {
  return namesIn(folder).filter((name) => name.endsWith('.csv'));
}

function undescribed(path: string): Resource {
  return { name: path.slice(0, -'.csv'.length), path, description: '', schema: { fields: [] } };
}

async function readTable(
  path: string,
  { name, path: file, description, schema }: Resource,
  problems: string[],
): Promise<ResultsTable> {
  const {
    head,
    names = head,
    rows,
    problem,
  }: CsvRows & { names?: readonly string[] } = name === RUNS
    ? csvColumns(path, (names) => neededOfRuns(names, schema.fields))
    : await csvRows(resultText(path) ?? '');
  if (problem !== undefined) {
    problems.push(`${file} is not whole (${problem}): the ${rows.length} rows before that are shown.`);
  }
  const described = new Map(schema.fields.map((field) => [field.name, field]));
  const missing = schema.fields.filter((field) => !head.includes(field.name));
  if (missing.length > 0 && head.length > 0) {
    problems.push(
      `${file} has no column ${missing[0]!.name}${missing.length > 1 ? ` and ${missing.length - 1} more` : ''} that the data package names.`,
    );
  }
  const fields = names.map(
    (column, index) =>
      described.get(column) ??
      guessedField(
        column,
        rows.map((row) => row[index]!),
      ),
  );
  const { cells, problem: strange } = withoutStrange(fields, rows);
  if (strange !== undefined) problems.push(`${file}, ${strange}`);
  return { name, description, fields, rows: cells.map((row) => rowOf(names, row)) };
}

function rowOf(names: readonly string[], cells: readonly string[]): Row {
  return Object.fromEntries(names.map((name, index) => [name, cells[index]!]));
}

/** A column that nothing describes, by what its cells look like. */
function guessedField(name: string, cells: readonly string[]): ResultsField {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length > 0 && filled.every((cell) => Number.isFinite(Number(cell))))
    return { name, type: 'number' };
  return { name, type: filled.length > 0 && filled.every(isCalendarDate) ? 'date' : 'string' };
}

/** The rows with every cell emptied that is not what its column holds, and in words the first of them. */
function withoutStrange(
  fields: readonly ResultsField[],
  rows: readonly (readonly string[])[],
): { cells: readonly (readonly string[])[]; problem: string | undefined } {
  let count = 0;
  let first = '';
  const cells = rows.map((row, index) =>
    row.map((cell, column) => {
      const { name, type } = fields[column]!;
      if (cell === '' || fits(type, cell)) return cell;
      if (count++ === 0) first = `row ${index + 1}: ${name} is "${cell.slice(0, 40)}", expected a ${type}`;
      return '';
    }),
  );
  const further = count === 1 ? 'it is' : `it and ${count - 1} more are`;
  return { cells, problem: count === 0 ? undefined : `${first}: ${further} left out.` };
}

function fits(type: string, cell: string): boolean {
  if (type === 'date') return isCalendarDate(cell);
  return (type !== 'number' && type !== 'integer') || (cell.trim() !== '' && Number.isFinite(Number(cell)));
}

async function fileHash(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
