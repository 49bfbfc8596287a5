import type { Estimate } from '../../statistics/index.ts';

/** A share as per cent, with its interval. */
export function percentWithInterval({ estimate, low, high }: Estimate): string {
  return `${percent(estimate)} (${percent(low)} to ${percent(high)})`;
}

/** A share as per cent, or … where there is none. */
export function percent(share: number | undefined): string {
  return share === undefined ? '…' : `${(share * 100).toFixed(1)} %`;
}
