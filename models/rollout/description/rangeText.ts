import { MONTH_DAYS, YEAR_DAYS } from '../../../src/kernel/lengths.ts';
import { countText, roundedText } from '../../../src/wording/index.ts';
import { median, quantile, type Distribution } from '../../../src/random/index.ts';

const LOW = 0.1;
const HIGH = 0.9;

/**
 * A range in words: P10, P90 and the median, or the one value.
 *
 * @param text how a number stands, with its unit where that follows each number
 * @example rangeText(lowModeHigh(8, 22, 40), { after: ' MW' }) // '8 to 40 (median 22.6) MW'
 */
export function rangeText(
  distribution: Distribution,
  { text = roundedText, after = '' }: { text?: (value: number) => string; after?: string } = {},
): string {
  const [low, middle, high] = [
    quantile(distribution, LOW),
    median(distribution),
    quantile(distribution, HIGH),
  ];
  if (text(low) === text(high)) return `${text(middle)}${after}`;
  return `${text(low)} to ${text(high)} (median ${text(middle)})${after}`;
}

/** A part as per cent. */
export function percentText(part: number): string {
  return `${roundedText(part * 100)} %`;
}

/** Dollars, in billions or millions where they are many. */
export function dollarsText(dollars: number): string {
  if (dollars >= 1e9) return `$${roundedText(dollars / 1e9)}B`;
  return dollars >= 1e6 ? `$${roundedText(dollars / 1e6)}M` : `$${roundedText(dollars)}`;
}

const WEEK = 7;

/** Days in the unit that reads best. */
export function daysText(days: number): string {
  if (days < 8 * WEEK) return amount(days, 'day');
  if (days < 26 * WEEK) return amount(days / WEEK, 'week');
  return days < 3 * YEAR_DAYS ? amount(days / MONTH_DAYS, 'month') : amount(days / YEAR_DAYS, 'year');
}

function amount(value: number, unit: string): string {
  const rounded = value >= 10 ? Math.round(value) : Math.round(value * 10) / 10;
  return countText(rounded, unit);
}
