import type { Signal } from '../../../src/kernel/index.ts';
import type { DedicatedSite } from '../scenario.ts';
import type { World } from '../world.ts';

/** Starts the upgrade of the network beyond the substation, where this site turns out to need one. */
export function networkUpgrade(world: World, site: DedicatedSite, entity: number): Signal | undefined {
  const draws = world.streams.open('connection', site.name, 'network upgrade');
  if (!draws.chance(site.power.upgradeProbability, 0, 0)) return undefined;
  const days = Math.max(0, draws.draw(world.scenario.construction.networkUpgrade, 0, 1));
  const done = world.simulation.signal(`${site.name} network upgrade done`);
  world.simulation.process(
    `${site.name} network upgrade`,
    function* () {
      yield world.activity('network upgrade').lasting(days);
      done.fire();
    },
    { entity },
  );
  return done;
}
