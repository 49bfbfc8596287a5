import { z } from 'zod';
import {
  count,
  date,
  duration,
  money,
  nameText,
  ratio,
  series,
  uncertain,
} from '../../../src/scenario/index.ts';
import { financeSchema } from './financeSchema.ts';

/** What is to be in service, or spent, by when: the measure of a shortfall. */
const schedule = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/, 'expected a lower-case name such as "ramp"'),
  /** Part of the contract's GPUs that is billed from each date on. */
  capacity: series(ratio({ max: 1 })).optional(),
  /** Dollars spent in all by each date. */
  spend: series(money()).optional(),
});

const successor = {
  /** One of the scenario's `products`; it is what the vendor makes of the packages that the contract does not accept. */
  product: nameText(),
  /** GPUs of the successor that stand for one of the contract's: 50 % where one replaces two. */
  gpusPerOld: ratio({ min: 0.01, max: 10 }),
};

/** Whether racks of the vendor's next product may fill the contract: never, once the old one is sold out, or as they ship. */
const succession = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('when-sold-out'),
    ...successor,
    /** The old product is sold out once less than this part of the vendor's packages is of it. */
    soldOutBelow: ratio({ max: 1 }),
  }),
  z.strictObject({ kind: z.literal('as-shipped'), ...successor }),
]);

/** The deal: what is committed, for how long, at what price, and so how many GPUs it buys. */
export const contractSchema = z.strictObject({
  commitment: money({ min: 1 }),
  /** Years of full service that the commitment pays for: the term less the ramp. */
  effectiveTerm: duration({ min: 1 }),
  termEnds: date(),
  /** Dollars per GPU-hour; price and GPUs are one draw. */
  price: uncertain('$/gpu/hour', { min: 0.1, max: 1000 }),
  gpus: z.union([z.literal('derived'), count('gpu', { min: 1, max: 20_000_000 })]),
  /** None by default: the contract waits for the product that it names. */
  succession: succession.optional(),
  schedules: z.array(schedule).max(10).optional(),
  /** The tenant pays for at least this part of a schedule, used or not. */
  takeOrPay: z.strictObject({ floor: ratio({ max: 1 }), schedule: z.string() }).optional(),
  /** Paid on the first day and credited against bills, at most `creditPart` of each. */
  prepayment: z.strictObject({ amount: money(), creditPart: ratio({ max: 1 }) }).optional(),
  /** What the provider puts in and what waiting costs; absent: no finance tables. */
  finance: financeSchema.optional(),
});

export type Succession = z.output<typeof succession>;
export type ContractScenario = z.output<typeof contractSchema>;
export type ContractSchedule = z.output<typeof schedule>;
