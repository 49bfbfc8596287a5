import type { Column, Outcome } from '../../../src/experiment/model.ts';
import type { Deployment } from '../deployment/deployment.ts';
import type { Signal, Simulation } from '../../../src/kernel/index.ts';
import type { RolloutScenario } from '../scenario.ts';

/** The bars of a site's schedule, in the order in which they are drawn. */
export const SITE_STAGES = [
  'transformer',
  'substation',
  'building',
  'cooling',
  'network',
  'commissioning',
  'existing halls',
  'racks',
  'in service',
] as const;

export type SiteStage = (typeof SITE_STAGES)[number];

const STAGES_OF: Readonly<Record<RolloutScenario['sites'][number]['kind'], readonly SiteStage[]>> = {
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

/** First start and last finish of every stage of every site. */
export interface SiteStages {
  /** A part of a stage that begins now or began on `day`, and ends when the signal first fires. */
  part(site: number, stage: SiteStage, day: number, done: Signal): void;
  /** A part of a stage that is over. */
  over(site: number, stage: SiteStage, from: number, to: number): void;
  /** A part that may never end within the horizon. */
  expect(site: number, stage: SiteStage): void;
  start(site: number, stage: SiteStage): number;
  /** Infinite while a part of it is not over. */
  finish(site: number, stage: SiteStage): number;
}

/** Opens the schedule of one replication. */
export function openSiteStages(simulation: Simulation, sites: number): SiteStages {
  const cells = sites * SITE_STAGES.length;
  const starts = new Float64Array(cells).fill(Number.POSITIVE_INFINITY);
  const finishes = new Float64Array(cells).fill(Number.NEGATIVE_INFINITY);
  const open = new Int32Array(cells);
  const cell = (site: number, stage: SiteStage): number =>
    site * SITE_STAGES.length + SITE_STAGES.indexOf(stage);
  return {
    part: (site, stage, day, done) => {
      const at = cell(site, stage);
      open[at]!++;
      starts[at] = Math.min(starts[at]!, day);
      let isOver = false;
      // Power that falls and comes back fires again: the stage then ends later, but it is one part.
      done.subscribe(() => {
        if (!isOver) open[at]!--;
        isOver = true;
        finishes[at] = Math.max(finishes[at]!, simulation.now);
      });
    },
    over: (site, stage, from, to) => {
      const at = cell(site, stage);
      if (open[at]! > 0) open[at]!--;
      starts[at] = Math.min(starts[at]!, from);
      finishes[at] = Math.max(finishes[at]!, to);
    },
    expect: (site, stage) => {
      open[cell(site, stage)]!++;
    },
    start: (site, stage) => starts[cell(site, stage)]!,
    finish: (site, stage) => {
      const at = cell(site, stage);
      return open[at]! > 0 || finishes[at] === Number.NEGATIVE_INFINITY
        ? Number.POSITIVE_INFINITY
        : finishes[at]!;
    },
  };
}

/** Columns of the first start and the last finish of every stage of every site. */
export function siteStageColumns(scenario: RolloutScenario): Column[] {
  return scenario.sites.flatMap(({ name, kind }) =>
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

/** The days of `siteStageColumns`: construction as it was signalled, racks as they stand in their table. */
export function siteStageRecord(deployment: Deployment): Outcome {
  const { world, tally } = deployment;
  const racks = rackStages(deployment);
  const days: Record<string, number> = {};
  world.scenario.sites.forEach(({ name, kind }, site) => {
    for (const stage of STAGES_OF[kind]) {
      const [start, finish] = racks(site, stage) ?? [
        tally.stages.start(site, stage),
        tally.stages.finish(site, stage),
      ];
      days[siteStageColumn('start', name, stage)] = start;
      days[siteStageColumn('finish', name, stage)] = finish;
    }
  });
  return days;
}

/** First start and last finish of the two stages that are the racks' own; nothing for the others. */
function rackStages({ sites, placed, racks }: Deployment) {
  const installed = new Float64Array(sites.length).fill(Number.POSITIVE_INFINITY);
  const first = installed.slice();
  const last = new Float64Array(sites.length).fill(Number.NEGATIVE_INFINITY);
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

const EDGES = ['start', 'finish'] as const;

/** Name of the output with the day of an edge of a stage. */
export function siteStageColumn(edge: 'start' | 'finish', site: string, stage: SiteStage): string {
  return `${edge}:${site}:${stage}`;
}
