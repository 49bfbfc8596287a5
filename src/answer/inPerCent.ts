import type { Estimated } from './resultsTable.ts';

/** A share in per cent, a difference of shares in percentage points. */
export function inPerCent({ estimate, low, high }: Estimated<number>): Estimated<number> {
  const times = (share: number | undefined): number | undefined =>
    share === undefined ? undefined : share * 100;
  return { estimate: times(estimate), low: times(low), high: times(high) };
}
