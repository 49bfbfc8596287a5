import type { Column } from '../../../src/experiment/model.ts';
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

/** Names of the two columns of a stage of a site. */
export interface SiteStageNames {
  readonly stage: SiteStage;
  readonly start: string;
  readonly finish: string;
}

/** The names of the columns that `siteStageColumns` declares, site by site. */
export function siteStageNames({ sites }: { readonly sites: readonly Site[] }): SiteStageNames[][] {
  return sites.map(({ name, kind }) =>
    STAGES_OF[kind].map((stage) => ({
      stage,
      start: siteStageColumn('start', name, stage),
      finish: siteStageColumn('finish', name, stage),
    })),
  );
}

/** Name of the output with the day of an edge of a stage. */
export function siteStageColumn(edge: 'start' | 'finish', site: string, stage: SiteStage): string {
  return `${edge}:${site}:${stage}`;
}
