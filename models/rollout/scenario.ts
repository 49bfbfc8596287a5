import { z } from 'zod';
import { count, date, quantity, ratio, uncertain } from '../../src/scenario/index.ts';
import { policiesSchema, providerSchema } from './capacity/schema.ts';
import { chipsSchema } from './chips/schema.ts';
import { contractSchema } from './contract/schema.ts';
import { deploymentSchema } from './deployment/schema.ts';
import { disruptionSchema } from './disruption/schema.ts';
import { checkScenario } from './scenarioChecks.ts';
import { constructionSchema } from './sites/constructionSchema.ts';
import { siteSchema } from './sites/schema.ts';
import { season } from './sites/seasonSchema.ts';

/** The rollout scenario language: what an analyst writes, with units; durations come out in days, powers in MW. */
export const scenarioSchema = z
  .strictObject({
    name: z.string().min(1).max(80),
    title: z.string().max(200),
    start: date(),
    horizon: date(),
    asOf: date(),
    target: z.strictObject({ fraction: ratio(), by: date() }),
    milestones: z.strictObject({ gpus: z.array(quantity('gpu')), fractions: z.array(ratio()) }),
    contract: contractSchema,
    product: z.strictObject({
      name: z.string(),
      gpusPerRack: count('gpu'),
      /** Facility power of one GPU: server, its share of the network, cooling and losses. */
      facilityPower: uncertain('kW/gpu', { min: 0.1 }),
      /** IT power of one rack, for halls that limit it; the facility power over the reference PUE by default. */
      rackPower: uncertain('kW/rack').optional(),
    }),
    chips: chipsSchema,
    /** Shocks that hit everyone at once; absent: none. */
    disruptions: z.array(disruptionSchema).max(50).optional(),
    provider: providerSchema,
    construction: constructionSchema,
    deployment: deploymentSchema,
    policies: policiesSchema,
    correlations: z.strictObject({
      campusTrades: ratio(),
      vendorClass: ratio(),
      acrossRegions: ratio(),
      /** Rank correlations between uncertain inputs, by name. */
      inputs: z.array(
        z.strictObject({ between: z.array(z.string()).length(2), rank: z.number().min(-1).max(1) }),
      ),
    }),
    calendars: z.strictObject({
      /** Whether energizing waits for an outage window. */
      outages: z.enum(['in-windows', 'any-day']),
      outageWindows: z.array(season),
      /** Single days on which an outage is possible, counted from the start. */
      outageDays: z.array(z.number().int()),
      networkFreeze: z.array(season),
      halfCrews: z.array(season),
      makerHolidays: z.array(z.strictObject({ from: date(), to: date() })),
    }),
    sites: z.array(siteSchema).min(1).max(1000),
  })
  .superRefine(checkScenario);

export type RolloutScenario = z.output<typeof scenarioSchema>;
export type { DedicatedSite, Hall, ReadySite, ReassignedSite, RetrofitSite, Site } from './sites/schema.ts';
