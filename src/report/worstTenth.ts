import { countText } from '../wording/index.ts';
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
import { estimateText } from './valueText.ts';

/**
 * Why the worst tenth of all runs fails: what waits in it more than in the others, by cause. What is left at the
 * horizon is not among them: it is by this that the tenth was picked.
 */
export function worstTenthFigure({ folder, document }: Material, milestone: string): string[] {
  const table = folder.tables.get('worst_tenth');
  if (table === undefined || !hasFields(table, ['milestone', 'what', 'never'])) return [];
  const own = table.rows.filter((row) => row['milestone'] === milestone);
  const field = table.fields.find(({ name }) => name.startsWith('difference_'))?.name ?? '';
  const unit = field.replace('difference_', '');
  const rows = own
    .filter(isCause)
    .map((row) => ({
      name: `waiting for ${causeTitle(textIn(row, 'what') ?? '', folder.manifest?.titles)}`,
      ...daysIn(row, field),
    }))
    .filter(({ estimate }) => estimate !== undefined && estimate !== 0)
    .sort((a, b) => b.estimate! - a.estimate!);
  const [first] = own;
  if (first === undefined || rows.length === 0) return [];
  const title = titleOf(folder, milestone);
  const worst = numberIn(first, 'worst') ?? 0;
  const never = numberIn(first, 'never') ?? 0;
  const most = rows.find(({ low }) => (low ?? 0) > 0);
  const why =
    most === undefined
      ? 'no cause is shown to hold back more in them than in the others'
      : `of the causes ${most.name} differs most, ${estimateText(most, unit)} ${unit} more`;
  return [
    intervalsFigure(
      document,
      {
        title: `The worst tenth of all runs, ${reachText(worst - never, worst)} ${title} by the horizon: ${why}`,
        measure: 'held back more than in the other runs, mean over the dates to the horizon',
        unit,
        rows,
        reference: 0,
      },
      `${countText(worst, 'run')}, those that never arrive and are farthest short of it first, against the ${numberIn(first, 'others') ?? 0} others. What is left at the horizon, by which they are picked, is in worst_tenth.csv. One interval in twenty misses by chance.`,
    ),
  ];
}

/** How many of the worst get there all the same. */
function reachText(there: number, worst: number): string {
  if (there === 0) return 'none of which reaches';
  return `${there} of ${worst} of which ${there === 1 ? 'reaches' : 'reach'}`;
}

/** Whether a row is of a cause; what never comes, and what is left at the horizon, are what the tenth is picked by. */
function isCause(row: Row): boolean {
  return textIn(row, 'when') !== 'at the horizon' && textIn(row, 'what') !== UNMET;
}
