import { z } from 'zod';
import { count, ratio, stage, uncertain, type StageBlock } from '../../../src/scenario/index.ts';

const activity = (): StageBlock => stage(uncertain('duration'));

/** Substation stages, each one's own duration. */
export const substationStages = z.strictObject({
  concept: activity(),
  design: activity(),
  permits: activity(),
  civil: activity(),
  steel: activity(),
  /** Placing, oil and site tests of one unit, by the one crew. */
  dressOut: activity(),
  checkout: activity(),
});

const regime = z.strictObject({
  leadTime: uncertain('duration'),
  lateProbability: uncertain('ratio', { max: 1 }),
});

export const transformerPlan = z.strictObject({
  regimes: z.strictObject({ open: regime, reserved: regime, held: regime }),
  /** How late a late delivery is. */
  late: uncertain('duration'),
});

export const buildingStages = z.strictObject({
  sitePreparation: activity(),
  shell: activity(),
  fitOut: activity(),
  /** Part of the shell that fit-out overlaps. */
  overlap: ratio(),
});

export const coolingStages = z.strictObject({
  heatRejectionLeadTime: activity(),
  coolantDistributionLeadTime: activity(),
  installation: activity(),
});

export const networkStages = z.strictObject({
  switchLeadTime: activity(),
  opticsLeadTime: activity(),
  installation: activity(),
});

export const commissioningStages = z.strictObject({
  l3: activity(),
  flush: activity(),
  l4l5: activity(),
  reworkProbability: uncertain('ratio', { max: 1 }),
  rework: uncertain('duration'),
});

/** How long construction takes where a site or hall does not say otherwise. */
export const constructionSchema = z.strictObject({
  substation: substationStages,
  transformer: transformerPlan,
  networkUpgrade: activity(),
  building: buildingStages,
  cooling: coolingStages,
  network: networkStages,
  commissioning: commissioningStages,
  /** L4/L5 teams of the provider. */
  commissioningTeams: count('team'),
});
