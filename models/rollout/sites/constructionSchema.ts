import { z } from 'zod';
import { count, ratio, stage, uncertain, type StageBlock } from '../../../src/scenario/index.ts';
import { buildingKinds, buildingStages, regions, weather } from '../building/schema.ts';
import { coolingStages } from '../cooling/schema.ts';
import { networkStages } from '../network/schema.ts';
import {
  cancellation,
  connectionPlans,
  equipmentPlan,
  switchOff,
  temporaryPower,
  transformerPools,
} from '../power/schema.ts';
import { commissioningStages } from '../readiness/schema.ts';
import { orderShift } from './orderShiftSchema.ts';
import { seasons } from './seasonSchema.ts';

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
  /** Chance of a failed factory test or of damage on the way. */
  failureProbability: uncertain('ratio', { max: 1 }).optional(),
});

export const transformerPlan = z.strictObject({
  regimes: z.strictObject({ open: regime, reserved: regime, held: regime }),
  /** How late a late delivery is. */
  late: uncertain('duration'),
  /** What a failed factory test or damage on the way costs. */
  failure: uncertain('duration').optional(),
  pools: transformerPools.optional(),
  cancellation: cancellation.optional(),
});

/** How long construction takes where a site or hall does not say otherwise. */
export const constructionSchema = z.strictObject({
  substation: substationStages,
  transformer: transformerPlan,
  networkUpgrade: activity(),
  orderShift: orderShift.optional(),
  building: buildingStages,
  cooling: coolingStages,
  network: networkStages,
  commissioning: commissioningStages,
  /** L4/L5 teams of the provider. */
  commissioningTeams: count('team', { min: 1 }),
  /** Utilities and how each connects a load. */
  connections: connectionPlans.optional(),
  equipment: equipmentPlan.optional(),
  /** Highest commissioning step on temporary power; L3 by default. */
  temporaryPower: temporaryPower.optional(),
  /** Which racks go dark when power falls short; the newest by default. */
  switchOff: switchOff.optional(),
  buildingKinds: buildingKinds.optional(),
  weather: weather.optional(),
  /** Days on which building sites rest. */
  holidays: seasons.optional(),
  regions: regions.optional(),
  /** Peak facility over IT power that the product's facility power assumes; 1.3 by default. */
  referencePue: ratio({ min: 1 }).optional(),
});
