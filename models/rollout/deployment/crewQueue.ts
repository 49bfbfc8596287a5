import type { Floor } from './floor.ts';
import type { SiteState } from './site.ts';

/** Racks placed at a site and not yet installed. */
export function racksToInstall({ clock, fleet }: Floor, { toInstall, underWay }: SiteState): number {
  const { placed, racks, jobs } = fleet;
  const { now } = clock.simulation;
  let left = toInstall;
  for (const job of underWay) {
    const { first, count } = jobs[job]!;
    for (let i = first; i < first + count && racks.installedAt[placed[i]!]! <= now; i++) left--;
  }
  return left;
}

/** Days of work ahead of the crews of a site, with so many more of them. */
export function crewDays(floor: Floor, site: SiteState, more = 0): number {
  return (racksToInstall(floor, site) * site.installDays) / Math.max(1, site.crew.capacity + more);
}
