import { isApart } from './isApart.ts';
import { percentileName } from '../wording/index.ts';
import { tornadoChart, type TornadoBar } from '../plot/index.ts';
import { anyTable, furtherSection } from './anyTable.ts';
import { chartFigure } from './chartFigure.ts';
import { censoringParts } from './censoring.ts';
import { differenceIn } from './comparisonWords.ts';
import {
  daysIn,
  estimateIn,
  factorTitles,
  textIn,
  valuesOf,
  type Estimated,
  type ResultsTable,
  type Row,
} from '../answer/index.ts';
import type { Material } from './resultsFolder.ts';
import type { ReportParts } from './runReport.ts';
import { foldable } from './section.ts';
import { responseNoun, responseTitle } from './responses.ts';
import { variedPath } from './variedPath.ts';

/** A factor and its points in the table, in the order of its values. */
interface Factor {
  readonly name: string;
  readonly points: readonly { readonly point: string; readonly value: string }[];
}

/** Report of factors that were moved one at a time: which moves the results most. */
export function tornadoReport(material: Material, table: ResultsTable): ReportParts {
  const factors = factorsOf(material.folder, table);
  const responses = valuesOf(table, 'response');
  const main = responses.find((name) => name === material.folder.manifest?.target) ?? responses[0];
  const shown = [...new Set([main, responses[0]])].filter((name) => name !== undefined);
  return {
    head: { headline: headline(material, table, factors, main), parts: censoringParts(material, main) },
    sections: [
      {
        id: 'factors',
        title: 'What moves it',
        parts: [
          ...shown.flatMap((response) => figure(material, table, factors, response)),
          foldable(
            'All outputs and factors',
            anyTable(table, 'Differences against the base, over common draws'),
          ),
        ],
      },
      furtherSection(material, ['runs', 'points', 'assumptions', table.name]),
    ],
  };
}

function headline(
  { folder }: Material,
  table: ResultsTable,
  factors: readonly Factor[],
  response: string | undefined,
): string {
  const [largest] = table.rows
    .filter((row) => row['response'] === response)
    .map((row) => ({ row, difference: daysIn(row, 'difference') }))
    .filter(({ difference }) => difference.estimate !== undefined)
    .sort((a, b) => Math.abs(b.difference.estimate!) - Math.abs(a.difference.estimate!));
  if (response === undefined || largest === undefined) return 'No factor is moved';
  const { row, difference } = largest;
  const what = responseTitle(folder, response);
  const change = differenceIn(textIn(row, 'unit') ?? '', difference);
  const which = pointTitle(factors, textIn(row, 'b') ?? '');
  return isApart(difference)
    ? `${what} moves most with ${which}: ${change}`
    : `${what} is not shown to move with any factor; the largest change, with ${which}, is ${change}`;
}

/** A factor and the value it has at a point: `price at P10`. */
function pointTitle(factors: readonly Factor[], name: string): string {
  for (const factor of factors) {
    const found = factor.points.find(({ point }) => point === name);
    if (found !== undefined && found.value !== '') return `${factor.name} at ${found.value}`;
  }
  return name;
}

function figure(
  { folder, document }: Material,
  table: ResultsTable,
  factors: readonly Factor[],
  response: string,
): string[] {
  const rows = new Map(
    table.rows.filter((row) => row['response'] === response).map((row) => [row['b'] ?? '', row]),
  );
  const bars = factors.flatMap(({ name, points }): TornadoBar[] => {
    const known = points.filter(({ point }) => rows.has(point));
    const [low, high] = [known[0], known.at(-1)];
    if (low === undefined || high === undefined) return [];
    const mean = ({ point }: { point: string }): Estimated<number> => estimateIn(rows.get(point)!, 'mean_b');
    return [{ name, low: mean(low), high: mean(high), lowLabel: low.value, highLabel: high.value }];
  });
  const [any] = rows.values();
  if (bars.length === 0 || any === undefined) return [];
  return [
    chartFigure(
      document,
      (settings) =>
        tornadoChart({
          ...settings,
          response: responseNoun(folder, response),
          unit: textIn(any, 'unit') ?? '',
          base: estimateIn(any, 'mean_a'),
          bars,
          // Of few that count the chart warns.
          replications: folder.manifest?.effectiveReplications ?? folder.manifest?.replications,
        }),
      'Mean with one factor at a time at its first and its last value, the others as in the base, on common draws.',
    ),
  ];
}

/** Factors by the columns of `points.csv`; without it every point is a factor of its own. */
function factorsOf({ tables, manifest }: Material['folder'], table: ResultsTable): Factor[] {
  const points = tables.get('points');
  if (points === undefined)
    return valuesOf(table, 'b').map((name) => ({ name, points: [{ point: name, value: '' }] }));
  const fields = points.fields.filter(({ name }) => name !== 'point');
  const titles = factorTitles(fields.map(variedPath), manifest?.titles);
  return fields.map(({ name, unit }, index) => ({
    name: titles[index]!,
    points: points.rows.flatMap((row: Row) => {
      const [point, value] = [textIn(row, 'point'), textIn(row, name)];
      if (point === undefined || value === undefined) return [];
      return [{ point, value: unit === 'quantile' ? percentileName(Number(value)) : value }];
    }),
  }));
}
