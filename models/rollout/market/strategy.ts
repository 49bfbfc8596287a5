/** How a tenant with contracts at several providers spreads what it buys. */
export const STRATEGIES = ['neutral', 'committed', 'opportunistic'] as const;

export type Strategy = (typeof STRATEGIES)[number];

/**
 * Most racks of a contract that may stand at each of a tenant's providers, its own first.
 *
 * `neutral` spreads them evenly, `committed` has all at the first, `opportunistic` takes whatever comes first anywhere.
 *
 * @example quotas('neutral', { racks: 40, providers: 3 }) // [14, 14, 14]: 40 in all, wherever the last two come
 */
export function quotas(
  strategy: Strategy,
  { racks, providers }: { racks: number; providers: number },
): number[] {
  return Array.from({ length: providers }, (_, place) => {
    if (strategy === 'neutral') return Math.ceil(racks / providers);
    return strategy === 'committed' && place > 0 ? 0 : racks;
  });
}
