import type { Command, Signal } from '../../../src/kernel/index.ts';
import type { DedicatedSite } from '../scenario.ts';
import { shiftedOrder } from '../sites/orderShift.ts';
import type { World } from '../world.ts';
import type { TransformerPool, TransformerPools } from './pools.ts';
import { transformerDays } from './transformer.ts';

/** A site's transformer orders: what has been placed, what has come, and what each took from a pool. */
export interface TransformerOrders {
  placed: number;
  delivered: number;
  /** Gives what the orders hold back to its pool; returns the orders that have to be cancelled. */
  cancel(): number;
  /** Orders one unit, and fires when it is on the site. */
  place(index: number, arrived: Signal): void;
}

/**
 * Opens the order book of a site.
 *
 * Where its owner has a pool for its regime, an order takes the first unit that is free; from an empty pool it goes
 * to the open market, or waits, as the pool says.
 *
 * @param options.onPlaced called with the signal of every unit that is ordered, and the date of its order where that
 *   is known
 */
export function openTransformerOrders(
  world: World,
  site: DedicatedSite,
  {
    entity,
    pools,
    onPlaced,
  }: {
    entity: number;
    pools: TransformerPools;
    onPlaced: (arrived: Signal, placedOn: string | undefined) => void;
  },
): TransformerOrders {
  const pool = site.power.orders === undefined ? pools.find(site.power) : undefined;
  const held: number[] = [];
  const orders: TransformerOrders = {
    placed: 0,
    delivered: 0,
    cancel: () => {
      for (const unit of held.splice(0)) pool!.store.put(unit);
      return orders.placed - orders.delivered;
    },
    place: (index, arrived) => {
      orders.placed++;
      onPlaced(arrived, site.power.orders?.[index]?.started);
      world.simulation.process(
        `${site.name} transformer ${index + 1}`,
        () => orderUnit(world, site, index, { pool, held, orders, arrived }),
        { entity },
      );
    },
  };
  return orders;
}

function* orderUnit(
  world: World,
  site: DedicatedSite,
  index: number,
  options: {
    pool: TransformerPool | undefined;
    held: number[];
    orders: TransformerOrders;
    arrived: Signal;
  },
): Generator<Command, void, unknown> {
  const { pool, held, orders, arrived } = options;
  let regime = site.power.regime;
  if (pool !== undefined) {
    if (pool.store.size > 0 || pool.whenEmpty === 'wait') held.push(yield* pool.store.take());
    else regime = 'open';
  }
  const { leadTime: quoted, failure, late } = transformerDays(world, site, index, regime);
  const known = site.power.orders?.[index];
  const { heldDays, leadTimeDays: leadTime } = shiftedOrder(world, site, {
    item: 'transformers',
    leadTimeDays: quoted,
    stages: known === undefined ? [] : [known],
  });
  if (heldDays > 0) yield world.activity('transformer order held').lasting(heldDays);
  if (leadTime > 0) yield world.activity('transformer lead time').lasting(leadTime);
  if (failure > 0) yield world.activity('transformer factory test').lasting(failure);
  if (late > 0) yield world.activity('transformer late').lasting(late);
  orders.delivered++;
  arrived.fire();
}
