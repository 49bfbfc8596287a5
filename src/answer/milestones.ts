import type { Results } from './results.ts';
import {
  dateIn,
  estimateIn,
  fieldFor,
  numberIn,
  rowsOf,
  saidDateIn,
  textIn,
  type Estimated,
  type Row,
  type SaidDate,
} from './resultsTable.ts';

/** How much a milestone asks for. */
type Threshold = { readonly amount: number; readonly unit: string } | { readonly part: number };

/** A row of `milestones.csv`, with what the manifest says of it. */
export interface Milestone {
  readonly name: string;
  /** What it is called: `10,000 GPUs`, `25 % of the contract`. */
  readonly title: string;
  /** Whether that is a plural. */
  readonly isPlural: boolean;
  /** What it is once it is reached: `in service`, else `reached`. */
  readonly onceReached: string;
  readonly threshold: Threshold | undefined;
  /** ISO date by which it is due. */
  readonly due: string | undefined;
  readonly p10: SaidDate;
  readonly p50: SaidDate;
  readonly p90: SaidDate;
  /** Share of the replications that are there by the horizon. */
  readonly reached: Estimated<number>;
  /** Share of those that are there by the date it is due, where several milestones are. */
  readonly inTime: Estimated<number>;
}

/** What is to be reached, and how likely it is in time. */
export interface Target {
  readonly milestone: Milestone | undefined;
  /** What is reached, as a noun: `100 % of the contract`, else `the target`. */
  readonly title: string;
  /** The date it is due, else the horizon. */
  readonly by: string;
  readonly isDue: boolean;
  readonly onceReached: string;
  readonly probability: Estimated<number>;
}

const REACHED = 'reached';

/** The milestones of a point, of the only point where tables have none. */
export function milestonesOf(results: Results, point?: string): Milestone[] {
  const table = results.tables.get('milestones');
  return table === undefined ? [] : rowsOf(table, point).map((row) => milestone(results, row));
}

/** The milestone that the answer is about, among those of a point; the last where nothing names it. */
export function mainMilestone(
  { manifest }: Results,
  milestones: readonly Milestone[],
): Milestone | undefined {
  return milestones.find(({ name }) => name === manifest?.target) ?? milestones.at(-1);
}

/** The target of a point, where the results say how likely it is. */
export function targetOf(results: Results, point?: string): Target | undefined {
  const table = results.tables.get('readiness');
  const field = fieldFor('readiness', table?.fields);
  if (table === undefined || field === undefined) return undefined;
  const days = rowsOf(table, point).filter((row) => dateIn(row, 'date') !== undefined);
  const last = days.at(-1);
  if (last === undefined) return undefined;
  const found = mainMilestone(results, milestonesOf(results, point));
  const day = days.find((row) => found?.due !== undefined && row['date'] === found.due);
  return {
    milestone: found,
    title: found?.title ?? 'the target',
    by: (day ?? last)['date']!,
    isDue: day !== undefined,
    onceReached: found?.onceReached ?? REACHED,
    probability: estimateIn(day ?? last, field.name),
  };
}

/** What each party is to reach by a date, where there are several such: the target of every tenant of a market. */
export function targetsOf(milestones: readonly Milestone[]): Target[] {
  return milestones.flatMap((milestone) => {
    const { title, due, onceReached, inTime } = milestone;
    if (due === undefined || inTime.estimate === undefined) return [];
    return [{ milestone, title, by: due, isDue: true, onceReached, probability: inTime }];
  });
}

/** What a milestone is called. */
export function titleOf({ manifest }: Results, name: string): string {
  return manifest?.milestones?.find((one) => one.name === name)?.title ?? name;
}

function milestone({ manifest }: Results, row: Row): Milestone {
  const name = textIn(row, 'milestone') ?? '';
  const said = manifest?.milestones?.find((one) => one.name === name);
  return {
    name,
    title: said?.title ?? name,
    isPlural: said?.isPlural ?? false,
    onceReached: said?.onceReached ?? REACHED,
    threshold: said?.threshold,
    due: dateIn(row, 'due_date'),
    p10: saidDateIn(row, 'date_p10'),
    p50: saidDateIn(row, 'date_p50'),
    p90: saidDateIn(row, 'date_p90'),
    reached: estimateIn(row, 'reached'),
    inTime: estimateIn(row, 'in_time'),
  };
}

/** Without the milestone that is the target too: the row with its due date says the same and more. */
export function onceEach(milestones: readonly Milestone[]): Milestone[] {
  return milestones.filter(
    (own) =>
      own.due !== undefined || !milestones.some(({ due, title }) => due !== undefined && title === own.title),
  );
}

/** Numbers of a column in the order of the rows. */
export function numbersIn(rows: readonly Row[], name: string): Float64Array {
  return Float64Array.from(rows.flatMap((row) => numberIn(row, name) ?? []));
}
