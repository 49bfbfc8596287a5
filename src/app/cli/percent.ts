import type { Estimated } from '../../answer/index.ts';
import type { Spanned } from './spanned.ts';

/** A share as per cent, with its interval. */
export function percentWithInterval({ estimate, low, high }: Estimated<number>): string {
  return `${percent(estimate)} (${percent(low)} to ${percent(high)})`;
}

/** A share as per cent, or … where there is none. */
export function percent(share: number | undefined): string {
  return share === undefined ? '…' : `${(share * 100).toFixed(1)} %`;
}

/** A share that somebody stated, in as many digits as it was stated in: `80 %`. */
export function statedPercent(share: number): string {
  return `${Number((share * 100).toPrecision(12))} %`;
}

/** A difference of shares in percentage points, with its interval. */
export function percentagePoints(difference: Estimated<number>): string {
  const { value, interval } = spannedPoints(difference);
  return `${value} pp (${interval})`;
}

/** The same with its interval apart, and without its unit. */
export function spannedPoints({ estimate, low, high }: Estimated<number>): Spanned {
  const points = (value: number | undefined): string =>
    value === undefined ? '…' : `${value > 0 ? '+' : ''}${(value * 100).toFixed(1)}`;
  return { value: points(estimate), interval: `${points(low)} to ${points(high)}` };
}
