import { htmlTable } from '../page/index.ts';
import { quantileEstimate, type Estimate } from '../statistics/index.ts';
import { spendChart } from '../plot/index.ts';
import { chartFigure } from './chartFigure.ts';
import { yearEnds } from './constraintTables.ts';
import { asOfIn } from './asOf.ts';
import type { Material } from './material.ts';
import { dateColumns } from './milestoneTables.ts';
import type { Target } from './milestones.ts';
import { quantileFields, quantilesOf } from './progressCharts.ts';
import { quantileReadings } from './readings.ts';
import { estimateIn, hasFields, numberIn, type ResultsTable, type Row } from './resultsTable.ts';
import type { Section } from './section.ts';
import { estimateCell } from './valueText.ts';

const SPEND = 'spend_dollars';
const TERM = 'spend_over_term_dollars';
const PART = 'committed_part_fraction';

/** Spend against the commitment, and the finance of the last quarter of each year. */
export function moneySection(material: Material, target: Target | undefined): Section {
  return {
    id: 'money',
    title: 'What it costs',
    parts: [...spendFigure(material, target), ...spendTable(material), ...financeTable(material)],
  };
}

/** Dollars committed: what the spend is a part of. */
export function commitmentOf(table: ResultsTable): number | undefined {
  const ratios = table.rows.flatMap((row) => {
    const [spend, part] = [numberIn(row, `${SPEND}_p50`), numberIn(row, `${PART}_p50`)];
    return spend === undefined || part === undefined || part <= 0 ? [] : [spend / part];
  });
  const last = ratios.at(-1);
  return last === undefined ? undefined : Number(last.toPrecision(9));
}

function spendFigure({ folder, document }: Material, target: Target | undefined): string[] {
  const table = folder.tables.get('spend');
  if (table === undefined || !hasFields(table, quantileFields(SPEND))) return [];
  const spend = quantilesOf(table, SPEND);
  if (spend.length === 0) return [];
  const due = target?.isDue === true ? { date: target.by } : undefined;
  return [
    chartFigure(
      document,
      (settings) =>
        spendChart({
          ...settings,
          asOf: asOfIn(folder),
          spend,
          commitment: commitmentOf(table),
          target: due,
        }),
      undefined,
      quantileReadings(table, { stem: SPEND, unit: '$', at: due?.date }),
    ),
  ];
}

function spendTable({ folder }: Material): string[] {
  const table = folder.tables.get('spend');
  if (table === undefined || !hasFields(table, quantileFields(SPEND))) return [];
  const hasPart = hasFields(table, [`${PART}_p50`]);
  const term = spendOverTerm(folder);
  const commitment = commitmentOf(table);
  return [
    htmlTable({
      caption: 'Spend by the end of each year, and over the term of the contract',
      columns: [
        { title: 'by' },
        ...dateColumns(['P10', 'P50', 'P90', ...(hasPart ? ['P50, of the commitment'] : [])]),
      ],
      rows: [
        ...yearEnds(table).map((date) => {
          const row = rowAt(table, date);
          return [
            date,
            ...[10, 50, 90].map((p) => estimateCell(estimateIn(row, `${SPEND}_p${p}`), '$')),
            ...(hasPart ? [estimateCell(estimateIn(row, `${PART}_p50`), 'share')] : []),
          ];
        }),
        ...(term === undefined
          ? []
          : [
              [
                'the whole term',
                ...term.map((spend) => estimateCell(spend, '$')),
                ...(hasPart
                  ? [commitment === undefined ? '' : estimateCell(partOf(term[1], commitment), 'share')]
                  : []),
              ],
            ]),
      ],
    }),
    ...(term === undefined
      ? []
      : [
          '<p class="note">Over the term: what is in service at the horizon goes on earning until the contract ends, and nothing is added to it.</p>',
        ]),
  ];
}

/** P10, P50 and P90 of the spend up to the end of the term, where the runs say it. */
export function spendOverTerm({ tables }: Material['folder']): Term | undefined {
  const runs = tables.get('runs');
  if (runs === undefined || !hasFields(runs, [TERM])) return undefined;
  const sorted = Float64Array.from(runs.rows.flatMap((row) => numberIn(row, TERM) ?? [])).sort();
  if (sorted.length === 0) return undefined;
  return [quantileEstimate(sorted, 0.1), quantileEstimate(sorted, 0.5), quantileEstimate(sorted, 0.9)];
}

type Term = readonly [p10: Estimate, p50: Estimate, p90: Estimate];

function partOf({ estimate, low, high }: Estimate, whole: number): Estimate {
  const part = (value: number | undefined): number | undefined =>
    value === undefined ? undefined : value / whole;
  return { estimate: part(estimate), low: part(low), high: part(high) };
}

function financeTable({ folder }: Material): string[] {
  const table = folder.tables.get('finance');
  if (table === undefined || !hasFields(table, ['date'])) return [];
  const medians = table.fields.filter(({ name }) => name.endsWith('_p50'));
  const dates = yearEnds(table);
  if (medians.length === 0 || dates.length === 0) return [];
  return [
    htmlTable({
      caption: 'Finance at the end of each year: medians, of the last quarter where it says quarter',
      columns: [{ title: 'what' }, ...dateColumns(dates)],
      rows: medians.map(({ name, unit, description }) => [
        (description ?? name).replace(/^50 % quantile of /, ''),
        ...dates.map((date) => estimateCell(estimateIn(rowAt(table, date), name), unit)),
      ]),
    }),
    '<p class="note">Medians of quarters do not add up to those of years, so none are summed; every quarter is in finance.csv.</p>',
  ];
}

function rowAt(table: ResultsTable, date: string): Row {
  return table.rows.find((row) => row['date'] === date)!;
}
