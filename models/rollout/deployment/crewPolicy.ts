import { crewDays } from './crewQueue.ts';
import type { Floor } from './floor.ts';
import type { SiteState } from './site.ts';

/**
 * Asks for crews at a campus whose own have more work ahead than the policy allows: as many as bring it down, counting
 * those that were asked for, up to the most of a campus and to a waiting job for each. An added crew is new; a moved
 * one leaves a campus of the same provider that has no work for it, and keeps one crew at least.
 */
export function askForCrews(floor: Floor, site: SiteState): void {
  const { clock, plan, steps } = floor;
  const policy = plan.crewPolicy;
  if (policy === undefined) return;
  // A crew without a job that waits for it would be idle, and called away again at once.
  while (crewDays(floor, site, site.crewsAsked) > policy.queue && site.crew.queueLength > site.crewsAsked) {
    if (site.crew.capacity + site.crewsAsked >= policy.perSite) return;
    if (policy.kind === 'move' && !leaveIdleCampus(floor, site)) return;
    site.crewsAsked++;
    clock.simulation.schedule(
      site.crewLag.draw(policy.lag, site.crewAsks++),
      steps.callbacks.crewJoined,
      site.index,
      steps.labels.crewJoins,
      site.entity,
    );
  }
}

/** A crew is free: where crews are moved, it may be asked for elsewhere. */
export function offerCrews(floor: Floor, { provider, crew }: SiteState): void {
  if (floor.plan.crewPolicy?.kind !== 'move' || crew.available === 0) return;
  for (const site of floor.providers[provider]!.sites) askForCrews(floor, site);
}

/** A crew that was asked for begins, and stays. */
export function onCrewJoined(floor: Floor, index: number): void {
  const site = floor.sites[index]!;
  site.crewsAsked--;
  site.crew.setCapacity(site.crew.capacity + 1);
  offerCrews(floor, site);
}

/** Takes a crew from the campus that has most of them idle; false where none can be spared. */
function leaveIdleCampus({ providers }: Floor, { provider, index }: SiteState): boolean {
  let donor: SiteState | undefined;
  for (const site of providers[provider]!.sites) {
    const isSpare = site.index !== index && site.crew.capacity - site.crewsVisiting > 1;
    if (isSpare && site.crew.available > (donor?.crew.available ?? 0)) donor = site;
  }
  if (donor === undefined) return false;
  donor.crew.setCapacity(donor.crew.capacity - 1);
  return true;
}
