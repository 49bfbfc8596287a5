import type { Manifest } from '../experiment/index.ts';
import {
  targetMilestone,
  milestoneTitle,
  type Column,
  type OutputKey,
  type Outputs,
  type Records,
} from '../record/index.ts';
import type { ResultFacts } from './results.ts';

/** What a manifest says of the outputs of all points. */
export function outputFacts({ points }: Records): Pick<ResultFacts, 'target' | 'start' | 'asOf'> & {
  readonly milestones: NonNullable<Manifest['milestones']>;
} {
  const common = <T>(of: (outputs: Outputs) => T): T | undefined => {
    const [first, ...others] = points.map(({ outputs }) => of(outputs));
    return others.every((one) => one === first) ? first : undefined;
  };
  return {
    target: common(({ columns }) => targetMilestone(columns)?.name),
    milestones: milestonesOf(points.flatMap(({ outputs }) => outputs.columns)),
    start: common(({ startDate }) => startDate),
    asOf: common(({ asOf }) => asOf),
  };
}

/** The milestones of all points, each once, as the first that has it says. */
function milestonesOf(columns: readonly Column[]): NonNullable<Manifest['milestones']> {
  const found = new Map<string, Column>();
  for (const column of columns)
    if (column.kind === 'milestone' && !found.has(column.name)) found.set(column.name, column);
  return [...found.values()].map((column) => ({
    name: column.name,
    title: milestoneTitle(column),
    ...(column.onceReached === undefined ? {} : { onceReached: column.onceReached }),
    ...(column.threshold === undefined ? {} : { threshold: column.threshold }),
    ...(column.key === undefined ? {} : { key: said(column.key) }),
  }));
}

function said(key: OutputKey): Record<string, string> {
  const entries = Object.entries(key).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}
