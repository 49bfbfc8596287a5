import {
  asOfIn,
  datesOf,
  estimateIn,
  hasFields,
  partOf,
  tableFor,
  yearEnds,
  type Answer,
  type ResultsTable,
  type Row,
  type Spend,
} from '../answer/index.ts';
import { htmlTable } from '../page/index.ts';
import { spendChart } from '../plot/index.ts';
import { chartFigure } from './chartFigure.ts';
import { dateColumns } from './milestoneTables.ts';
import { quantilesOf } from './progressCharts.ts';
import { quantileReadings } from './readings.ts';
import type { Material } from './resultsFolder.ts';
import type { Section } from './section.ts';
import { estimateCell } from './valueText.ts';

/** Spend against the commitment, and the finance of the last quarter of each year. */
export function moneySection(material: Material, { spend, target }: Answer): Section {
  return {
    id: 'money',
    title: 'What it costs',
    parts: [
      ...(spend === undefined ? [] : [...spendFigure(material, spend, target), ...spendTable(spend)]),
      ...financeTable(material),
    ],
  };
}

function spendFigure(
  { folder, document }: Material,
  { committed }: Spend,
  target: Answer['target'],
): string[] {
  const found = tableFor('spend', folder.tables);
  if (found === undefined) return [];
  const spend = quantilesOf(found.table, 'spend');
  if (spend.length === 0) return [];
  const due = target?.isDue === true ? { date: target.by } : undefined;
  return [
    chartFigure(
      document,
      (settings) =>
        spendChart({ ...settings, asOf: asOfIn(folder), spend, commitment: committed, target: due }),
      undefined,
      quantileReadings(found.table, { role: 'spend', at: due?.date }),
    ),
  ];
}

function spendTable({ byDate, committed, overTerm }: Spend): string[] {
  const ends = new Set(yearEnds(byDate.map(({ date }) => date)));
  const rows = [
    ...byDate.filter(({ date }) => ends.has(date)),
    ...(overTerm === undefined ? [] : [{ date: 'the whole term', spend: overTerm }]),
  ];
  return [
    htmlTable({
      caption: 'Spend by the end of each year, and over the term of the contract',
      columns: [
        { title: 'by' },
        ...dateColumns(['P10', 'P50', 'P90', ...(committed === undefined ? [] : ['P50, of the commitment'])]),
      ],
      rows: rows.map(({ date, spend }) => [
        date,
        ...spend.map((each) => estimateCell(each, '$')),
        ...(committed === undefined ? [] : [estimateCell(partOf(spend[1], committed), 'share')]),
      ]),
    }),
    ...(overTerm === undefined
      ? []
      : [
          '<p class="note">Over the term: what is in service at the horizon keeps earning until the contract ends, with nothing added.</p>',
        ]),
  ];
}

function financeTable({ folder }: Material): string[] {
  const table = folder.tables.get('finance');
  if (table === undefined || !hasFields(table, ['date'])) return [];
  const medians = table.fields.filter(({ name }) => name.endsWith('_p50'));
  const dates = yearEnds(datesOf(table.rows));
  if (medians.length === 0 || dates.length === 0) return [];
  return [
    htmlTable({
      caption: 'Finance at the end of each year: medians, of the last quarter where it says quarter',
      columns: [{ title: 'what' }, ...dateColumns(dates)],
      rows: medians.map(({ name, unit, description, subject }) => [
        subject ?? description ?? name,
        ...dates.map((date) => estimateCell(estimateIn(rowAt(table, date), name), unit)),
      ]),
    }),
    '<p class="note">Medians of quarters do not add up to those of years, so none are summed; every quarter is in finance.csv.</p>',
  ];
}

function rowAt(table: ResultsTable, date: string): Row {
  return table.rows.find((row) => row['date'] === date)!;
}
