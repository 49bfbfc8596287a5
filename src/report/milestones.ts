import { fieldName } from '../output/index.ts';
import type { ResultsFolder } from './resultsFolder.ts';
import {
  dateEstimateIn,
  dateIn,
  estimateIn,
  numberIn,
  textIn,
  type Estimated,
  type ResultsTable,
  type Row,
} from './resultsTable.ts';
import { wholeText } from './valueText.ts';

/** A row of `milestones.csv`. */
export interface Milestone {
  readonly name: string;
  /** What it is called: `10,000 GPUs`, `25 % of the contract`. */
  readonly title: string;
  readonly gpus: number | undefined;
  /** Whether it is capacity in service, as the data package says it, and not an event of another kind. */
  readonly isInService: boolean;
  /** ISO date by which it is due. */
  readonly due: string | undefined;
  /** Whether some of its dates lie before the as-of date, where nobody observed them: those are absent below. */
  readonly isUnobserved: boolean;
  readonly p10: Estimated<string>;
  readonly p50: Estimated<string>;
  readonly p90: Estimated<string>;
  /** Share of the replications that are there by the horizon. */
  readonly reached: Estimated<number>;
}

/** What a rollout is to reach, and how likely it is in time. */
export interface Target {
  readonly milestone: Milestone | undefined;
  /** What is reached, as a noun: `100 % of the contract`, else `the target`. */
  readonly title: string;
  /** The date it is due, else the horizon. */
  readonly by: string;
  readonly isDue: boolean;
  readonly isInService: boolean;
  readonly probability: Estimated<number>;
}

/** The milestones of a point, of the only point where tables have none. */
export function milestonesOf(folder: ResultsFolder, point?: string): Milestone[] {
  const table = folder.tables.get('milestones');
  if (table === undefined) return [];
  return rowsOf(table, point).map((row) => milestone(folder, row));
}

/** The target of a point, where the folder says how likely it is. */
export function targetOf(folder: ResultsFolder, point?: string): Target | undefined {
  const table = folder.tables.get('readiness');
  const days =
    table === undefined ? [] : rowsOf(table, point).filter((row) => dateIn(row, 'date') !== undefined);
  const last = days.at(-1);
  if (last === undefined) return undefined;
  const reached = numberIn(last, 'p_ready');
  const candidates = milestonesOf(folder, point);
  const known =
    candidates.find(({ due }) => due !== undefined) ??
    candidates.find(({ name }) => name === 'target') ??
    candidates.at(-1);
  // Nothing in the folder names the target of another model: the last milestone is it if both are reached as often.
  const found = known?.reached.estimate === reached ? known : undefined;
  const day = days.find((row) => found?.due !== undefined && row['date'] === found.due);
  return {
    milestone: found,
    title: found?.title ?? 'the target',
    by: (day ?? last)['date']!,
    isDue: day !== undefined,
    isInService: found?.isInService ?? false,
    probability: estimateIn(day ?? last, 'p_ready'),
  };
}

/** Rows of a point; all rows of a table without points. */
export function rowsOf(table: ResultsTable, point: string | undefined): Row[] {
  if (point === undefined) return [...table.rows];
  return table.rows.filter((row) => row['point'] === undefined || row['point'] === point);
}

/** What a milestone is called: its GPUs, the part in service that the data package tells of, or its name. */
export function milestoneTitle(folder: ResultsFolder, name: string, gpus?: number): string {
  if (gpus !== undefined) return `${wholeText(gpus)} GPUs`;
  const [, title] = /^(.+) in service\b/.exec(descriptionOf(folder, name)) ?? [];
  if (title !== undefined) return title.replace(/^\d+(?= GPUs$)/, (count) => wholeText(Number(count)));
  if (name === 'target') return 'the target';
  const [, percent] = /^contract_(\d+)_pct$/.exec(name) ?? [];
  if (percent !== undefined) return `${percent} % of the contract`;
  const [, count] = /^gpus_(\d+)$/.exec(name) ?? [];
  return count === undefined ? name : `${wholeText(Number(count))} GPUs`;
}

/** GPUs are, all else is. */
export function beVerb(title: string): string {
  return title.endsWith('GPUs') ? 'are' : 'is';
}

function milestone(folder: ResultsFolder, row: Row): Milestone {
  const name = textIn(row, 'milestone') ?? '';
  const gpus = numberIn(row, 'gpus');
  return {
    name,
    title: milestoneTitle(folder, name, gpus),
    gpus,
    isInService: gpus !== undefined || /\bin service\b/.test(descriptionOf(folder, name)),
    due: dateIn(row, 'due_date'),
    isUnobserved: textIn(row, 'status') === 'unobserved',
    p10: dateEstimateIn(row, 'date_p10'),
    p50: dateEstimateIn(row, 'date_p50'),
    p90: dateEstimateIn(row, 'date_p90'),
    reached: estimateIn(row, 'reached'),
  };
}

function descriptionOf(folder: ResultsFolder, name: string): string {
  const column = `${fieldName(name, '')}_date`;
  return folder.fields.get('runs')?.find((field) => field.name === column)?.description ?? '';
}
