import type { Deal } from '../market/deals.ts';
import type { QueueAllotment } from './allotmentSchema.ts';
import type { Customer } from './allotmentQueue.ts';

/** Customers of the queue, with the provider first and whoever is not listed last. */
export interface CustomerOptions {
  /** The provider's share in this replication. */
  readonly providerShare: number;
  readonly gpusPerRack: number;
  readonly dayOf: (isoDate: string) => number;
}

/**
 * Names of the customers of a queue in the order of `customersOf`: the first provider, then the others as they are
 * listed.
 */
export function customerNames({ provider, customers }: QueueAllotment): string[] {
  return [provider, ...customers.map(({ name }) => name).filter((name) => name !== provider)];
}

/**
 * The customers of a queue in one replication: the provider has its drawn share, the others keep their proportions.
 *
 * What the listed shares leave belongs to everybody else, who holds no contract and shares the last priority.
 */
export function customersOf(
  { provider, customers }: QueueAllotment,
  { providerShare, gpusPerRack, dayOf }: CustomerOptions,
): Customer[] {
  const stated = customers.find(({ name }) => name === provider)!;
  const others = customers.filter((customer) => customer !== stated);
  const scale = stated.share < 1 ? (1 - providerShare) / (1 - stated.share) : 0;
  const lowest = Math.max(...customers.map(({ priority }) => priority));
  const list = [stated, ...others].map((customer): Customer => {
    const share = customer === stated ? providerShare : customer.share * scale;
    return {
      share,
      contracted: Math.min(share, customer.contracted),
      priority: customer.priority,
      backlogRacks: (customer.backlog ?? 0) / gpusPerRack,
      deals: (customer.deals ?? []).map(({ from, over, packages }) => ({
        from: dayOf(from),
        to: dayOf(from) + over,
        racks: packages / gpusPerRack,
      })),
    };
  });
  const listed = list.reduce((sum, { share }) => sum + share, 0);
  const rest: Customer = { share: 1 - listed, contracted: 0, priority: lowest, backlogRacks: 0, deals: [] };
  return [...list, rest];
}

/**
 * Deals as customers of their own: they have no share, and order what they buy beside their provider, at its priority
 * or at the one that was paid for.
 */
export function dealCustomers(
  { customers, provider }: QueueAllotment,
  deals: readonly Deal[],
  owners: readonly string[],
): Customer[] {
  return deals.map(({ provider: place, racks, ordersFrom, ordersTo, priority }): Customer => {
    const name = place === 0 ? provider : owners[place]!;
    const own = customers.find((customer) => customer.name === name)!;
    return {
      share: 0,
      contracted: 0,
      priority: priority ?? own.priority,
      backlogRacks: 0,
      deals: [{ from: ordersFrom, to: ordersTo, racks }],
    };
  });
}
