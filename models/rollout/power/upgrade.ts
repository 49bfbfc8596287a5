import type { Command, Signal } from '../../../src/kernel/index.ts';
import type { DedicatedSite } from '../scenario.ts';
import { stageDays } from '../stages.ts';
import type { World } from '../world.ts';

/** Starts the upgrade of the network beyond the substation, where this site turns out to need one. */
export function networkUpgrade(world: World, site: DedicatedSite, entity: number): Signal | undefined {
  const { streams } = world;
  const chance = streams
    .open('connection', site.name, 'chance of a network upgrade')
    .draw(site.power.upgradeProbability, 0);
  if (!streams.open('connection', site.name, 'needs a network upgrade').chance(chance, 0)) return undefined;
  const stage = site.power.networkUpgrade ?? world.scenario.construction.networkUpgrade;
  const draws = streams.open('connection', site.name, 'network upgrade');
  const days = stageDays(world, stage, { draws, serial: 0 });
  const done = world.simulation.signal(`${site.name} network upgrade done`);
  world.simulation.process(`${site.name} network upgrade`, () => upgrade(world, days, done), { entity });
  return done;
}

function* upgrade(world: World, days: number, done: Signal): Generator<Command, void, unknown> {
  if (days > 0) yield world.activity('network upgrade').lasting(days);
  done.fire();
}
