import type { Floor } from '../deployment/floor.ts';
import { closeShortPods } from '../deployment/pods.ts';
import type { SiteState } from '../deployment/site.ts';
import type { RolloutScenario } from '../scenario.ts';
import type { World } from '../world.ts';

/**
 * Gives borrowed halls back with the racks in them: they are let to others, and new racks at other sites take over.
 *
 * From the notice on the hall takes no more racks, and as many as it holds are ordered anew. On the day of return its
 * racks leave what is available. What was accepted stays accepted: the new racks fill old slots.
 */
export function scheduleReturns(
  { simulation, dayOf, label }: Pick<World, 'simulation' | 'dayOf' | 'label'>,
  floor: Floor,
  returns: NonNullable<RolloutScenario['policies']['returns']>,
): void {
  for (const { site: name, on, notice } of returns) {
    const site = floor.sites.find((each) => each.name === name)!;
    const { tally } = floor.providers[site.provider]!;
    const day = Math.max(simulation.now, dayOf(on));
    site.returnedAt = day;
    simulation.scheduleAt(
      Math.max(simulation.now, day - notice),
      () => giveNotice(floor, site),
      0,
      label('notice of return'),
      site.entity,
    );
    simulation.scheduleAt(
      day,
      () => tally.siteReturned(site, simulation.now),
      0,
      label('hall goes back'),
      site.entity,
    );
  }
}

function giveNotice(floor: Floor, site: SiteState): void {
  const { tally, forecast } = floor.providers[site.provider]!;
  tally.positionsWithdrawn(site, floor.clock.simulation.now);
  site.closed = true;
  site.ready -= site.open;
  site.open = 0;
  forecast.forget(site);
  floor.programmes.forEach(({ need, places }, index) => {
    const { gpus, positions } = site.shares[index]!;
    need.replacedGpus += gpus;
    need.committedGpus -= gpus;
    const place = places.find(({ provider }) => provider === site.provider);
    if (place !== undefined) {
      place.committedGpus -= gpus;
      place.committedPositions -= positions;
    }
    closeShortPods(floor, site, index);
  });
}
