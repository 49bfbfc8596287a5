import { z } from 'zod';
import { date, nameText, ratio, uncertain } from '../../src/scenario/index.ts';
import { policiesSchema, providerSchema } from './capacity/schema.ts';
import { chipsSchema } from './chips/schema.ts';
import { contractSchema } from './contract/schema.ts';
import { deploymentSchema } from './deployment/schema.ts';
import { disruptionSchema } from './disruption/schema.ts';
import {
  furtherProduct,
  furtherProvider,
  furtherTenant,
  milestonesSchema,
  rackSchema,
  targetSchema,
} from './market/schema.ts';
import { constructionSchema } from './sites/constructionSchema.ts';
import { siteSchema } from './sites/schema.ts';
import { holidays, seasons } from './sites/seasonSchema.ts';

const MOST_DAYS = 36_525;

/** What a scenario says, key by key; what has to hold across keys is in `scenarioSchema.ts`. */
export const scenarioShape = z.strictObject({
  name: nameText({ most: 80 }),
  title: nameText({ most: 200 }),
  start: date(),
  horizon: date(),
  asOf: date(),
  target: targetSchema,
  milestones: milestonesSchema,
  /** Name of the tenant whose contract this is, beside others. */
  tenant: nameText().optional(),
  contract: contractSchema,
  product: rackSchema.extend({
    /** IT power of one rack, for halls that limit it; the facility power over the reference PUE by default. */
    rackPower: uncertain('kW/rack', { min: 0.1, max: 100_000 }).optional(),
  }),
  chips: chipsSchema,
  /** Shocks that hit everyone at once; absent: none. */
  disruptions: z.array(disruptionSchema).max(50).optional(),
  provider: providerSchema,
  construction: constructionSchema,
  deployment: deploymentSchema,
  policies: policiesSchema,
  correlations: z.strictObject({
    campusTrades: ratio({ max: 1 }),
    vendorClass: ratio({ max: 1 }),
    acrossRegions: ratio({ max: 1 }),
    /** Rank correlations between uncertain inputs, by name. */
    inputs: z
      .array(z.strictObject({ between: z.array(z.string()).length(2), rank: z.number().min(-1).max(1) }))
      .max(100),
  }),
  calendars: z.strictObject({
    /** Whether energizing waits for an outage window. */
    outages: z.enum(['in-windows', 'any-day']),
    outageWindows: seasons,
    /** Single days on which an outage is possible, counted from the start. */
    outageDays: z.array(z.number().int().min(-MOST_DAYS).max(MOST_DAYS)).max(1000),
    networkFreeze: seasons,
    halfCrews: seasons,
    makerHolidays: holidays,
  }),
  sites: z.array(siteSchema).min(1).max(1000),
  /** Products, providers and tenants beside those above. */
  products: z.array(furtherProduct).max(20).optional(),
  providers: z.array(furtherProvider).max(20).optional(),
  tenants: z.array(furtherTenant).max(50).optional(),
});

export type RolloutScenario = z.output<typeof scenarioShape>;
export type { DedicatedSite, Hall, ReadySite, ReassignedSite, RetrofitSite, Site } from './sites/schema.ts';
