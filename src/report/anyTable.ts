import { isCalendarDate } from '../kernel/civilDate.ts';
import { wholeText } from '../wording/index.ts';
import { htmlTable, type Content, type TableColumn } from '../page/index.ts';
import type { Material } from './resultsFolder.ts';
import {
  datesOf,
  yearEnds,
  dateIn,
  saidDateIn,
  estimateIn,
  numberIn,
  textIn,
  type ResultsField,
  type ResultsTable,
  type Row,
} from '../answer/index.ts';
import { foldable, type Section } from './section.ts';
import { saidDateCell, estimateCell, valueText } from './valueText.ts';

// A report is read, not searched: what is longer is in the CSV.
const MOST_ROWS = 60;
// More do not fit into a window side by side.
const MOST_COLUMNS = 14;

const OTHER_QUANTILES = /_p(?:10|25|75|90)$/;

/** The tables that nothing else in a report shows: each folded, unless they are all there is. */
export function furtherSection(
  { folder }: Material,
  shown: readonly string[],
  { isAll = false }: { isAll?: boolean } = {},
): Section {
  const tables = [...folder.tables.values()].filter(({ name }) => !shown.includes(name));
  return {
    id: 'further',
    title: isAll ? 'Tables' : 'Further tables',
    parts: [
      ...tables
        .filter(({ rows }) => rows.length > 0)
        .map((table) =>
          isAll
            ? anyTable(table, `${table.name}: ${firstSentence(table.description)}`)
            : foldable(`${table.name}: ${firstSentence(table.description)}`, anyTable(table)),
        ),
      ...(folder.unread.length === 0
        ? []
        : [
            `<p class="note">Too large to be read here: ${folder.unread.map((name) => `<code>${name}</code>`).join(', ')}.</p>`,
          ]),
    ],
  };
}

/** One further table where it belongs, folded; nothing when it is not there. */
export function furtherTable({ folder }: Material, name: string, title: string): string[] {
  const table = folder.tables.get(name);
  return table === undefined || table.rows.length === 0 ? [] : [foldable(title, anyTable(table, title))];
}

/** Any table by what its data package says of its columns: an estimate and its interval are one column. */
export function anyTable(table: ResultsTable, caption = table.name): string {
  const names = new Set(table.fields.map(({ name }) => name));
  const isBound = ({ name }: ResultsField): boolean =>
    /_(?:low|high)$/.test(name) && names.has(name.replace(/_(?:low|high)$/, ''));
  const own = table.fields.filter((field) => !isBound(field));
  const medians = own.filter(
    ({ name }) => !OTHER_QUANTILES.test(name) || !names.has(name.replace(OTHER_QUANTILES, '_p50')),
  );
  const isSeries = names.has('date') && table.rows.length > MOST_ROWS;
  const chosen = medians.length < own.length && names.has('date') ? medians : own;
  const fields = chosen.slice(0, MOST_COLUMNS);
  const { rows, left } = chosenRows(table, isSeries);
  const remarks = [
    ...(chosen.length < own.length ? ['medians'] : []),
    ...(isSeries ? ['year ends'] : []),
    ...(fields.length < chosen.length ? [`the first ${fields.length} of ${chosen.length} columns`] : []),
    ...(left > 0 ? [`the first ${rows.length} of ${wholeText(rows.length + left)} rows`] : []),
  ];
  return htmlTable({
    caption:
      remarks.length === 0 ? caption : `${caption} (${remarks.join(', ')}; all of it in ${table.name}.csv)`,
    columns: fields.map(columnOf),
    rows: rows.map((row) => fields.map((field) => cellOf(row, field, names))),
  });
}

function chosenRows(table: ResultsTable, isSeries: boolean): { rows: readonly Row[]; left: number } {
  const ends = new Set(isSeries ? yearEnds(datesOf(table.rows)) : []);
  const wanted = isSeries ? table.rows.filter((row) => ends.has(dateIn(row, 'date') ?? '')) : table.rows;
  return { rows: wanted.slice(0, MOST_ROWS), left: Math.max(0, wanted.length - MOST_ROWS) };
}

function columnOf({ name, type, unit }: ResultsField, index: number): TableColumn {
  const title = name.replace(/_p50$/, '').replaceAll('_', ' ');
  const own = unit?.toLowerCase() ?? '';
  const words = title.toLowerCase().split(' ');
  const known = own === '' || own === 'share' || words.includes(own) || words.includes(`${own}s`);
  return {
    title: known ? title : `${title}, ${unit}`,
    align: type === 'string' || index === 0 ? 'start' : 'end',
  };
}

function cellOf(row: Row, { name, type, unit }: ResultsField, names: ReadonlySet<string>): Content {
  const text = textIn(row, name) ?? '';
  const isEstimate = names.has(`${name}_low`) && names.has(`${name}_high`);
  if (isEstimate && type === 'date') return saidDateCell(saidDateIn(row, name));
  if (isEstimate) return estimateCell(estimateIn(row, name), unit);
  const value = type === 'number' || type === 'integer' ? numberIn(row, name) : undefined;
  if (value === undefined) return type === 'date' && !isCalendarDate(text) ? '' : text;
  if (unit === 'share') return valueText(value, unit);
  return Number.isInteger(value)
    ? wholeText(value).replace('-', '−')
    : String(Number(value.toPrecision(4))).replace('-', '−');
}

function firstSentence(text: string): string {
  const [first = text] = /^.*?[.](?=\s|$)/.exec(text) ?? [];
  return first.replace(/[.]$/, '');
}
