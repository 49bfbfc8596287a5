import type { Response } from '../../explain/index.ts';
import { inPerCent, intervalDigits, type Estimated } from '../../answer/index.ts';
import type { Estimate } from '../../statistics/index.ts';
import { percentWithInterval } from './percent.ts';
import { onOneLine, type Spanned } from './spanned.ts';

/** An estimate with its interval, in the unit of a response. */
export function estimateText({ kind, unit }: Pick<Response, 'kind' | 'unit'>, estimate: Estimate): string {
  return kind === 'proportion' ? percentWithInterval(estimate) : numberWithInterval(estimate, unit);
}

/**
 * A number with its interval, rounded to what the interval allows one to see; days are whole days, and shares are in
 * per cent, as `unitText` says beside them.
 */
export function numberWithInterval(number: Estimated<number>, unit?: string): string {
  return onOneLine(spannedNumber(number, unit));
}

/** The same with its interval apart. */
export function spannedNumber(number: Estimated<number>, unit?: string): Spanned {
  const { estimate, low, high } = unit === 'share' ? inPerCent(number) : number;
  if (estimate === undefined && low === undefined && high === undefined) return { value: '…' };
  const width = low === undefined || high === undefined ? Math.abs(estimate ?? 0) / 100 : high - low;
  const digits = unit === 'day' ? 0 : (intervalDigits(width) ?? 2);
  const text = (value: number | undefined): string => (value === undefined ? '…' : trimmed(value, digits));
  return { value: text(estimate), interval: `${text(low)} to ${text(high)}` };
}

function trimmed(value: number, digits: number): string {
  return Number(value.toFixed(digits)) === 0 ? '0' : separated(value, digits);
}

/** A number with so many digits behind the point, and its thousands apart. */
export function separated(value: number, digits: number): string {
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
