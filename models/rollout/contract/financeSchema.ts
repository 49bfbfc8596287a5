import { z } from 'zod';
import { duration, quantity, ratio, uncertain } from '../../../src/scenario/index.ts';

/** What racks and plant cost the provider, how long they last, and what money costs. */
export const financeSchema = z.strictObject({
  rackPrice: uncertain('$/rack'),
  /** Building, electrical and mechanical plant of dedicated sites. */
  plantPrice: uncertain('$/MW'),
  powerPrice: uncertain('$/MWh'),
  /** Mean load of a rack in service, as a part of its facility power. */
  load: ratio({ max: 1 }),
  /** Straight-line lives: a rack's runs from the dock, plant's from hand-over. */
  rackLife: duration({ min: 1 }),
  plantLife: duration({ min: 1 }),
  /** Yearly cost of the capital that waits. */
  carryingRate: quantity('percent/year', { max: 1000 }),
});

export type FinanceScenario = z.output<typeof financeSchema>;
