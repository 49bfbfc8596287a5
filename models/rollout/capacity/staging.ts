import { ROUNDING } from '../rounding.ts';
import type { Place } from '../market/place.ts';
import { loadOf, type Product } from '../market/product.ts';
import type { Programme } from '../market/programme.ts';

/**
 * Racks of a product that a programme may still take of a provider without more than its policy's limit ever waiting
 * at the dock, +Infinity without a limit.
 *
 * Racks on their way count as if they would have to wait, less the positions that are open for them now;
 * only a hall that is given notice meanwhile can make more wait.
 *
 * @param claimed open positions that racks of the provider's other tenants will take
 */
export function stagingRoom(
  { policies }: Pick<Programme, 'policies'>,
  { placementOrder, queue, racksOnTheWay }: Place,
  product: Product,
  claimed: number,
): number {
  const { stagingLimit, placement } = policies;
  if (stagingLimit === undefined) return Number.POSITIVE_INFINITY;
  let open = 0;
  // A held rack waits beside an open position of an existing hall.
  for (const site of placementOrder)
    if (placement !== 'hold' || !site.existing)
      open += Math.floor(site.open / loadOf(product, site.layout) + ROUNDING);
  const [site] = placementOrder;
  const taken = site === undefined ? 0 : Math.ceil(claimed / loadOf(product, site.layout) - ROUNDING);
  return Math.max(0, stagingLimit + Math.max(0, open - taken) - queue.length - racksOnTheWay);
}
