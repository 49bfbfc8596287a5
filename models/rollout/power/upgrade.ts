import type { Stream } from '../../../src/random/index.ts';
import type { Command, Signal } from '../../../src/kernel/index.ts';
import type { DedicatedSite } from '../scenario.ts';
import { stageDays } from '../stages.ts';
import type { World } from '../world.ts';

/** Starts the upgrade of the network beyond the substation, where this site turns out to need one. */
export function networkUpgrade(world: World, site: DedicatedSite, entity: number): Signal | undefined {
  const drawsOf = (quantity: string): Stream => world.streams.open('connection', site.name, quantity);
  const probability = drawsOf('network upgrade probability').draw(site.power.upgradeProbability, 0);
  if (!drawsOf('needs network upgrade').chance(probability, 0)) return undefined;
  const stage = site.power.networkUpgrade ?? world.scenario.construction.networkUpgrade;
  const days = stageDays(world, stage, { draws: drawsOf('network upgrade') });
  const done = world.simulation.signal(`${site.name} network upgrade done`);
  world.simulation.process(`${site.name} network upgrade`, () => upgrade(world, days, done), { entity });
  return done;
}

function* upgrade(world: World, days: number, done: Signal): Generator<Command, void, unknown> {
  if (days > 0) yield world.activity('network upgrade').lasting(days);
  done.fire();
}
