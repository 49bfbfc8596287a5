import {
  causeTitle,
  daysIn,
  hasFields,
  numberIn,
  textIn,
  titleOf,
  UNMET,
  type Row,
} from '../answer/index.ts';
import { intervalsFigure } from './intervalsFigure.ts';
import type { Material } from './resultsFolder.ts';
import { countText, estimateText } from './valueText.ts';

/** Why the worst tenth of all runs fails: what is held back in it more than in the others, by cause. */
export function worstTenthFigure({ folder, document }: Material, milestone: string): string[] {
  const table = folder.tables.get('worst_tenth');
  if (table === undefined || !hasFields(table, ['milestone', 'what', 'never'])) return [];
  const own = table.rows.filter((row) => row['milestone'] === milestone);
  const field = table.fields.find(({ name }) => name.startsWith('difference_'))?.name ?? '';
  const unit = field.replace('difference_', '');
  const rows = own
    .map((row) => ({ name: nameOf(row), ...daysIn(row, field) }))
    .filter(({ name, estimate }) => name !== undefined && estimate !== undefined && estimate !== 0)
    .map((row) => ({ ...row, name: row.name! }))
    .sort((a, b) => b.estimate! - a.estimate!);
  const [first] = own;
  if (first === undefined || rows.length === 0) return [];
  const title = titleOf(folder, milestone);
  const worst = numberIn(first, 'worst') ?? 0;
  const never = numberIn(first, 'never') ?? 0;
  const most = rows.find(({ low }) => (low ?? 0) > 0);
  const why =
    most === undefined
      ? 'nothing is shown to be held back more'
      : `what differs most is ${most.name}, ${estimateText(most, unit)} more`;
  return [
    intervalsFigure(
      document,
      {
        title: `The worst tenth of all runs, ${reachText(worst - never, worst)} ${title} by the horizon: ${why}`,
        measure: 'held back more than in the other runs',
        unit,
        rows,
        reference: 0,
      },
      `${countText(worst, 'run')}, those that never arrive and are farthest short of it first, against the ${numberIn(first, 'others') ?? 0} others. One interval in twenty misses by chance.`,
    ),
  ];
}

/** How many of the worst get there all the same. */
function reachText(there: number, worst: number): string {
  if (there === 0) return 'none of which reaches';
  return `${there} of ${worst} of which ${there === 1 ? 'reaches' : 'reach'}`;
}

/** Nothing for what never comes: what is left at the horizon says which part it is. */
function nameOf(row: Row): string | undefined {
  const what = textIn(row, 'what') ?? '';
  if (textIn(row, 'when') === 'at the horizon') return `${what} at the horizon`;
  return what === UNMET ? undefined : `waiting for ${causeTitle(what)}`;
}
