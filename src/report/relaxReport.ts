import { intervalsChart } from '../plot/index.ts';
import { anyTable, furtherSection } from './anyTable.ts';
import { chartFigure } from './chartFigure.ts';
import type { Material } from './material.ts';
import { milestoneTitle } from './milestones.ts';
import { estimateIn, numberIn, textIn, type ResultsTable, type Row } from './resultsTable.ts';
import type { ReportParts } from './runReport.ts';
import { estimateText, upperFirst } from './valueText.ts';

// Pairs beyond these gain next to nothing beyond the sum of their parts.
const MOST_PAIRS = 12;

/** Report of constraints that were relaxed by a step: what each gains, and what only helps together. */
export function relaxReport(material: Material, table: ResultsTable): ReportParts {
  const milestone = milestoneTitle(material.folder, textIn(table.rows[0] ?? {}, 'milestone') ?? '');
  const steps = table.rows.filter((row) => (numberIn(row, 'together') ?? 1) === 1);
  const pairs = table.rows.filter((row) => numberIn(row, 'together') === 2).slice(0, MOST_PAIRS);
  return {
    answer: { headline: headline(milestone, steps), parts: [] },
    sections: [
      {
        id: 'gains',
        title: 'What each step gains',
        parts: [
          ...figure(material, steps, 'gained_days', `days by which ${milestone} comes earlier`),
          ...figure(
            material,
            pairs,
            'beyond_sum_days',
            'days gained by two steps together beyond the sum of both',
          ),
          ...(table.rows.length === 0 ? [] : [anyTable(table, 'Gains over common draws')]),
        ],
      },
      furtherSection(material, ['relax', 'runs', 'assumptions']),
    ],
  };
}

function headline(milestone: string, steps: readonly Row[]): string {
  const [best] = steps
    .map((row) => ({ name: textIn(row, 'relaxation') ?? '', days: estimateIn(row, 'gained_days') }))
    .filter(({ days }) => days.estimate !== undefined)
    .sort((a, b) => b.days.estimate! - a.days.estimate!);
  if (best === undefined) return 'No constraint was relaxed';
  const gain = `${estimateText(best.days, 'day')} days`;
  return (best.days.low ?? 0) > 0
    ? `${upperFirst(best.name)} brings ${milestone} forward most, by ${gain}`
    : `No step is shown to bring ${milestone} forward; the largest gain, of ${best.name}, is ${gain}`;
}

function figure({ document }: Material, rows: readonly Row[], field: string, measure: string): string[] {
  const shown = rows
    .map((row) => ({ name: textIn(row, 'relaxation') ?? '', ...estimateIn(row, field) }))
    .filter(({ estimate }) => estimate !== undefined);
  if (shown.length === 0) return [];
  return [
    chartFigure(document, (settings) =>
      intervalsChart({ ...settings, measure, unit: 'day', rows: shown, reference: 0 }),
    ),
  ];
}
