import type { Fleet } from '../deployment/floor.ts';
import type { Racks } from '../deployment/racks.ts';
import type { SiteStage, SiteStages } from './siteStages.ts';

/** First start and last finish of a stage of a site, infinite where they are not within the horizon. */
export type SiteStageDays = Pick<SiteStages, 'start' | 'finish'>;

/**
 * The days of all stages: construction as it was signalled, racks as they stand in their table.
 *
 * @param stagesBySite where each site's construction was noted
 */
export function siteStageDays(
  fleet: Pick<Fleet, 'racks' | 'placed'>,
  stagesBySite: readonly SiteStages[],
): SiteStageDays {
  const racks = rackDays(fleet.racks, fleet.placed, stagesBySite.length);
  return {
    start: (site, stage) => racks(site, stage)?.start ?? stagesBySite[site]!.start(site, stage),
    finish: (site, stage) => racks(site, stage)?.finish ?? stagesBySite[site]!.finish(site, stage),
  };
}

/** Days of the two stages that are the racks' own; nothing for the others. */
function rackDays(racks: Racks, placed: readonly number[], sites: number) {
  const installed = new Float64Array(sites).fill(Number.POSITIVE_INFINITY);
  const first = installed.slice();
  const last = new Float64Array(sites).fill(Number.NEGATIVE_INFINITY);
  for (let place = 0; place < placed.length; place++) {
    const rack = placed[place]!;
    const inService = racks.inServiceAt[rack]!;
    if (Number.isNaN(inService)) continue;
    const site = racks.site[rack]!;
    installed[site] = Math.min(installed[site]!, racks.installStartAt[rack]!);
    first[site] = Math.min(first[site]!, inService);
    last[site] = Math.max(last[site]!, inService);
  }
  return (site: number, stage: SiteStage): { start: number; finish: number } | undefined => {
    if (stage !== 'racks' && stage !== 'in service') return undefined;
    const finish = last[site] === Number.NEGATIVE_INFINITY ? Number.POSITIVE_INFINITY : last[site]!;
    return { start: stage === 'racks' ? installed[site]! : first[site]!, finish };
  };
}
