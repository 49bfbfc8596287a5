import { z } from 'zod';
import { count, ratio, uncertain } from '../../../src/scenario/index.ts';

/** Substation stages, each one's own duration. */
export const substationStages = z.strictObject({
  concept: uncertain('duration'),
  design: uncertain('duration'),
  permits: uncertain('duration'),
  civil: uncertain('duration'),
  steel: uncertain('duration'),
  /** Placing, oil and site tests of one unit, by the one crew. */
  dressOut: uncertain('duration'),
  checkout: uncertain('duration'),
});

const regime = z.strictObject({
  leadTime: uncertain('duration'),
  lateProbability: ratio(),
});

export const transformerPlan = z.strictObject({
  regimes: z.strictObject({ open: regime, reserved: regime, held: regime }),
  /** How late a late delivery is. */
  late: uncertain('duration'),
});

export const buildingStages = z.strictObject({
  sitePreparation: uncertain('duration'),
  shell: uncertain('duration'),
  fitOut: uncertain('duration'),
  /** Part of the shell that fit-out overlaps. */
  overlap: ratio(),
});

export const coolingStages = z.strictObject({
  heatRejectionLeadTime: uncertain('duration'),
  coolantDistributionLeadTime: uncertain('duration'),
  installation: uncertain('duration'),
});

export const networkStages = z.strictObject({
  switchLeadTime: uncertain('duration'),
  opticsLeadTime: uncertain('duration'),
  installation: uncertain('duration'),
});

export const commissioningStages = z.strictObject({
  l3: uncertain('duration'),
  flush: uncertain('duration'),
  l4l5: uncertain('duration'),
  reworkProbability: ratio(),
  rework: uncertain('duration'),
});

/** How long construction takes where a site or hall does not say otherwise. */
export const constructionSchema = z.strictObject({
  substation: substationStages,
  transformer: transformerPlan,
  networkUpgrade: uncertain('duration'),
  building: buildingStages,
  cooling: coolingStages,
  network: networkStages,
  commissioning: commissioningStages,
  /** L4/L5 teams of the provider. */
  commissioningTeams: count('team'),
});
