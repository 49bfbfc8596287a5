import { scalar, type RolloutOutput } from '../output.ts';
import type { Site } from '../scenario.ts';
import type { SiteStage } from './siteStages.ts';

/** The stages that a site of each kind goes through. */
const STAGES_OF: Readonly<Record<Site['kind'], readonly SiteStage[]>> = {
  reassigned: ['existing halls', 'in service'],
  ready: ['existing halls', 'racks', 'in service'],
  retrofit: ['existing halls', 'racks', 'in service'],
  flow: ['existing halls', 'racks', 'in service'],
  dedicated: [
    'transformer',
    'substation',
    'building',
    'cooling',
    'network',
    'commissioning',
    'racks',
    'in service',
  ],
};

const EDGES = ['start', 'finish'] as const;

/** First start and last finish of every stage of every site. */
export function siteStageOutputs({ sites }: { readonly sites: readonly Site[] }): RolloutOutput[] {
  return sites.flatMap(({ name, kind }, site) =>
    STAGES_OF[kind].flatMap((stage) =>
      EDGES.map((edge) =>
        scalar(
          {
            name: siteStageColumn(edge, name, stage),
            unit: 'day',
            role: 'stage',
            key: { site: name, stage, edge },
            description: `${edge === 'start' ? 'first start' : 'last finish'} of {stage} at {site}`,
            infiniteWhen: 'not within the horizon',
          },
          ({ stageDays }) => stageDays[edge](site, stage),
        ),
      ),
    ),
  );
}

/** Name of the output with the day of an edge of a stage. */
export function siteStageColumn(edge: 'start' | 'finish', site: string, stage: SiteStage): string {
  return `${edge}:${site}:${stage}`;
}
