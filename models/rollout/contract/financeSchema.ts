import { z } from 'zod';
import { duration, quantity, ratio, uncertain } from '../../../src/scenario/index.ts';

/** What racks and plant cost the provider, how long they last, and what money costs. */
export const financeSchema = z.strictObject({
  rackPrice: uncertain('$/rack').meta({
    description: 'Price of one rack, booked at the dock.',
    examples: ['catalog:chips.gb300-nvl72-price-per-rack'],
  }),
  plantPrice: uncertain('$/MW').meta({
    description: 'Building, electrical and mechanical plant of dedicated sites, booked at hand-over.',
    examples: ['catalog:contract.building-cost-per-power'],
  }),
  powerPrice: uncertain('$/MWh').meta({
    description: 'Price of electricity.',
    examples: ['catalog:contract.power-price'],
  }),
  load: ratio({ max: 1 }).meta({
    description: 'Mean load of a rack in service, as a part of its facility power.',
    examples: ['80 %'],
  }),
  rackLife: duration({ min: 1 }).meta({
    description: 'Straight-line life of a rack, from the dock.',
    examples: ['5 years'],
  }),
  plantLife: duration({ min: 1 }).meta({
    description: 'Straight-line life of plant, from hand-over.',
    examples: ['20 years'],
  }),
  carryingRate: quantity('percent/year', { max: 1000 }).meta({
    description: 'Yearly cost of the capital that waits.',
    examples: ['8 %/year'],
  }),
});

export type FinanceScenario = z.output<typeof financeSchema>;
