import { z } from 'zod';
import { count, differing, ratio, stage, uncertain, type StageBlock } from '../../../src/scenario/index.ts';
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
import { procurementTerms, stockPlan } from '../procurement/schema.ts';
import { commissioningStages } from '../readiness/schema.ts';
import { orderShift } from './orderShiftSchema.ts';
import { seasons } from './seasonSchema.ts';

const activity = (): StageBlock => stage(uncertain('duration'));

/** Substation stages, each one's own duration. */
export const substationStages = z.strictObject({
  concept: activity().meta({
    description: 'Concept of the substation; equipment may be ordered at its end.',
    examples: ['catalog:power.substation-concept'],
  }),
  design: activity().meta({
    description: 'Detailed design.',
    examples: ['catalog:power.substation-design'],
  }),
  permits: activity().meta({
    description: 'Permits of the substation, beside the design.',
    examples: ['catalog:power.substation-permits'],
  }),
  civil: activity().meta({
    description: 'Civil works, after design, permits and the agreement.',
    examples: ['catalog:power.substation-civil'],
  }),
  steel: activity().meta({
    description: 'Steel and bus, after the civil works.',
    examples: ['catalog:power.substation-steel'],
  }),
  dressOut: activity().meta({
    description: 'Placing, oil and site tests of one transformer, by the one crew.',
    examples: ['catalog:power.transformer-dress-out'],
  }),
  checkout: activity().meta({
    description: 'Checkout each time a further unit raises firm power.',
    examples: ['catalog:power.substation-checkout'],
  }),
});

const usual = 'that of `construction.substation`';

/** What a site states of its substation for itself. */
export const ownSubstation = differing(substationStages, usual).optional().meta({
  description: 'Stages of the substation where they differ.',
  absent: usual,
});

const regime = z.strictObject({
  leadTime: uncertain('duration').meta({
    description: 'Order to delivery of one unit.',
    examples: ['catalog:power.transformer-lead-time-2026'],
  }),
  lateProbability: uncertain('ratio', { max: 1 }).meta({
    description: 'Chance that a unit comes late.',
    examples: ['catalog:power.late-delivery-probability'],
  }),
  failureProbability: uncertain('ratio', { max: 1 })
    .optional()
    .meta({
      description: 'Chance of a failed factory test or of damage on the way.',
      default: '0 %',
      examples: ['catalog:power.transformer-factory-failure-probability'],
    }),
});

export const transformerPlan = z.strictObject({
  regimes: z
    .strictObject({
      open: regime.describe('Bought on the open market.'),
      reserved: regime.describe('Built in a slot that is reserved.'),
      held: regime.describe('Held in store.'),
    })
    .describe('Delivery, by the regime under which a site buys.'),
  late: uncertain('duration').meta({
    description: 'How late a late delivery is.',
    examples: ['catalog:power.late-delivery-slip'],
  }),
  failure: uncertain('duration')
    .optional()
    .meta({
      description: 'What a failed factory test or damage on the way costs.',
      default: '0 days',
      examples: ['catalog:power.transformer-factory-failure-delay'],
    }),
  pools: transformerPools.optional().meta({
    description:
      'Slots or units that an owner has secured and that its sites share, first come by the date of the order.',
    absent: 'every order under a regime finds what it needs',
  }),
  cancellation: cancellation.optional().meta({
    description: 'What cancelling one order costs when the site is given up.',
    default: '$0',
    examples: ['$500k'],
  }),
});

/** How long construction takes where a site or hall does not say otherwise. */
export const constructionSchema = z.strictObject({
  substation: substationStages.describe('Stages of a substation.'),
  transformer: transformerPlan.describe('Delivery of transformers.'),
  networkUpgrade: activity().meta({
    description: 'Upgrade of the transmission network where a site needs one, beside the substation.',
    examples: ['catalog:power.network-upgrade-terminal'],
  }),
  orderShift: orderShift.optional().meta({
    description: 'How much later than usual each long-lead item is ordered, at every site.',
    absent: 'as usual',
  }),
  building: buildingStages.describe('What it takes to put up a hall.'),
  cooling: coolingStages.describe('What it takes to cool a hall.'),
  network: networkStages.describe('What it takes to connect a hall.'),
  commissioning: commissioningStages.describe(
    'What it takes to commission a hall; L1 is the factory test of the plant.',
  ),
  commissioningTeams: count('team', { min: 1 }).meta({
    description: 'Teams of the provider for L4 and L5.',
    examples: ['4 team'],
  }),
  connections: connectionPlans.optional().meta({
    description: 'Utilities, and how each takes a load on.',
    absent: 'none: substations alone bring power',
  }),
  equipment: equipmentPlan.optional().meta({
    description: 'Long-lead equipment beside the transformers that must be on site before checkout.',
    absent: 'none is waited for',
  }),
  procurement: procurementTerms.optional().meta({
    description: 'How long-lead goods other than substation equipment are bought.',
    absent: 'on the open market',
  }),
  stock: stockPlan.optional().meta({
    description:
      "Slots and goods in store beside the transformers' pools, each provider's own, which its sites share.",
    absent: 'every order under a regime finds what it needs',
  }),
  temporaryPower: temporaryPower.optional().meta({
    description: 'Highest step that bridging power may carry; racks run on it only with `service`.',
    default: 'L3',
  }),
  switchOff: switchOff.optional().meta({
    description: 'Which racks go dark when power falls short.',
    default: 'newest-first',
  }),
  buildingKinds: buildingKinds.optional().meta({
    description: 'Stages of the kinds of hall that are no new build.',
    absent: 'every hall is a new build',
  }),
  weather: weather.optional().meta({
    description: 'Weather that stops work in the open.',
    absent: 'none',
  }),
  holidays: seasons.optional().meta({
    description: 'Days on which building sites rest.',
    absent: 'none',
    examples: [[{ from: '12-24', to: '01-01' }]],
  }),
  regions: regions.optional().meta({
    description: 'Regions whose labour sites share.',
    absent: 'none',
  }),
  referencePue: ratio({ min: 1 })
    .optional()
    .meta({
      description: "Peak facility over IT power that the product's facility power assumes.",
      default: 1.3,
      examples: ['1.3'],
    }),
});
