import { wholeText, withThousands } from '../wording/index.ts';
import { escapeHtml, type Html } from '../page/index.ts';
import { intervalDigits, type Estimated, type SaidDate } from '../answer/index.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

const SHARES = new Set(['share', 'fraction', 'probability']);

/** Units that are counted: whole numbers with thousands, once there are many. */
const COUNTS = new Set(['gpu', 'gpus', 'rack', 'position', 'slot', 'replications', 'event', 'MW']);

// A number is not parted from its unit, nor a day from its month.
const TIED = '\u00a0';

/** An ISO date in words: `2026-12-31` is `31 December 2026`. */
export function longDate(date: string): string {
  const { year, month, day } = dateParts(date);
  return `${day}${TIED}${month} ${year}`;
}

/** Two ISO dates in words, without saying a year or a month twice: `5 January to 13 March 2028`. */
function longDates(from: string, to: string): string {
  const [a, b] = [dateParts(from), dateParts(to)];
  if (a.year !== b.year) return `${longDate(from)} to ${longDate(to)}`;
  return a.month === b.month && from !== to
    ? `${a.day} to ${longDate(to)}`
    : `${a.day}${TIED}${a.month} to ${longDate(to)}`;
}

function dateParts(date: string): { year: string; month: string; day: number } {
  const [year, month, day] = date.split('-');
  return { year: year!, month: MONTHS[Number(month) - 1]!, day: Number(day) };
}

/** Dollars as a person says them: `$1.79B`. */
export function moneyText(dollars: number): string {
  const size = Math.abs(dollars);
  const sign = dollars < 0 ? '−' : '';
  if (size >= 1e9) return `${sign}$${(size / 1e9).toFixed(2)}B`;
  if (size >= 1e6) return `${sign}$${(size / 1e6).toFixed(1)}M`;
  if (size >= 1e5) return `${sign}$${(size / 1e6).toFixed(2)}M`;
  return `${sign}$${wholeText(size)}`;
}

/**
 * A number in a unit; a share in percent.
 *
 * @param span width of its interval: digits that it hides are not shown.
 */
export function valueText(value: number, unit: string | undefined, span?: number): string {
  if (unit !== undefined && SHARES.has(unit)) return `${minus((value * 100).toFixed(1))}${TIED}%`;
  if (unit === '$') return moneyText(value);
  if (unit === 'day') return thousands(value, 0);
  if (unit !== undefined && COUNTS.has(unit) && Math.abs(value) >= 100) return thousands(value, 0);
  if (span === undefined && Number.isInteger(value)) return thousands(value, 0);
  return thousands(value, intervalDigits(span ?? Math.abs(value) / 100) ?? 0);
}

/** An estimate with its interval on one line: `5.2 % (4.0 % to 6.8 %)`; … is a number that the sample does not give. */
export function estimateText(estimate: Estimated<number>, unit?: string): string {
  const { value, interval } = estimateParts(estimate, unit);
  return `${value} (${interval})`;
}

/** An estimate and its interval, each as a text. */
export function estimateParts({ estimate, low, high }: Estimated<number>, unit?: string): Parts {
  const text = spanned({ low, high }, unit);
  return { value: text(estimate), interval: `${text(low)} to ${text(high)}` };
}

/** A number and its interval as they are shown. */
interface Parts {
  readonly value: string;
  readonly interval: string;
}

/** The same with the interval on a line of its own, for a cell. */
export function estimateCell({ estimate, low, high }: Estimated<number>, unit?: string): Html {
  const text = spanned({ low, high }, unit);
  if (estimate === undefined && low === undefined && high === undefined) return { html: '…' };
  return twoLines(text(estimate), `${text(low)} to ${text(high)}`);
}

/** A difference with its sign and interval. */
export function differenceText(difference: Estimated<number>, unit?: string): string {
  const { value, interval } = differenceParts(difference, unit);
  return `${value} (${interval})`;
}

/** A difference and its interval, each as a text with its sign. */
export function differenceParts({ estimate, low, high }: Estimated<number>, unit?: string): Parts {
  const text = spanned({ low, high }, unit);
  const signed = (value: number | undefined): string =>
    `${value !== undefined && value > 0 ? '+' : ''}${text(value)}`;
  return { value: signed(estimate), interval: `${signed(low)} to ${signed(high)}` };
}

/** A date with its interval for a cell; later is after the horizon. */
export function dateCell({ estimate, low, high }: Estimated<string>): Html {
  if (estimate === undefined && low === undefined) return { html: 'later' };
  return twoLines(estimate ?? 'later', `${low ?? '…'} to ${high ?? '…'}`);
}

/** The same of a date that may lie before the as-of date, where nobody observed it. */
export function saidDateCell(date: SaidDate): Html {
  if (!date.isEarlier) return dateCell(date);
  return twoLines('earlier', date.high === undefined ? 'day not observed' : `… to ${date.high}`);
}

/** A date with its interval in a sentence. */
export function longDateText({ estimate, low, high }: Estimated<string>): string {
  if (estimate === undefined) return 'a date after the horizon';
  if (low !== undefined && high !== undefined) return `${longDate(estimate)} (${longDates(low, high)})`;
  const bound = (date: string | undefined): string => (date === undefined ? '…' : longDate(date));
  return `${longDate(estimate)} (${bound(low)} to ${bound(high)})`;
}

/** What matters with what belongs to it below, for a cell. */
export function twoLines(first: string, second: string): Html {
  return { html: `${escapeHtml(first)}<span class="interval">${escapeHtml(second)}</span>` };
}

function spanned(
  { low, high }: Estimated<number>,
  unit: string | undefined,
): (value: number | undefined) => string {
  const span = low !== undefined && high !== undefined && high > low ? high - low : undefined;
  const excludesZero = (low !== undefined && low > 0) || (high !== undefined && high < 0);
  return (value) => {
    if (value === undefined) return '…';
    const text = valueText(value, unit, span);
    // Days are whole ones, however few.
    return excludesZero && unit !== 'day' && !/[1-9]/.test(text) ? smallText(value, unit) : text;
  };
}

/** A number whose interval excludes 0 is not shown as 0, however small it is. */
function smallText(value: number, unit: string | undefined): string {
  if (value === 0) return valueText(value, unit);
  const isShare = unit !== undefined && SHARES.has(unit);
  const shown = isShare ? value * 100 : value;
  const digits = Math.min(20, Math.max(0, -Math.floor(Math.log10(Math.abs(shown)))));
  const text = thousands(shown, digits);
  if (isShare) return `${text}${TIED}%`;
  return unit === '$' ? `${value < 0 ? '−' : ''}$${text.replace('−', '')}` : text;
}

function thousands(value: number, digits: number): string {
  const [whole, fraction] = Math.abs(value).toFixed(digits).split('.');
  const text = `${withThousands(whole!)}${fraction === undefined ? '' : `.${fraction}`}`;
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

function minus(text: string): string {
  return text.startsWith('-') ? (/[1-9]/.test(text) ? `−${text.slice(1)}` : text.slice(1)) : text;
}
