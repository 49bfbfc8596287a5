import { dayOfDate } from '../record/index.ts';
import { fieldName } from '../output/index.ts';
import type { MilestoneDays } from './interactions/reading.ts';
import { jsonScript } from './jsonScript.ts';
import type { Material } from './resultsFolder.ts';
import { dateIn, milestonesOf, numberIn, WEIGHT, type Row, type Target } from '../answer/index.ts';

/**
 * Place and data for who wants to choose a milestone and a date: hidden until the script of the page is there; nothing
 * where the runs themselves are not in the folder.
 */
export function milestoneChooser(material: Material, target: Target | undefined): string[] {
  const days = milestoneDays(material, target);
  if (days === undefined) return [];
  return [
    `<div class="controls chooser" role="group" aria-label="Any milestone by any date" hidden><strong>Any milestone by any date</strong></div>${jsonScript('milestones', days)}`,
  ];
}

function milestoneDays({ folder }: Material, target: Target | undefined): MilestoneDays | undefined {
  const { rows = [] } = folder.tables.get('runs') ?? {};
  const dates = folder.tables.get('readiness')?.rows.flatMap((row) => dateIn(row, 'date') ?? []) ?? [];
  const [first, last] = [dates[0], dates.at(-1)];
  const replications = folder.manifest?.replications;
  // A part of the runs would give another share.
  if (first === undefined || last === undefined || first >= last || rows.length !== replications)
    return undefined;
  const known = milestonesOf(folder).filter(({ name }) => `${fieldName(name, '')}_date` in rows[0]!);
  if (known.length === 0) return undefined;
  const isWeighted = folder.manifest?.effectiveReplications !== undefined;
  const weightOf = (row: Row): number => (isWeighted ? (numberIn(row, WEIGHT) ?? 0) : 1);
  return {
    first,
    last,
    replications,
    weights: isWeighted ? sumsOf(rows.map(weightOf)) : undefined,
    milestones: known.map(({ name, title, due }) => {
      const weights = new Map<number, number[]>();
      for (const row of rows) {
        const date = dateIn(row, `${fieldName(name, '')}_date`);
        if (date === undefined) continue;
        const day = dayOfDate(first, date);
        const same = weights.get(day) ?? [];
        weights.set(day, same);
        same.push(weightOf(row));
      }
      const reached = [...weights].sort(([a], [b]) => a - b);
      return {
        title,
        due,
        reached: reached.map(([day, own]) => {
          const { sum, squares } = sumsOf(own);
          return isWeighted ? [day, sum, squares] : [day, sum];
        }),
      };
    }),
    chosen: Math.max(
      0,
      known.findIndex(({ name }) => name === target?.milestone?.name),
    ),
  };
}

function sumsOf(weights: readonly number[]): { sum: number; squares: number } {
  return {
    sum: weights.reduce((sum, weight) => sum + weight, 0),
    squares: weights.reduce((sum, weight) => sum + weight ** 2, 0),
  };
}
