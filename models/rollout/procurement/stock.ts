import type { Command, Store } from '../../../src/kernel/index.ts';
import type { Activity } from '../activities.ts';
import type { RolloutScenario } from '../scenario.ts';
import type { World } from '../world.ts';
import type { ProcuredClass, Regime } from './classes.ts';
import { AS_MUCH_AS_IT_TAKES, type Stock } from './secured.ts';

type StockPlan = NonNullable<RolloutScenario['construction']['stock']>[number];

const WAIT: Readonly<Record<ProcuredClass, Activity>> = {
  hvBreakers: 'equipment slot',
  mvSwitchgear: 'equipment slot',
  relays: 'equipment slot',
  generators: 'generator slot',
  cooling: 'cooling slot',
  switches: 'switch slot',
  optics: 'optics slot',
  storage: 'storage slot',
};

/** Opens the stock of one provider in one replication, full; what comes free later does so by the calendar. */
export function openStock(world: World): Stock {
  const plans = world.scenario.construction.stock;
  if (plans === undefined) return AS_MUCH_AS_IT_TAKES;
  const pools = new Map(plans.map((plan) => [keyOf(plan.class, plan.regime), openPool(world, plan)]));
  return {
    *take(of, regime) {
      const pool = pools.get(keyOf(of, regime));
      if (pool === undefined) return regime;
      if (pool.store.size === 0 && pool.whenEmpty === 'open') return 'open';
      yield* pool.store.take();
      return regime;
    },
  };
}

interface Pool {
  readonly store: Store<number>;
  readonly whenEmpty: 'open' | 'wait';
}

function openPool(world: World, plan: StockPlan): Pool {
  const store = world.simulation.store<number>(WAIT[plan.class]);
  for (let lot = 0; lot < plan.lots; lot++) store.put(lot);
  const { every } = plan;
  if (every !== undefined)
    world.simulation.process('further lots come free', () => refill(world, store, { ...plan, every }), {
      clock: true,
    });
  return { store, whenEmpty: plan.whenEmpty ?? 'open' };
}

function* refill(
  { simulation, horizonDays }: World,
  store: Store<number>,
  { lots, every }: { lots: number; every: number },
): Generator<Command, void, unknown> {
  for (let lot = lots; simulation.now < horizonDays; lot++) {
    yield every;
    store.put(lot);
  }
}

function keyOf(of: ProcuredClass, regime: Regime): string {
  return `${of} ${regime}`;
}
