import type { Manifest } from '../experiment/index.ts';
import {
  targetMilestone,
  sharedTitle,
  type Column,
  type OutputKey,
  type Outputs,
  type Records,
  type Title,
  type Titles,
} from '../record/index.ts';
import type { ResultFacts } from './results.ts';

/** What a manifest says of the outputs of all points. */
export function outputFacts({ points }: Records): Pick<
  ResultFacts,
  'target' | 'titles' | 'start' | 'asOf'
> & {
  readonly milestones: NonNullable<Manifest['milestones']>;
} {
  const common = <T>(of: (outputs: Outputs) => T): T | undefined => {
    const [first, ...others] = points.map(({ outputs }) => of(outputs));
    return others.every((one) => one === first) ? first : undefined;
  };
  return {
    target: common(({ columns }) => targetMilestone(columns)?.name),
    milestones: milestonesOf(points.flatMap(({ outputs }) => outputs.columns)),
    titles: titlesOf(points.map(({ outputs }) => outputs.titles ?? {})),
    start: common(({ startDate }) => startDate),
    asOf: common(({ asOf }) => asOf),
  };
}

/** What the causes and inputs of all points are called; nothing where all are called by their names. */
function titlesOf(all: readonly Titles[]): Titles | undefined {
  const of = (titles: readonly Title[]): Title[] => [
    ...new Map(titles.map((title) => [title.name, title])).values(),
  ];
  const causes = of(all.flatMap((one) => one.causes ?? []));
  const inputs = of(all.flatMap((one) => one.inputs ?? []));
  if (causes.length + inputs.length === 0) return undefined;
  return { causes, inputs };
}

/** The milestones of all points, each once, with what all that have it say. */
function milestonesOf(columns: readonly Column[]): NonNullable<Manifest['milestones']> {
  const milestones = columns.filter(({ kind }) => kind === 'milestone');
  return [...new Set(milestones.map(({ name }) => name))].map((name) => {
    const all = milestones.filter((column) => column.name === name);
    const [{ isPlural, title, onceReached, threshold, key }] = all as [Column];
    const isOne = all.every((column) => JSON.stringify(column.threshold) === JSON.stringify(threshold));
    return {
      name,
      title: sharedTitle(all),
      ...(isPlural === undefined || sharedTitle(all) !== title ? {} : { isPlural }),
      ...(onceReached === undefined ? {} : { onceReached }),
      ...(threshold === undefined || !isOne ? {} : { threshold }),
      ...(key === undefined ? {} : { key: said(key) }),
    };
  });
}

function said(key: OutputKey): Record<string, string> {
  const entries = Object.entries(key).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}
