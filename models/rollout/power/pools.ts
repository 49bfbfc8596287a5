import type { Command, Store } from '../../../src/kernel/index.ts';
import type { DedicatedSite, RolloutScenario } from '../scenario.ts';
import type { World } from '../world.ts';

type Regime = DedicatedSite['power']['regime'];
type Pool = NonNullable<RolloutScenario['construction']['transformer']['pools']>[number];

/** The slots and units that a provider, a utility or a contractor has secured, each with an end. */
export interface TransformerPools {
  find(power: DedicatedSite['power']): TransformerPool | undefined;
}

export interface TransformerPool {
  readonly store: Store<number>;
  readonly whenEmpty: 'open' | 'wait';
}

/** Opens the pools of one replication, full; those that refill do so by the calendar. */
export function openTransformerPools(world: World): TransformerPools {
  const pools = new Map<string, TransformerPool>();
  for (const pool of world.scenario.construction.transformer.pools ?? []) {
    const store = world.simulation.store<number>('transformer slot');
    for (let unit = 0; unit < pool.units; unit++) store.put(unit);
    if (pool.every !== undefined)
      world.simulation.process('transformer slots come free', () => refill(world, store, pool), {
        clock: true,
      });
    pools.set(poolKey(pool.owner, pool.regime), { store, whenEmpty: pool.whenEmpty ?? 'open' });
  }
  return { find: ({ owner = 'provider', regime }) => pools.get(poolKey(owner, regime)) };
}

function poolKey(owner: string, regime: Regime): string {
  return `${owner} ${regime}`;
}

function* refill(
  { simulation, horizonDays }: World,
  store: Store<number>,
  { units, every }: Pool,
): Generator<Command, void, unknown> {
  for (let unit = units; simulation.now < horizonDays; unit++) {
    yield every!;
    store.put(unit);
  }
}
