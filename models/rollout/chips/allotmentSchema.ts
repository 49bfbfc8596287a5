import { z } from 'zod';
import { date, duration, nameText, quantity, ratio } from '../../../src/scenario/index.ts';

const deal = z.strictObject({
  name: nameText(),
  /** Orders come in evenly over this long from this day on. */
  from: date(),
  over: duration(),
  packages: quantity('package'),
});

const customer = z.strictObject({
  name: nameText(),
  /** Today's part of the vendor's output; for the provider its median, the drawn share takes its place. */
  share: ratio({ max: 1 }),
  /** Part of the output that a contract gives the customer ahead of all others. */
  contracted: ratio({ max: 1 }),
  /** Who is served first of what is left: 1 before 2. */
  priority: z.number().int().min(1),
  /** Orders on the book on day 0 beyond today's share. */
  backlog: quantity('package').optional(),
  deals: z.array(deal).max(50).optional(),
});

/** How the vendor's output is divided: by shares that are inputs, or by orders and priorities. */
export const allotmentSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('share') }),
  z.strictObject({
    kind: z.literal('queue'),
    /** The customer that serves the tenant. */
    provider: z.string(),
    customers: z.array(customer).min(1).max(50),
  }),
]);

export type QueueAllotment = Extract<z.output<typeof allotmentSchema>, { kind: 'queue' }>;
