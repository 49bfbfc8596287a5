import type { BacktestRow } from './backtest.ts';
import { csvLines } from './csvLines.ts';

/** The first block of a campus of the record: forecast on its first day by a fit to all others, and what came. */
export interface LeftOutSite {
  readonly site: string;
  readonly owner: string;
  readonly kind: string;
  readonly start: string;
  /** Days from the start to the first block. */
  readonly observed: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** Part of the forecast at or below what came. */
  readonly pit: number;
}

/** What the forecasts were made from, as the head of the table says it. */
export interface LeftOutFacts {
  readonly asOf: string;
  /** SHA-256 of `record.csv`. */
  readonly hash: string;
  readonly draws: number;
  readonly seed: string;
}

const COLUMNS = 'site,owner,kind,start,observed_days,p10_days,p50_days,p90_days,pit';

/** `leftOut.csv` from a backtest that left each site out: a row a site whose first block came. */
export function leftOutText(rows: readonly BacktestRow[], { asOf, hash, draws, seed }: LeftOutFacts): string {
  const first = rows.filter(({ quantity }) => quantity === 'first_block');
  const came = first.flatMap(({ outcome, score: { pit }, quantiles, ...row }) =>
    'observed' in outcome && pit !== undefined
      ? [{ ...row, quantiles, observed: outcome.observed, pit }]
      : [],
  );
  return [
    `# First blocks of the ${came.length} campuses of record.csv that had one by ${asOf}, each forecast on its first day by a fit to all others, kinds stated; ${first.length - came.length} more were unfinished.`,
    '# Attribution: derived from Epoch AI, AI Data Centers, CC BY 4.0. Days are counted from the start; pit is the part of the forecast at or below what came.',
    `# Written by experiments/13-backtest.ts --left-out; ${draws} draws a site, seed ${seed}; record.csv sha256 ${hash}.`,
    COLUMNS,
    ...came.map(({ site, owner, kind, origin, observed, quantiles, pit }) =>
      [
        ...[site, owner, kind, origin].map(cell),
        observed,
        ...([10, 50, 90] as const).map((p) => quantiles[p].toFixed(1)),
        pit,
      ].join(','),
    ),
    '',
  ].join('\n');
}

/**
 * Reads what `leftOutText` wrote.
 *
 * @throws RangeError when it is something else.
 */
export function readLeftOut(text: string): LeftOutSite[] {
  const [head, ...lines] = csvLines(text.replaceAll(/^#.*$/gm, ''));
  if (head?.cells.join(',') !== COLUMNS) throw new RangeError(`left out: expected the columns ${COLUMNS}`);
  return lines.map(({ line, cells }) => {
    const [site = '', owner = '', kind = '', start = '', ...numbers] = cells;
    const [observed = NaN, p10 = NaN, p50 = NaN, p90 = NaN, pit = NaN] = numbers.map(Number);
    if (![observed, p10, p50, p90, pit].every(Number.isFinite))
      throw new RangeError(`left out: line ${line}, expected ${COLUMNS}`);
    return { site, owner, kind, start, observed, p10, p50, p90, pit };
  });
}

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
