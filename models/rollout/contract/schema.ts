import { z } from 'zod';
import { date, duration, money, quantity, uncertain } from '../../../src/scenario/index.ts';

/** The deal: what is committed, for how long, at what price, and so how many GPUs it buys. */
export const contractSchema = z.strictObject({
  commitment: money(),
  /** Years of full service that the commitment pays for: the term less the ramp. */
  effectiveTerm: duration(),
  termEnds: date(),
  /** Dollars per GPU-hour; price and GPUs are one draw. */
  price: uncertain('$/gpu/hour', { min: 0.1 }),
  gpus: z.union([z.literal('derived'), quantity('gpu')]),
});

export type ContractScenario = z.output<typeof contractSchema>;
