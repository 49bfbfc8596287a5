import type { Outcome } from '../../../src/experiment/model.ts';
import type { Fleet } from '../deployment/floor.ts';
import type { SiteStageNames } from './siteStageColumns.ts';
import type { SiteStage, SiteStages } from './siteStages.ts';

/**
 * The days of `siteStageColumns`: construction as it was signalled, racks as they stand in their table.
 *
 * @param sites names of the columns, site by site
 * @param days the outcome to which the columns are added
 */
export function siteStageRecord(
  sites: readonly (readonly SiteStageNames[])[],
  fleet: Pick<Fleet, 'racks' | 'placed'>,
  stagesOf: (site: number) => SiteStages,
  days: Record<string, Outcome[string]> = {},
): Outcome {
  const racks = rackStages(fleet, sites.length);
  sites.forEach((stages, site) => {
    const construction = stagesOf(site);
    for (const { stage, start, finish } of stages) {
      const ofRacks = racks(site, stage);
      days[start] = ofRacks?.[0] ?? construction.start(site, stage);
      days[finish] = ofRacks?.[1] ?? construction.finish(site, stage);
    }
  });
  return days;
}

/** First start and last finish of the two stages that are the racks' own; nothing for the others. */
function rackStages({ placed, racks }: Pick<Fleet, 'racks' | 'placed'>, sites: number) {
  const installed = new Float64Array(sites).fill(Number.POSITIVE_INFINITY);
  const first = installed.slice();
  const last = new Float64Array(sites).fill(Number.NEGATIVE_INFINITY);
  for (const rack of placed) {
    const inService = racks.inServiceAt[rack]!;
    if (Number.isNaN(inService)) continue;
    const site = racks.site[rack]!;
    installed[site] = Math.min(installed[site]!, racks.installStartAt[rack]!);
    first[site] = Math.min(first[site]!, inService);
    last[site] = Math.max(last[site]!, inService);
  }
  return (site: number, stage: SiteStage): [start: number, finish: number] | undefined => {
    if (stage !== 'racks' && stage !== 'in service') return undefined;
    const finish = last[site] === Number.NEGATIVE_INFINITY ? Number.POSITIVE_INFINITY : last[site]!;
    return [stage === 'racks' ? installed[site]! : first[site]!, finish];
  };
}
