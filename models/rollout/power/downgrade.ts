import type { Stream } from '../../../src/random/index.ts';
import type { Command } from '../../../src/kernel/index.ts';
import type { DedicatedSite } from '../scenario.ts';
import type { World } from '../world.ts';
import type { PowerAccount } from './account.ts';

type Downgrade = NonNullable<DedicatedSite['power']['downgrades']>[number];

/** Bounds a site's grid power from one day to another, both included, where the downgrade comes about. */
export function startDowngrades(
  world: World,
  site: DedicatedSite,
  options: { entity: number; account: PowerAccount },
): void {
  const { simulation, streams } = world;
  const drawsOf = (quantity: string): Stream => streams.open('connection', site.name, quantity);
  site.power.downgrades?.forEach((downgrade, index) => {
    const { probability } = downgrade;
    if (probability !== undefined) {
      const chance = drawsOf('downgrade probability').draw(probability, index);
      if (!drawsOf('downgrade').chance(chance, index)) return;
    }
    const from = world.dayOf(downgrade.from);
    simulation.process(`${site.name} ${downgrade.name}`, () => bind(world, downgrade, options.account), {
      entity: options.entity,
      delay: from - simulation.now,
      delayLabel: world.label('planned start'),
    });
  });
}

function* bind(
  world: World,
  { name, power, from, to }: Downgrade,
  account: PowerAccount,
): Generator<Command, void, unknown> {
  account.bound(name, power);
  if (to === undefined) return;
  yield world.activity('grid downgrade').lasting(world.dayOf(to) + 1 - world.dayOf(from));
  account.bound(name, Number.POSITIVE_INFINITY);
}
