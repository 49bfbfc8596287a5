import { countText } from '../wording/index.ts';
import { htmlTable } from '../page/index.ts';
import {
  inPerCent,
  daysIn,
  estimateIn,
  hasFields,
  numberIn,
  textIn,
  type ResultsTable,
  type Row,
} from '../answer/index.ts';
import { dateColumns } from './milestoneTables.ts';
import { foldable } from './section.ts';
import { estimateCell } from './valueText.ts';

// A report is read, not searched: what is longer is in the CSV.
const MOST_PAIRS = 60;

/** Steps with what they gain, then, folded, what they set and cost, and the pairs. */
export function relaxTables(
  table: ResultsTable,
  { steps, pairs }: { steps: readonly Row[]; pairs: readonly Row[] },
): string[] {
  return [
    ...(steps.length === 0 ? [] : [gainsTable(table, steps), settingsTable(table, steps)]),
    ...(pairs.length === 0 ? [] : [pairsTable(pairs)]),
  ];
}

function gainsTable(table: ResultsTable, steps: readonly Row[]): string {
  const hasProbability = steps.some((row) => numberIn(row, 'gained_probability') !== undefined);
  const hasNext = hasFields(table, ['binds_next', 'binds_next_days']);
  const hasBy = steps.some((row) => textIn(row, 'by') !== undefined);
  return htmlTable({
    caption: 'Gains of each step over common draws',
    columns: [
      { title: 'step' },
      ...dateColumns(['days gained', ...(hasProbability ? ['probability gained, pp'] : [])]),
      ...(hasBy ? [{ title: 'by' }] : []),
      ...(hasNext ? [{ title: 'binds next' }, ...dateColumns(['its path days grow by'])] : []),
    ],
    rows: steps.map((row) => [
      stepOf(row),
      estimateCell(daysIn(row, 'gained_days'), 'day'),
      ...(hasProbability ? [estimateCell(inPerCent(daysIn(row, 'gained_probability')))] : []),
      ...(hasBy ? [textIn(row, 'by') ?? ''] : []),
      ...(hasNext ? [textIn(row, 'binds_next') ?? 'none', nextDays(row)] : []),
    ]),
  });
}

function nextDays(row: Row): ReturnType<typeof estimateCell> | string {
  const days = daysIn(row, 'binds_next_days');
  return days.estimate === undefined ? '' : estimateCell(days, 'day');
}

function settingsTable(table: ResultsTable, steps: readonly Row[]): string {
  const hasSpend = hasFields(table, ['further_spend_dollars']);
  const hasCost = steps.some((row) => numberIn(row, 'cost_dollars') !== undefined);
  const html = htmlTable({
    caption: 'What each step sets, and what it costs where that was stated',
    columns: [
      { title: 'step' },
      { title: 'settings' },
      ...dateColumns([
        ...(hasSpend ? ['further spend by the horizon'] : []),
        ...(hasCost ? ['stated cost a day gained'] : []),
      ]),
    ],
    rows: steps.map((row) => [
      stepOf(row),
      textIn(row, 'settings') ?? '',
      ...(hasSpend ? [estimateCell(estimateIn(row, 'further_spend_dollars'), '$')] : []),
      ...(hasCost ? [estimateCell(estimateIn(row, 'dollars_per_day'), '$')] : []),
    ]),
  });
  return foldable('What each step sets', html);
}

function pairsTable(pairs: readonly Row[]): string {
  const shown = pairs.slice(0, MOST_PAIRS);
  const which =
    shown.length < pairs.length ? ` (the first ${shown.length} of ${pairs.length}; all in relax.csv)` : '';
  const html = htmlTable({
    caption: `Two steps together${which}`,
    columns: [{ title: 'steps' }, ...dateColumns(['days gained', 'days beyond the sum of both'])],
    rows: shown.map((row) => [
      stepOf(row),
      estimateCell(daysIn(row, 'gained_days'), 'day'),
      estimateCell(daysIn(row, 'beyond_sum_days'), 'day'),
    ]),
  });
  return foldable(`${countText(pairs.length, 'pair')} of steps`, html);
}

/** What a step relaxes, and by how much where it says so. */
export function stepOf(row: Row): string {
  const [name = '', step] = [textIn(row, 'relaxation'), textIn(row, 'step')];
  return step === undefined || numberIn(row, 'together') === 2 ? name : `${name}: ${step}`;
}
