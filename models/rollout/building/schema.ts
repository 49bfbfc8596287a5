import { z } from 'zod';
import { count, nameText, ratio, stage, uncertain } from '../../../src/scenario/index.ts';
import { seasons } from '../sites/seasonSchema.ts';

const activity = () => stage(uncertain('duration'));

/** What it takes to put up a hall. */
export const buildingStages = z.strictObject({
  sitePreparation: activity(),
  shell: activity(),
  fitOut: activity(),
  /** Part of the shell that fit-out overlaps. */
  overlap: ratio({ max: 1 }),
  /** Permit to build, sought from land clearing on; the shell waits for it. */
  permits: activity().optional(),
  /** What factory-made parts save of fit-out, at most half of it. */
  prefabricationSaving: uncertain('duration').optional(),
  /** Crews of the campus's trades that the fit-out of a hall takes. */
  fitOutCrews: count('crew', { min: 1 }).optional(),
});

/** Kinds of hall; a new build has the usual stages. */
export const hallKind = z.enum(['new-build', 'conversion', 'tent']);

/** Stages of the kinds that are no new build: what stands in for the shell, and the rest that differs. */
export const buildingKinds = z.strictObject({
  conversion: buildingStages.partial().optional(),
  tent: buildingStages.partial().optional(),
});

/** Weather that stops work in the open. */
export const weather = z.strictObject({
  rate: uncertain('event/site/year', { max: 366 }),
  loss: uncertain('duration'),
  /** Parts of the year in which it happens; any day by default. */
  seasons: seasons.optional(),
});

/** Labour that the sites of a region share. */
export const regions = z.array(
  z.strictObject({
    name: nameText(),
    /** L4/L5 teams; those of the provider by default. */
    commissioningTeams: count('team', { min: 1 }).optional(),
    /** L2/L3 teams; as many as it takes by default. */
    earlyTeams: count('team', { min: 1 }).optional(),
    /** Trade crews for fit-out; as many as it takes by default. */
    trades: count('crew', { min: 1 }).optional(),
  }),
);

export type HallKind = z.output<typeof hallKind>;
