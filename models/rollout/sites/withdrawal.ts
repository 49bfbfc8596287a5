import type { Signal } from '../../../src/kernel/index.ts';
import type { TransformerOrders } from '../power/orders.ts';
import type { World } from '../world.ts';

/**
 * Gives a site up: its substation and the halls that have no power yet are stopped, its orders cancelled at a cost,
 * and what they held is given back to the provider's pools.
 */
export function withdrawSite(
  world: World,
  {
    works,
    others,
    halls,
    orders,
  }: {
    /** Entity of the substation's works, and entities that go as well when no hall has power. */
    works: number;
    others: readonly number[];
    halls: readonly { entity: number; powered: Signal }[];
    orders: TransformerOrders;
  },
): void {
  const { simulation, switching, scenario } = world;
  const cancelled = orders.cancel();
  switching.withdrawnSites++;
  switching.cancelledOrders += cancelled;
  switching.cancellationDollars += cancelled * (scenario.construction.transformer.cancellation ?? 0);
  simulation.cancelOwnedBy(works);
  if (halls.every(({ powered }) => !powered.isFired))
    for (const entity of others) simulation.cancelOwnedBy(entity);
  for (const hall of halls) if (!hall.powered.isFired) simulation.cancelOwnedBy(hall.entity);
}
