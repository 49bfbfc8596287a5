import { intervalsFigure } from './intervalsFigure.ts';
import { causeTitle, daysIn, hasFields, numberIn, textIn, titleOf } from '../answer/index.ts';
import type { Material } from './resultsFolder.ts';
import { estimateText } from './valueText.ts';

/** Why the latest tenth of the runs is late: the causes whose days on the path differ from those of the others. */
export function latestTenthFigure({ folder, document }: Material, milestone: string): string[] {
  const table = folder.tables.get('latest_tenth');
  if (table === undefined || !hasFields(table, ['milestone', 'cause', 'difference_days'])) return [];
  const own = table.rows.filter((row) => row['milestone'] === milestone);
  const total = own.find((row) => row['cause'] === 'total');
  const rows = own
    .filter((row) => row['cause'] !== 'total')
    .map((row) => ({
      name: causeTitle(textIn(row, 'cause') ?? '', folder.manifest?.titles),
      ...daysIn(row, 'difference_days'),
    }))
    .filter(({ estimate }) => estimate !== undefined && estimate !== 0)
    .sort((a, b) => b.estimate! - a.estimate!);
  if (total === undefined || rows.length === 0) return [];
  const title = titleOf(folder, milestone);
  const shown = rows.filter(({ low, high }) => (low ?? 0) > 0 || (high ?? 0) < 0);
  const most = shown.find(({ low }) => (low ?? 0) > 0);
  const later = estimateText(daysIn(total, 'difference_days'), 'day');
  const why =
    most === undefined
      ? 'no cause is shown to differ'
      : `most of it waiting for ${most.name}, ${estimateText(most, 'day')} days more`;
  return [
    intervalsFigure(
      document,
      {
        title: `Of the runs that get there, the latest tenth reaches ${title} ${later} days after the others: ${why}`,
        measure: 'days on the path more than in the other runs',
        unit: 'day',
        rows,
        reference: 0,
      },
      `The ${numberIn(total, 'latest') ?? 0} latest of the runs that reach it, against the ${numberIn(total, 'others') ?? 0} others; a run that does not reach it by the horizon has no path and is in neither. One interval in twenty misses by chance.`,
    ),
  ];
}
