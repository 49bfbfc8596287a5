import { htmlTable, type TableColumn } from '../page/index.ts';
import type { Material } from './material.ts';
import { milestonesOf, milestoneTitle, type Milestone } from './milestones.ts';
import { dateEstimateIn, hasFields, numberIn, textIn } from './resultsTable.ts';
import { dateCell, estimateCell, twoLines } from './valueText.ts';

/** Dates of milestones with their intervals, and how many replications are there by the horizon. */
export function milestonesTable(caption: string, milestones: readonly Milestone[]): string[] {
  if (milestones.length === 0) return [];
  return [
    htmlTable({
      caption,
      columns: [{ title: 'in service' }, ...dateColumns(['P10', 'P50', 'P90']), end('by the horizon')],
      rows: milestones.map(({ title, due, p10, p50, p90, reached }) => [
        due === undefined ? title : twoLines(title, `due ${due}`),
        dateCell(p10),
        dateCell(p50),
        dateCell(p90),
        estimateCell(reached, 'share'),
      ]),
    }),
  ];
}

/** All milestones of the only point. */
export function allMilestones({ folder }: Material): string[] {
  return milestonesTable(
    'Milestones: dates by which 10, 50 and 90 % of the replications are there',
    milestonesOf(folder),
  );
}

/** Dates that are kept with a stated probability. */
export function promiseTable({ folder }: Material): string[] {
  const table = folder.tables.get('promise');
  const levels = [50, 80, 90];
  if (table === undefined || !hasFields(table, ['milestone', ...levels.map(promiseField)])) return [];
  return [
    htmlTable({
      caption: 'Promises: dates that are kept with a stated probability',
      columns: [{ title: 'in service' }, ...dateColumns(levels.map((level) => `kept with ${level} %`))],
      rows: table.rows.map((row) => [
        milestoneTitle(folder, textIn(row, 'milestone') ?? '', gpusOf(textIn(row, 'milestone'))),
        ...levels.map((level) => dateCell(dateEstimateIn(row, promiseField(level)))),
      ]),
    }),
  ];
  function gpusOf(name: string | undefined): number | undefined {
    const row = folder.tables.get('milestones')?.rows.find((candidate) => candidate['milestone'] === name);
    return row === undefined ? undefined : numberIn(row, 'gpus');
  }
}

/** Columns whose text stands at the end. */
export function dateColumns(titles: readonly string[]): TableColumn[] {
  return titles.map(end);
}

function end(title: string): TableColumn {
  return { title, align: 'end' };
}

function promiseField(level: number): string {
  return `kept_with_${level}_percent`;
}
