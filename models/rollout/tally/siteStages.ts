import type { Signal, Simulation } from '../../../src/kernel/index.ts';

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
