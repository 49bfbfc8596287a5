import { countText } from '../wording/index.ts';
import { estimateIn, numberIn, textIn, type Estimated, type ResultsTable, type Row } from './resultsTable.ts';

/**
 * The largest delay that one deal causes somebody who did not make it, in a sentence, from the rows of `deals.csv`.
 *
 * @param daysText an estimate of days, as the face writes it
 */
export function dealHeadline(
  { rows }: Pick<ResultsTable, 'rows'>,
  daysText: (days: Estimated<number>) => string,
): string {
  const others = rows.filter((row) => textIn(row, 'unit') === 'day' && !isOwnDeal(row));
  const all = countText(others.length, 'effect');
  const shown = others
    .filter((row) => (numberIn(row, 'caused_low') ?? 0) > 0)
    .toSorted((a, b) => (numberIn(b, 'caused') ?? 0) - (numberIn(a, 'caused') ?? 0));
  const [worst] = shown;
  if (worst === undefined) return `No deal clearly makes another tenant later, of ${all} tested at 95 % each`;
  const [deal, party] = [textIn(worst, 'deal') ?? '', textIn(worst, 'party') ?? ''];
  const way = textIn(worst, 'removal') === 'divert' ? 'than at other providers' : 'than without it';
  return `${deal} makes ${party} later to ${textIn(worst, 'title')} by ${daysText(estimateIn(worst, 'caused'))} days ${way}: the largest of ${shown.length} delays of others that are clear, of ${all} tested at 95 % each`;
}

/** Whether a row is about the tenant that made the deal. */
function isOwnDeal(row: Row): boolean {
  return textIn(row, 'party') === textIn(row, 'buyer');
}

/** What it means that a deal is taken out in a way. */
export function removalText(way: string): string {
  if (way === 'vanish') return 'nobody buys it';
  return way === 'divert' ? 'bought elsewhere' : way;
}
