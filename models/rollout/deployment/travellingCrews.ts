import type { Floor } from './floor.ts';
import type { SiteState } from './site.ts';

/** Calls a crew of the provider's travelling pool to a campus where more jobs wait than crews are on their way. */
export function callTravellingCrew({ clock, plan, providers, steps }: Floor, site: SiteState): void {
  const { travelling } = plan;
  const pool = providers[site.provider]!.travelling;
  if (travelling === undefined || pool.freeCrews === 0) return;
  if (site.crewsComing + site.crewsVisiting >= travelling.perSite) return;
  if (site.crew.queueLength <= site.crewsComing) return;
  pool.freeCrews--;
  site.crewsComing++;
  clock.simulation.schedule(
    site.crewMove.draw(travelling.move, site.crewCalls++),
    steps.callbacks.crewArrived,
    site.index,
    steps.labels.crewTravels,
    site.entity,
  );
}

/** A travelling crew starts on the next job that waits; where none does any more it goes on at once. */
export function onCrewArrived(floor: Floor, index: number): void {
  const site = floor.sites[index]!;
  site.crewsComing--;
  site.crewsVisiting++;
  site.crew.setCapacity(site.crew.capacity + 1);
  sendCrewOn(floor, site);
}

/** After a job: a visiting crew without a next job here is free, and goes where most jobs of its provider wait. */
export function sendCrewOn(floor: Floor, site: SiteState): void {
  const provider = floor.providers[site.provider]!;
  while (site.crewsVisiting > 0 && site.crew.available > 0) {
    site.crewsVisiting--;
    site.crew.setCapacity(site.crew.capacity - 1);
    provider.travelling.freeCrews++;
    const next = busiest(provider.sites);
    if (next !== undefined) callTravellingCrew(floor, next);
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
