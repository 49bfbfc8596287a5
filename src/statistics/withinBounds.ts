import type { Estimate } from './estimate.ts';

/**
 * An estimate whose interval ends where no value can be: a symmetric interval of a mean reaches beyond what is never
 * below zero, or never more than all.
 *
 * @example withinBounds({ estimate: 1, low: -1, high: 3 }, { least: 0 }) // low 0
 */
export function withinBounds(
  estimate: Estimate,
  { least = -Infinity, most = Infinity }: { readonly least?: number; readonly most?: number },
): Estimate {
  const { low, high } = estimate;
  return {
    ...estimate,
    low: low === undefined ? undefined : Math.max(least, low),
    high: high === undefined ? undefined : Math.min(most, high),
  };
}
