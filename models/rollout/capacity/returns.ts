import type { Deployment } from '../deployment/deployment.ts';
import { closeShortPod } from '../deployment/pods.ts';
import type { SiteState } from '../deployment/site.ts';
import type { ReadinessForecast } from './forecast.ts';

/**
 * Gives borrowed halls back with the racks in them: they are let to others, and new racks at other sites take over.
 *
 * From the notice on the hall takes no more racks, and as many as it holds are ordered anew. On the day of return its racks
 * leave what is available. What was accepted stays accepted: the new racks fill old slots.
 */
export function scheduleReturns(
  deployment: Deployment,
  forecast: ReadinessForecast,
  kilowattsPerRack: number,
): void {
  const { world, sites } = deployment;
  const { simulation } = world;
  for (const { site: name, on, notice } of world.scenario.policies.returns ?? []) {
    const site = sites.find((each) => each.name === name)!;
    const day = Math.max(simulation.now, world.dayOf(on));
    site.returnedAt = day;
    simulation.scheduleAt(
      Math.max(simulation.now, day - notice),
      () => giveNotice(deployment, forecast, site, kilowattsPerRack),
      0,
      world.label('notice of return'),
      site.entity,
    );
    simulation.scheduleAt(
      day,
      () => deployment.tally.siteReturned(site, simulation.now, kilowattsPerRack),
      0,
      world.label('hall goes back'),
      site.entity,
    );
  }
}

function giveNotice(
  deployment: Deployment,
  forecast: ReadinessForecast,
  site: SiteState,
  kilowattsPerRack: number,
): void {
  deployment.tally.positionsWithdrawn(site, deployment.world.simulation.now, kilowattsPerRack);
  site.closed = true;
  site.ready -= site.open;
  site.open = 0;
  forecast.forget(site);
  deployment.racksToReplace += site.filled;
  deployment.committedRacks -= site.filled;
  closeShortPod(deployment, site);
}
