import { withThousands, unitText } from '../wording/index.ts';
import type { Interval } from './interval.ts';

const SUFFIXES = ['', 'k', 'M', 'B', 'T', 'P'] as const;

/**
 * A number in three digits with a suffix.
 *
 * @example compactText(167_832); // '168k'
 */
export function compactText(value: number): string {
  const rounded = Number(Math.abs(value).toPrecision(3));
  if (rounded === 0) return '0';
  const power = Math.min(Math.max(Math.floor(Math.log10(rounded) / 3), 0), SUFFIXES.length - 1);
  // A thousand times a power of ten may fall just below its logarithm.
  const scaled = Number((rounded / 1000 ** power).toPrecision(3));
  return `${value < 0 ? '−' : ''}${plainText(scaled)}${SUFFIXES[power]}`;
}

/** Units whose thousands are written out: of 2,330 days nobody says 2.33k. */
const WHOLE: ReadonlySet<string> = new Set(['day', 'MW', 'rack', 'racks', 'position', 'positions']);

/** A number in three digits, in the way of its unit: `1,360` days and whole ones, but `1.36k` GPUs. */
export function numberText(value: number, unit: string): string {
  const whole = Math.round(Math.abs(value));
  const isWhole = unit === 'day' ? whole < 1e15 : WHOLE.has(unit) && whole >= 1000 && whole < 1e15;
  if (!isWhole) return compactText(value);
  return `${value < 0 && whole > 0 ? '−' : ''}${withThousands(String(whole))}`;
}

// Only numbers beyond the suffixes and below a millionth take an exponent.
function plainText(value: number): string {
  return value >= 1e-6 && value < 1e21 ? String(value) : value.toExponential(2);
}

/** A share in percent; never 0 % or 100 % of what is neither. */
export function shareText(share: number): string {
  const percent = share * 100;
  const size = Math.abs(percent);
  const sign = percent < 0 ? '−' : '';
  if (size === 0) return '0 %';
  if (size < 0.05) return percent < 0 ? '−0.1 to 0 %' : '<0.1 %';
  if (percent > 99.95 && percent < 100) return '>99.9 %';
  const digits = size < 9.95 || (size > 98.95 && size < 100) ? 1 : 0;
  return `${sign}${Number(size.toFixed(digits))} %`;
}

/** A number with its unit: `$1.4T`, `12 %` of a share, `262 days`, `150 MW`. */
export function quantityText(value: number, unit: string): string {
  if (unit === 'share' || unit === 'fraction') return shareText(value);
  if (unit === '$') return `${value < 0 ? '−' : ''}$${compactText(Math.abs(value))}`;
  const number = numberText(value, unit);
  if (unit === '') return number;
  return `${number} ${unitText(unit, number === '1')}`;
}

/**
 * An estimate with its 95 % interval; `…` where the sample gives no such bound.
 *
 * @example intervalText({ estimate: 0.5, low: 0.4, high: 0.6 }, shareText); // '50 % (40 % to 60 %)'
 */
export function intervalText({ estimate, low, high }: Interval, text: (value: number) => string): string {
  const known = (value: number | undefined): string => (value === undefined ? '…' : text(value));
  const range = low === undefined && high === undefined ? 'no interval' : `${known(low)} to ${known(high)}`;
  return `${known(estimate)} (${range})`;
}
