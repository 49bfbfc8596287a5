import type { Deployment } from './deployment.ts';
import type { SiteState } from './site.ts';

/** Calls a crew of the travelling pool to a campus where more jobs wait than crews are on their way. */
export function callTravellingCrew(deployment: Deployment, site: SiteState): void {
  const { travelling } = deployment.world.scenario.deployment;
  if (travelling === undefined || deployment.freeTravellingCrews === 0) return;
  if (site.crewsComing + site.crewsVisiting >= travelling.perSite) return;
  if (site.crew.queueLength <= site.crewsComing) return;
  deployment.freeTravellingCrews--;
  site.crewsComing++;
  deployment.world.simulation.schedule(
    site.draws.crewMove.draw(travelling.move, site.crewCalls++),
    deployment.callbacks.crewArrived,
    site.index,
    deployment.labels.crewTravels,
    site.entity,
  );
}

/** A travelling crew starts on the next job that waits; where none does any more it goes on at once. */
export function onCrewArrived(deployment: Deployment, index: number): void {
  const site = deployment.sites[index]!;
  site.crewsComing--;
  site.crewsVisiting++;
  site.crew.setCapacity(site.crew.capacity + 1);
  sendCrewOn(deployment, site);
}

/** After a job: a visiting crew without a next job here is free, and goes where most jobs wait. */
export function sendCrewOn(deployment: Deployment, site: SiteState): void {
  while (site.crewsVisiting > 0 && site.crew.available > 0) {
    site.crewsVisiting--;
    site.crew.setCapacity(site.crew.capacity - 1);
    deployment.freeTravellingCrews++;
    const next = busiest(deployment.sites);
    if (next !== undefined) callTravellingCrew(deployment, next);
  }
}

function busiest(sites: readonly SiteState[]): SiteState | undefined {
  let best: SiteState | undefined;
  let most = 0;
  for (const site of sites) {
    const jobs = site.crew.queueLength - site.crewsComing;
    if (jobs > most) {
      best = site;
      most = jobs;
    }
  }
  return best;
}
