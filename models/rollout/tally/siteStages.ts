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
export function siteStageRecord({ world, sites, placed, racks, tally }: Deployment): Outcome {
  for (const rack of placed) {
    const site = racks.site[rack]!;
    const installed = racks.installStartAt[rack]!;
    const inService = racks.inServiceAt[rack]!;
    if (Number.isNaN(inService)) continue;
    tally.stages.over(site, 'racks', installed, inService);
    tally.stages.over(site, 'in service', inService, inService);
  }
  const days: Record<string, number> = {};
  world.scenario.sites.forEach(({ name, kind }, index) => {
    for (const stage of STAGES_OF[kind]) {
      days[siteStageColumn('start', name, stage)] = tally.stages.start(sites[index]!.index, stage);
      days[siteStageColumn('finish', name, stage)] = tally.stages.finish(sites[index]!.index, stage);
    }
  });
  return days;
}

const EDGES = ['start', 'finish'] as const;

/** Name of the output with the day of an edge of a stage. */
export function siteStageColumn(edge: 'start' | 'finish', site: string, stage: SiteStage): string {
  return `${edge}:${site}:${stage}`;
}
