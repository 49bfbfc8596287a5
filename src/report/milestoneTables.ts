import { htmlTable, type TableColumn } from '../page/index.ts';
import type { Material } from './resultsFolder.ts';
import {
  hasFields,
  milestonesOf,
  onceEach,
  saidDateIn,
  textIn,
  titleOf,
  type Milestone,
  type Target,
} from '../answer/index.ts';
import { estimateCell, saidDateCell, twoLines } from './valueText.ts';

/** Dates of milestones with their intervals, and how many replications are there by the horizon. */
export function milestonesTable(caption: string, milestones: readonly Milestone[]): string[] {
  if (milestones.length === 0) return [];
  return [
    htmlTable({
      caption,
      hasBlocks: true,
      columns: [{ title: headOf(milestones) }, ...dateColumns(['P10', 'P50', 'P90']), end('by the horizon')],
      rows: onceEach(milestones).map((one) => [
        one.due === undefined ? one.title : twoLines(one.title, `due ${one.due}`),
        saidDateCell(one.p10),
        saidDateCell(one.p50),
        saidDateCell(one.p90),
        estimateCell(one.reached, 'share'),
      ]),
    }),
  ];
}

/** Models of other things than GPUs have milestones that are no service. */
function headOf(milestones: readonly Milestone[]): string {
  const [first] = milestones;
  const isSame = milestones.every(({ onceReached }) => onceReached === first?.onceReached);
  return first === undefined || !isSame || first.onceReached === 'reached' ? 'milestone' : first.onceReached;
}

/** All milestones of the only point. */
export function allMilestones({ folder }: Material): string[] {
  return milestonesTable(
    'Milestones: dates by which 10, 50 and 90 % of the replications are there',
    milestonesOf(folder),
  );
}

/** How likely every tenant's target is by its date, where there are several. */
export function targetsTable(targets: readonly Target[]): string[] {
  if (targets.length === 0) return [];
  return [
    htmlTable({
      caption: 'The target of each tenant: how likely it is by the date it is due',
      columns: [{ title: 'target' }, ...dateColumns(['due', 'probability'])],
      rows: targets.map(({ title, by, probability }) => [title, by, estimateCell(probability, 'share')]),
    }),
  ];
}

/** Dates that are kept with a stated probability. */
export function promiseTable({ folder }: Material): string[] {
  const table = folder.tables.get('promise');
  const levels = [50, 80, 90];
  if (table === undefined || !hasFields(table, ['milestone', ...levels.map(promiseField)])) return [];
  const milestones = new Map(milestonesOf(folder).map((milestone) => [milestone.name, milestone]));
  const kept = new Set(onceEach([...milestones.values()]).map(({ name }) => name));
  const rows = table.rows.map((row) => ({ row, name: textIn(row, 'milestone') ?? '' }));
  return [
    htmlTable({
      caption: 'Promises: dates that are kept with a stated probability',
      hasBlocks: true,
      columns: [
        { title: headOf([...milestones.values()]) },
        ...dateColumns(levels.map((level) => `kept with ${level} %`)),
      ],
      rows: rows
        .filter(({ name }) => kept.has(name) || !milestones.has(name))
        .map(({ row, name }) => [
          milestones.get(name)?.title ?? titleOf(folder, name),
          ...levels.map((level) => saidDateCell(saidDateIn(row, promiseField(level)))),
        ]),
    }),
  ];
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
