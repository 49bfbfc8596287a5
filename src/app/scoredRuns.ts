import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { InputError, requireFolder, resultBytes } from '../experiment/index.ts';
import { isCalendarDate } from '../kernel/index.ts';
import { csvRows } from '../report/csvRows.ts';
import { readManifest } from './outputFolder.ts';

type Rows = readonly (readonly string[])[];

/** Columns of milestones in `runs.csv` are called after them, with this at the end. */
export const MILESTONE_SUFFIX = '_date';

/** The replications of a run as its folder has them. */
export interface ScoredRuns {
  readonly head: readonly string[];
  readonly rows: Rows;
  /** ISO date of day 0, where a manifest says it. */
  readonly start: string | undefined;
  /** ISO date up to which things were known, where a manifest says it. */
  readonly asOf: string | undefined;
  readonly milestones: readonly string[];
  /** What a milestone is called; its name where no manifest says it. */
  titleOf(milestone: string): string;
}

/**
 * Reads `runs.csv` of a folder for milestones that are to be scored.
 *
 * @throws InputError that names row and column where it is not what a run wrote, and where the manifest has another
 *   hash
 */
export async function readRuns(folder: string, asked: readonly string[]): Promise<ScoredRuns> {
  requireFolder(folder);
  const path = join(folder, 'runs.csv');
  const bytes = resultBytes(path);
  if (bytes === undefined) throw new InputError(`${folder}: no runs.csv, expected the folder of a run`);
  const { head, rows, problem } = await csvRows(bytes.toString('utf8'));
  if (problem !== undefined) throw new InputError(`${path}: ${problem}, expected what a run wrote`);
  if (head[0] !== 'point' || rows.length === 0)
    throw new InputError(`${path}: no replications, expected what a run wrote`);
  const manifest = readManifest(folder);
  const start = manifest?.start;
  const cells: Cells = { path, head, rows };
  for (const milestone of asked) checkDates(cells, `${milestone}${MILESTONE_SUFFIX}`, start);
  checkReplications(cells);
  checkWeights(cells);
  const expected = manifest?.outputs.find(({ name }) => name === 'runs.csv')?.sha256;
  if (expected !== undefined && createHash('sha256').update(bytes).digest('hex') !== expected)
    throw new InputError(
      `${path}: not what manifest.json says (its SHA-256 differs), expected what the run wrote`,
    );
  // A column of dates, or of nothing where the milestone was never reached; some other names end like that too.
  const isMilestone = (name: string, at: number): boolean =>
    name.endsWith(MILESTONE_SUFFIX) && rows.every((row) => row[at] === '' || isCalendarDate(row[at]!));
  const milestones = head.filter(isMilestone).map((name) => name.slice(0, -MILESTONE_SUFFIX.length));
  const titleOf = (milestone: string): string =>
    manifest?.milestones?.find(({ name }) => name === milestone)?.title ?? milestone;
  return { head, rows, start, asOf: manifest?.asOf, milestones, titleOf };
}

interface Cells {
  readonly path: string;
  readonly head: readonly string[];
  readonly rows: Rows;
}

/** @throws InputError on the first cell of a column that is not as expected; a column that is not there has none. */
function checkCells(
  { path, head, rows }: Cells,
  column: string,
  { expected, isRight }: { expected: string; isRight: (cell: string, row: readonly string[]) => boolean },
): void {
  const at = head.indexOf(column);
  if (at < 0) return;
  const wrong = rows.findIndex((row) => !isRight(row[at]!, row));
  if (wrong >= 0)
    throw new InputError(
      `${path}: row ${wrong + 1}: ${column} is "${rows[wrong]![at]!.slice(0, 40)}", expected ${expected}`,
    );
}

function checkDates(cells: Cells, column: string, start: string | undefined): void {
  const at = cells.head.indexOf(column);
  // Other columns end like that too, and are no milestones.
  if (at < 0 || !cells.rows.some((row) => isCalendarDate(row[at]!))) return;
  checkCells(cells, column, {
    expected: 'a date, or nothing where it was not reached',
    isRight: (cell) => cell === '' || isCalendarDate(cell),
  });
  if (start !== undefined)
    checkCells(cells, column, {
      expected: `a date from the start ${start} on`,
      isRight: (cell) => cell === '' || cell >= start,
    });
}

function checkReplications(cells: Cells): void {
  checkCells(cells, 'replication', {
    expected: 'a whole number from 0',
    isRight: (cell) => /^\d{1,15}$/.test(cell),
  });
  const seen = new Set<string>();
  checkCells(cells, 'replication', {
    expected: 'each replication of a point once',
    isRight: (cell, [point]) => {
      const key = JSON.stringify([point, Number(cell)]);
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    },
  });
}

function checkWeights(cells: Cells): void {
  checkCells(cells, 'weight', {
    expected: 'a number from 0',
    isRight: (cell) => cell.trim() !== '' && Number.isFinite(Number(cell)) && Number(cell) >= 0,
  });
}
