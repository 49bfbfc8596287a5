import { listText } from '../wording/index.ts';
import { observedColumns } from '../experiment/index.ts';
import { dateOfDay, milestoneTitle, targetMilestone, type Outputs } from '../record/index.ts';
import type { Issue } from '../scenario/index.ts';

/** One of several scenarios that are compared, and what its model returns for it. */
interface Compared {
  readonly name: string;
  readonly outputs: Outputs;
}

/**
 * What is not alike in scenarios that are compared, so that their difference is also of that: what is the target, what
 * was observed, and when the simulation ends. An as-of date may differ: what became known in between is then asked for.
 */
export function unlikeAlternatives(all: readonly Compared[]): Issue[] {
  return [
    ...unlike('target', all, {
      of: targetText,
      means: 'on time, and the days to the target, mean each its own',
    }),
    ...unlike('observed', all, { of: observedText, means: countsBy(all[0]!) }),
    ...unlike('horizon', all, {
      of: ({ startDate, horizonDays }) => dateOfDay(startDate, horizonDays - 1),
      means: 'days are cut at the earliest',
    }),
  ];
}

/** The milestones that not all of them have, and which no difference is taken of. */
export function leftOutMilestones(all: readonly Compared[]): Issue[] {
  const found = all.flatMap(({ name, outputs: { columns } }) => {
    const titles = columns
      .filter(({ kind }) => kind === 'milestone')
      .filter(
        (column) => !all.every(({ outputs }) => outputs.columns.some((one) => one.name === column.name)),
      )
      .map(milestoneTitle);
    return titles.length === 0 ? [] : [`${listText(titles)} with ${name} alone`];
  });
  return found.length === 0 ? [] : [issue('milestones', `${found.join(', ')}: not compared`)];
}

function countsBy({ name, outputs }: Compared): string {
  return observedColumns(outputs).length === 0
    ? 'all replications count alike, and what was observed is not used; gigaramp run tells the forecast given it'
    : `replications count by what was observed with ${name}, in all of them`;
}

function unlike(
  path: string,
  all: readonly Compared[],
  { of, means }: { of: (outputs: Outputs) => string; means: string },
): Issue[] {
  const texts = all.map(({ outputs }) => of(outputs));
  if (texts.every((text) => text === texts[0])) return [];
  const each = all.map(({ name }, index) => `${texts[index]} with ${name}`).join(', ');
  return [issue(path, `${each}: ${means}`)];
}

/** A remark on several files, which stands in none of them. */
function issue(path: string, message: string): Issue {
  return { file: '', line: 0, column: 0, path, message };
}

function targetText({ columns }: Outputs): string {
  const target = targetMilestone(columns);
  if (target === undefined) return 'none';
  return target.due === undefined ? milestoneTitle(target) : `${milestoneTitle(target)} by ${target.due}`;
}

function observedText(outputs: Outputs): string {
  const seen = observedColumns(outputs).map(({ observation }) => observation!.what);
  return seen.length === 0 ? 'nothing' : listText(seen);
}
