import { escapeHtml, htmlTable } from '../page/index.ts';
import { dayOfDate } from '../record/index.ts';
import { furtherSection } from './anyTable.ts';
import { intervalsFigure } from './intervalsFigure.ts';
import type { Material } from './resultsFolder.ts';
import { dateColumns } from './milestoneTables.ts';
import { dateEstimateIn, dateIn, estimateIn, textIn, type ResultsTable, type Row } from '../answer/index.ts';
import type { ReportParts } from './runReport.ts';
import { dateCell, estimateCell, longDateText } from './valueText.ts';

/** Report of the latest dates by which long-lead items can be ordered. */
export function orderByReport(material: Material, table: ResultsTable): ReportParts {
  return {
    head: { headline: headline(table), parts: [] },
    sections: [
      {
        id: 'orders',
        title: 'By when to order',
        parts: table.rows.length === 0 ? [] : [...figure(material, table), ...ordersTable(table)],
      },
      furtherSection(material, ['order_by', 'runs', 'assumptions']),
    ],
  };
}

function headline({ rows }: ResultsTable): string {
  const dated = rows
    .map((row) => ({ row, latest: dateEstimateIn(row, 'latest_order_date') }))
    .filter(({ row, latest }) => row['status'] === 'open' && latest.estimate !== undefined)
    .sort((a, b) => (a.latest.estimate! < b.latest.estimate! ? -1 : 1));
  const [first] = dated;
  if (first !== undefined)
    return `The first to order is ${itemOf(first.row)}, by ${longDateText(first.latest)}`;
  if (rows.length === 0) return 'No long-lead item is ordered';
  const statuses = [...new Set(rows.map((row) => textIn(row, 'status') ?? 'unknown'))];
  if (statuses.length === 1 && statuses[0] === 'unreachable')
    return 'No order date that was tried, of any one item, meets the date with the required probability';
  const counts = statuses.map(
    (status) => `${rows.filter((row) => row['status'] === status).length} ${status}`,
  );
  return `No order is open: ${counts.join(', ')}`;
}

const STATUSES =
  'Open: there is still time. Ordered: placed before the as-of date, and early enough. Placed: before the as-of date, as is every date that would be tried. Not binding: even the latest date that was tried is early enough. Unreachable: no date that was tried is.';

function figure({ document }: Material, { rows }: ResultsTable): string[] {
  const shown = rows.flatMap((row) => {
    const usual = dateIn(row, 'usual_order_date');
    const latest = dateEstimateIn(row, 'latest_order_date');
    if (usual === undefined || latest.estimate === undefined) return [];
    const days = (date: string | undefined): number | undefined =>
      date === undefined ? undefined : dayOfDate(usual, date);
    return [
      { name: itemOf(row), estimate: days(latest.estimate), low: days(latest.low), high: days(latest.high) },
    ];
  });
  if (shown.length === 0) return [];
  return [
    intervalsFigure(
      document,
      {
        measure: 'latest order, against the usual order date',
        unit: 'day',
        rows: shown,
        reference: 0,
        directions: ['earlier', 'later'],
      },
      'Of the dates that were tried. Left of zero the item has to be ordered earlier than usual; an item that no date saves is not in it.',
    ),
  ];
}

function ordersTable({ rows, description }: ResultsTable): string[] {
  const html = htmlTable({
    caption: 'Latest order dates',
    columns: [
      { title: 'item' },
      ...dateColumns(['usual order', 'latest order', 'probability then', 'probability as usual']),
      { title: 'status' },
    ],
    rows: rows.map((row) => [
      itemOf(row),
      dateIn(row, 'usual_order_date') ?? '',
      latestCell(row),
      estimateCell(estimateIn(row, 'probability'), 'share'),
      estimateCell(estimateIn(row, 'usual_probability'), 'share'),
      textIn(row, 'status') ?? '',
    ]),
  });
  return [html, `<p class="note">${escapeHtml(`${description} ${STATUSES}`)}</p>`];
}

/** Nothing here is after the horizon: an item without a date has none that was tried. */
function latestCell(row: Row): ReturnType<typeof dateCell> {
  const latest = dateEstimateIn(row, 'latest_order_date');
  if (latest.estimate !== undefined) return dateCell(latest);
  return { html: row['status'] === 'placed' ? 'none tried' : 'none of those tried' };
}

function itemOf(row: Row): string {
  return `${textIn(row, 'item') ?? ''} of ${textIn(row, 'site') ?? ''}`;
}
