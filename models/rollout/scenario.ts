import { z } from 'zod';
import { date, nameReference, nameText, ratio, uncertain } from '../../src/scenario/index.ts';
import { policiesSchema, providerSchema } from './capacity/schema.ts';
import { chipsSchema } from './chips/schema.ts';
import { contractSchema } from './contract/schema.ts';
import { deploymentSchema } from './deployment/schema.ts';
import { disruptionSchema } from './disruption/schema.ts';
import { gravitySchema } from './gravity/schema.ts';
import { dealSchema, reactionSchema } from './market/dealSchema.ts';
import {
  furtherProduct,
  furtherProvider,
  furtherTenant,
  milestonesSchema,
  rackSchema,
  spread,
  targetSchema,
} from './market/schema.ts';
import { observedSchema } from './observed/schema.ts';
import { constructionSchema } from './sites/constructionSchema.ts';
import { siteSchema, type Site } from './sites/schema.ts';
import { holidays, seasons } from './sites/seasonSchema.ts';

const MOST_DAYS = 36_525;

/** What a scenario says, key by key; what has to hold across keys is in `scenarioSchema.ts`. */
export const scenarioShape = z.strictObject({
  name: nameText({ most: 80 }).meta({
    description: 'Name of the scenario; the results folder is called after it.',
    examples: ['north-campus'],
  }),
  title: nameText({ most: 200 }).meta({
    description: 'Headline of the report.',
    examples: ['North campus, 300 MW'],
  }),
  start: date().meta({
    description: 'Day 0 of the run; a date means the end of that day.',
    examples: ['2026-11-23'],
  }),
  horizon: date().meta({
    description:
      'Last day of the run, at most 50 years after the start; what is not reached by then is later than it.',
    examples: ['2031-12-31'],
  }),
  asOf: date().meta({
    description: 'Day up to which things are known; stages may have started or finished by it.',
    examples: ['2026-11-23'],
  }),
  observed: observedSchema.optional().meta({
    description:
      'Totals that somebody saw of the rollout by `asOf`, each with its source and tolerance: replications count by how well they agree with all of them.',
    absent: 'all replications count alike',
  }),
  target: targetSchema.describe('What was promised: the headline asks for its probability.'),
  milestones: milestonesSchema.describe('Totals whose dates the report gives beside the target.'),
  tenant: nameText()
    .optional()
    .meta({
      description: 'Name of the tenant whose contract this is, where there are others.',
      absent: 'it has no name',
      examples: ['first tenant'],
    }),
  contract: contractSchema.describe('The deal: how much is bought, at what price, for how long.'),
  product: rackSchema
    .extend({
      rackPower: uncertain('kW/rack', { min: 0.1, max: 100_000 })
        .optional()
        .meta({
          description: 'IT power of one rack, for halls that limit it.',
          absent: 'the facility power of its GPUs over the reference PUE',
          examples: ['120 / 132 / 140 kW/rack'],
        }),
    })
    .describe('What is installed, rack by rack.'),
  chips: chipsSchema.describe("The vendor's output and how it comes down to the tenant's racks."),
  disruptions: z.array(disruptionSchema).max(50).optional().meta({
    description: 'Shocks that hit everyone at once.',
    absent: 'none',
  }),
  provider: providerSchema.describe('Who builds, and lends halls.'),
  construction: constructionSchema.describe(
    'How long construction takes where a site or hall does not say otherwise; the pace of the provider multiplies it.',
  ),
  deployment: deploymentSchema.describe('How racks come from the dock into service.'),
  policies: policiesSchema.describe('The choices of those who run the rollout.'),
  correlations: z
    .strictObject({
      campusTrades: ratio({ max: 1 }).meta({
        description: 'Correlation of the stages that the trades of one campus work on.',
        examples: ['0.6'],
      }),
      vendorClass: ratio({ max: 1 }).meta({
        description: 'Correlation of deliveries within one class of equipment.',
        examples: ['0.5'],
      }),
      acrossRegions: ratio({ max: 1 }).meta({
        description: 'Correlation of trades between campuses; at most that of one campus.',
        examples: ['0.15'],
      }),
      inputs: z
        .array(
          z.strictObject({
            between: z
              .array(nameReference())
              .length(2)
              .meta({
                description: 'Names of two uncertain inputs, as `inputs.csv` lists them.',
                examples: [['providerShare', 'tenantCap']],
              }),
            rank: z
              .number()
              .min(-1)
              .max(1)
              .meta({ description: 'Their rank correlation.', examples: [-0.3] }),
          }),
        )
        .max(100)
        .describe('Rank correlations between uncertain inputs; those not listed are independent.'),
    })
    .describe('What moves together.'),
  calendars: z
    .strictObject({
      outages: z
        .enum(['in-windows', 'any-day'])
        .describe('Whether a site is energized in an outage window only, or on any day.'),
      outageWindows: seasons.meta({
        description: 'Parts of the year in which sites may be energized.',
        examples: [[{ from: '03-01', to: '05-31' }]],
      }),
      outageDays: z
        .array(z.number().int().min(-MOST_DAYS).max(MOST_DAYS))
        .max(1000)
        .meta({
          description: 'Single days on which sites may be energized, counted from the start.',
          examples: [[165, 195]],
        }),
      networkFreeze: seasons.meta({
        description: 'Parts of the year in which no change is made to the network: no pod is brought up.',
        examples: [[{ from: '11-20', to: '01-02' }]],
      }),
      halfCrews: seasons.meta({
        description: 'Parts of the year in which installing takes twice as long.',
        examples: [[{ from: '12-22', to: '01-02' }]],
      }),
      makerHolidays: holidays.meta({
        description: 'Days on which the makers of racks finish none.',
        examples: [[{ from: '2026-02-14', to: '2026-02-27' }]],
      }),
    })
    .describe('Days on which something is or is not done.'),
  sites: z
    .array(siteSchema)
    .max(1000)
    .describe(
      'Where racks may stand: existing halls and campuses that are built, in the order of placement; none where every provider has a `flow`.',
    ),
  products: z.array(furtherProduct).max(20).optional().meta({
    description: 'Products beside `product`.',
    absent: 'none',
  }),
  gravity: gravitySchema.optional().meta({
    description: 'What it would take the first tenant to leave, and what other places offer.',
    absent: 'no lock-in curve is drawn',
  }),
  providers: z.array(furtherProvider).max(20).optional().meta({
    description: 'Providers beside `provider`.',
    absent: 'none',
  }),
  tenants: z.array(furtherTenant).max(50).optional().meta({
    description: 'Tenants beside the one whose contract is `contract`.',
    absent: 'none',
  }),
  ...spread,
  deals: z.array(dealSchema).max(100).optional().meta({
    description: 'Deals by name, beyond what the contracts say and the shares of the queue know of.',
    absent: 'none',
  }),
  reaction: reactionSchema.optional().meta({
    description: 'How a deal brings about those of rivals.',
    absent: 'each deal comes by itself',
  }),
});

/** A scenario as it is simulated: the flows of providers are sites of theirs (`withFlowSites`). */
export type RolloutScenario = Omit<z.output<typeof scenarioShape>, 'sites'> & { readonly sites: Site[] };
export type { DedicatedSite, Hall, ReadySite, ReassignedSite, RetrofitSite, Site } from './sites/schema.ts';
