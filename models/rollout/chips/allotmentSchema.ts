import { z } from 'zod';
import { count, date, duration, nameReference, nameText, ratio } from '../../../src/scenario/index.ts';

// As good as no end.
const MOST_PACKAGES = 1e12;

const deal = z.strictObject({
  name: nameText().meta({ description: 'Name of the deal.', examples: ['summer order'] }),
  from: date().describe('Day from which its orders come in.'),
  over: duration().describe('How long they come in, evenly.'),
  packages: count('package', { max: MOST_PACKAGES }).meta({
    description: 'Packages ordered in all.',
    examples: ['300k package'],
  }),
});

const customer = z.strictObject({
  name: nameText().meta({ description: 'Name of the customer.', examples: ['a rival cloud'] }),
  share: ratio({ max: 1 }).meta({
    description:
      "Today's part of the vendor's output, at most 1 over all customers; for the provider its median: the drawn `providerShare` takes its place.",
    examples: ['20 %'],
  }),
  contracted: ratio({ max: 1 }).meta({
    description:
      'Part of the output that a contract gives the customer ahead of all others, at most its share.',
    examples: ['10 %'],
  }),
  priority: z
    .number()
    .int()
    .min(1)
    .meta({
      description: 'Who is served first of what is left: 1 before 2, equals in proportion.',
      examples: [1],
    }),
  backlog: count('package', { max: MOST_PACKAGES })
    .optional()
    .meta({
      description: "Orders on the book on day 0 beyond today's share.",
      default: '0 package',
      examples: ['200k package'],
    }),
  deals: z.array(deal).max(50).optional().meta({
    description: 'Further orders that come in later.',
    absent: 'none',
  }),
});

/** How the vendor's output is divided: by shares that are inputs, or by orders and priorities. */
export const allotmentSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('share').describe('The provider gets its share of every lot.') }),
  z.strictObject({
    kind: z.literal('queue').describe('Customers order, and are served by contract and priority.'),
    provider: nameReference().meta({
      description: 'Name of the customer that serves the tenant.',
      examples: ['AWS'],
    }),
    customers: z
      .array(customer)
      .min(1)
      .max(50)
      .describe(
        'Who orders; what is left of the output when their shares sum to less than 1 goes to others.',
      ),
  }),
]);

export type QueueAllotment = Extract<z.output<typeof allotmentSchema>, { kind: 'queue' }>;
