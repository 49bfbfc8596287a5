import { countText, upperFirst } from '../wording/index.ts';
import { furtherSection } from './anyTable.ts';
import { intervalsFigure } from './intervalsFigure.ts';
import {
  beVerbAfter,
  daysIn,
  numberIn,
  textIn,
  titleOf,
  type ResultsTable,
  type Row,
} from '../answer/index.ts';
import type { Material } from './resultsFolder.ts';
import { relaxTables, stepOf } from './relaxTables.ts';
import type { ReportParts } from './runReport.ts';
import { paragraph } from './section.ts';
import { estimateText } from './valueText.ts';

// Pairs beyond these gain next to nothing beyond the sum of their parts.
const MOST_PAIRS = 12;

/** Report of constraints that were relaxed by a step: what each gains, and what only helps together. */
export function relaxReport(material: Material, table: ResultsTable): ReportParts {
  const name = textIn(table.rows[0] ?? {}, 'milestone') ?? '';
  const milestone = titleOf(material.folder, name);
  const steps = table.rows.filter((row) => (numberIn(row, 'together') ?? 1) === 1);
  const pairs = table.rows.filter((row) => numberIn(row, 'together') === 2);
  const replications = material.folder.manifest?.replications;
  const cut = Math.max(0, ...table.rows.map((row) => numberIn(row, 'censored') ?? 0));
  const isNever = replications !== undefined && replications > 0 && isAllCut(table, replications);
  return {
    head: {
      headline: isNever
        ? `${upperFirst(milestone)} ${beVerbAfter(material.folder, name)} not reached by the horizon in any run, with or without a step: no gain can be shown`
        : headline(milestone, steps),
      parts: cut > 0 ? [paragraph(cutText(cut, replications))] : [],
    },
    sections: [
      {
        id: 'gains',
        title: 'What each step gains',
        parts: [
          ...figure(material, steps, 'gained_days', `days gained for ${milestone}`),
          ...figure(
            material,
            pairs.slice(0, MOST_PAIRS),
            'beyond_sum_days',
            'days gained by two steps beyond the sum of both',
            pairsTitle(pairs.length),
          ),
          ...relaxTables(table, { steps, pairs }),
        ],
      },
      furtherSection(material, ['relax', 'runs', 'assumptions']),
    ],
  };
}

/** No run of any step arrives: every replication is cut, and nothing is gained. */
function isAllCut({ rows }: ResultsTable, replications: number): boolean {
  return rows.every(
    (row) => numberIn(row, 'censored') === replications && daysIn(row, 'gained_days').estimate === 0,
  );
}

function cutText(cut: number, replications: number | undefined): string {
  const of = replications === undefined ? '' : ` of ${countText(replications, 'replication')}`;
  return `The horizon cut up to ${cut}${of}, with or without a step: days gained are counted up to it.`;
}

function headline(milestone: string, steps: readonly Row[]): string {
  const ranked = steps
    .map((row) => ({ name: stepOf(row), days: daysIn(row, 'gained_days') }))
    .filter(({ days }) => days.estimate !== undefined)
    .sort((a, b) => b.days.estimate! - a.days.estimate!);
  const [largest] = ranked;
  if (largest === undefined) return 'No constraint was relaxed';
  const shown = ranked.filter(({ days }) => (days.low ?? 0) > 0);
  const [best] = shown;
  const all = `${countText(ranked.length, 'step')}, at 95 % each`;
  if (best === undefined)
    return `Of ${all}, none is shown to bring ${milestone} forward; the largest gain, of ${largest.name}, is ${estimateText(largest.days, 'day')} days`;
  const gain = `${upperFirst(best.name)} brings ${milestone} forward by ${estimateText(best.days, 'day')} days`;
  return shown.length === 1
    ? `${gain}: the only gain that is shown, of ${all}`
    : `${gain}: the largest of the ${shown.length} gains that are shown, of ${all}`;
}

/** No finding: each interval is 95 % by itself, and these are the largest of many. */
function pairsTitle(count: number): string {
  const shown = Math.min(count, MOST_PAIRS);
  return `Two steps at once, beyond the sum of both: the largest ${shown} of ${count}; one in forty is above 0 by chance`;
}

function figure(
  { document }: Material,
  rows: readonly Row[],
  field: string,
  measure: string,
  title?: string,
): string[] {
  const shown = rows
    .map((row) => ({ name: stepOf(row), ...daysIn(row, field) }))
    .filter(({ estimate }) => estimate !== undefined);
  if (shown.length === 0) return [];
  return [
    intervalsFigure(document, {
      measure,
      unit: 'day',
      rows: shown,
      reference: 0,
      directions: ['lost', 'gained'],
      title,
    }),
  ];
}
