import { z } from 'zod';
import { power, quantity, ratio, stage, uncertain } from '../../../src/scenario/index.ts';

const activity = () => stage(uncertain('duration'));

/** A kind of cooling plant and what it does to the power bill of a hall. */
const plant = z.strictObject({
  kind: z.enum(['air-cooled-chillers', 'dry-coolers', 'evaporative-towers']),
  /** Facility over IT power on the hottest day, and over a year. */
  peakPue: ratio({ min: 1, max: 10 }),
  annualPue: ratio({ min: 1, max: 10 }),
  /** Heat the plant can reject; as much as the hall's power allows by default. */
  heatRejection: power().optional(),
});

/** What it takes to cool a hall. */
export const coolingStages = z.strictObject({
  heatRejectionLeadTime: activity(),
  coolantDistributionLeadTime: activity(),
  installation: activity(),
  plant: plant.optional(),
  /** Plate or shell exchangers between the loops. */
  heatExchangerLeadTime: activity().optional(),
  /** Fan walls for the part of the heat that air carries. */
  fanWallLeadTime: activity().optional(),
  /** Tests at the maker's works before the plant is shipped. */
  factoryTest: activity().optional(),
  /** Units placed in a month, and the heat one rejects: installation then takes as long as their number says. */
  installRate: z
    .strictObject({ units: uncertain('unit/month', { min: 0.1 }), unitPower: power({ min: 0.01 }) })
    .optional(),
  /** Water supply or discharge, sought from the order on; the plant is not filled without it. */
  waterPermit: activity().optional(),
});

/** Most that a rack in an air-cooled hall may draw. */
export const rackLimit = quantity('kW/rack');

export type CoolingPlant = z.output<typeof plant>;
export type CoolingStages = z.output<typeof coolingStages>;
