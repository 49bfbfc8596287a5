import { z } from 'zod';
import { differing, power, quantity, ratio, stage, uncertain } from '../../../src/scenario/index.ts';

const activity = () => stage(uncertain('duration'));

/** A kind of cooling plant and what it does to the power bill of a hall. */
const plant = z.strictObject({
  kind: z
    .enum(['air-cooled-chillers', 'dry-coolers', 'evaporative-towers'])
    .describe('Kind of plant; evaporative towers need a `waterPermit`, the others have none.'),
  peakPue: ratio({ min: 1, max: 10 }).meta({
    description: 'Facility over IT power on the hottest day: it bounds the racks of a hall.',
    examples: ['1.3'],
  }),
  annualPue: ratio({ min: 1, max: 10 }).meta({
    description: 'Facility over IT power over a year, at most the peak: it sets the cost of electricity.',
    examples: ['1.15'],
  }),
  heatRejection: power()
    .optional()
    .meta({
      description: 'Heat the plant can reject.',
      absent: "as much as the hall's power allows",
      examples: ['70 MW'],
    }),
});

/** What it takes to cool a hall. */
export const coolingStages = z.strictObject({
  heatRejectionLeadTime: activity().meta({
    description: 'Order to delivery of what rejects the heat: chillers, dry coolers or towers.',
    examples: ['catalog:cooling.dry-cooler-lead-time'],
  }),
  coolantDistributionLeadTime: activity().meta({
    description: 'Order to delivery of the coolant distribution units.',
    examples: ['catalog:cooling.cdu-lead-time'],
  }),
  installation: activity().meta({
    description: 'Installing the plant of a hall, once it is there and the shell lets it in.',
    examples: ['2 / 3 / 4 months'],
  }),
  plant: plant.optional().meta({
    description: 'Kind of plant and what it does to the power of a hall.',
    absent: 'none stated: racks draw the facility power of the product',
  }),
  heatExchangerLeadTime: activity()
    .optional()
    .meta({
      description: 'Order to delivery of plate or shell exchangers between the loops.',
      absent: 'none is waited for',
      examples: ['catalog:cooling.heat-exchanger-lead-time'],
    }),
  fanWallLeadTime: activity()
    .optional()
    .meta({
      description: 'Order to delivery of fan walls, for the part of the heat that air carries.',
      absent: 'none is waited for',
      examples: ['catalog:cooling.fan-wall-lead-time'],
    }),
  factoryTest: activity()
    .optional()
    .meta({
      description: "Tests at the maker's works before the plant is shipped (L1).",
      absent: 'takes no time of its own',
      examples: ['1 / 2 / 4 weeks'],
    }),
  installRate: z
    .strictObject({
      units: uncertain('unit/month', { min: 0.1 }).meta({
        description: 'Units placed in a month.',
        examples: ['15 / 20 / 25 unit/month'],
      }),
      unitPower: power({ min: 0.01 }).meta({ description: 'Heat one unit rejects.', examples: ['1.7 MW'] }),
    })
    .optional()
    .meta({
      description: 'Installation takes as long as the number of units says.',
      absent: '`installation` says how long it takes',
    }),
  waterPermit: activity()
    .optional()
    .meta({
      description: 'Water supply or discharge, sought from the order on; the plant is not filled without it.',
      absent: 'none, as evaporative towers may not have it',
      examples: ['catalog:cooling.water-permit'],
    }),
});

/** Most that a rack in an air-cooled hall may draw. */
export const rackLimit = quantity('kW/rack')
  .optional()
  .meta({
    description: 'Most that a rack may draw in an air-cooled hall; a rack above it is never placed there.',
    absent: 'no limit',
    examples: ['40 kW/rack'],
  });

const usual = 'that of `construction.cooling`, or of the site for a hall';

/** What a site or a hall states of its cooling for itself. */
export const ownCooling = differing(coolingStages, usual).optional().meta({
  description: 'Cooling where it differs.',
  absent: usual,
});

export type CoolingPlant = z.output<typeof plant>;
export type CoolingStages = z.output<typeof coolingStages>;
