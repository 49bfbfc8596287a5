import { intervalDigits } from '../answer/index.ts';
import type { Interval } from '../plot/index.ts';
import type { ShownCell } from './shown.ts';

/**
 * A number for people: shares as percent, differences of shares (`pp`) as percentage points, others with as many
 * digits as `width`, the width of its interval, allows one to see.
 */
export function numberText(value: number, { unit, width }: { unit?: string; width?: number } = {}): string {
  if (isShare(unit)) return `${(value * 100).toFixed(1)} ${unit === 'share' ? '%' : 'pp'}`;
  const digits = unit === 'day' ? 0 : (intervalDigits(width ?? Math.abs(value) / 100) ?? 2);
  const text = value.toLocaleString('en-US', { maximumFractionDigits: digits });
  return text === '-0' ? '0' : text;
}

/** Whether numbers of a unit are shown with a mark of their own, so that a heading need not name it. */
export function isShare(unit: string | undefined): boolean {
  return unit === 'share' || unit === 'pp';
}

/** An estimate with its interval below it; `…` where the sample gives no such number. */
export function intervalCell({ estimate, low, high }: Interval, unit?: string): ShownCell {
  const width = low === undefined || high === undefined ? undefined : high - low;
  const options = { ...(unit === undefined ? {} : { unit }), ...(width === undefined ? {} : { width }) };
  const text = (value: number | undefined): string =>
    value === undefined ? '…' : numberText(value, options);
  return { text: text(estimate), interval: `${text(low)} to ${text(high)}` };
}
