import type { Column } from '../../../src/experiment/model.ts';
import type { Site } from '../scenario.ts';
import type { SiteStage } from './siteStages.ts';

/** The stages that a site of each kind goes through. */
export const STAGES_OF: Readonly<Record<Site['kind'], readonly SiteStage[]>> = {
  reassigned: ['existing halls', 'in service'],
  ready: ['existing halls', 'racks', 'in service'],
  retrofit: ['existing halls', 'racks', 'in service'],
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

/** Columns of the first start and the last finish of every stage of every site. */
export function siteStageColumns({ sites }: { readonly sites: readonly Site[] }): Column[] {
  return sites.flatMap(({ name, kind }) =>
    STAGES_OF[kind].flatMap((stage) =>
      EDGES.map((edge): Column => ({
        name: siteStageColumn(edge, name, stage),
        unit: 'day',
        kind: 'scalar',
        description: `${edge === 'start' ? 'first start' : 'last finish'} of ${stage} at ${name}; infinite when not within the horizon`,
        table: 'stages',
        key: { site: name, stage, edge },
      })),
    ),
  );
}

const EDGES = ['start', 'finish'] as const;

/** Name of the output with the day of an edge of a stage. */
export function siteStageColumn(edge: 'start' | 'finish', site: string, stage: SiteStage): string {
  return `${edge}:${site}:${stage}`;
}
