import { z } from 'zod';
import {
  date,
  duration,
  money,
  nameText,
  quantity,
  uncertain,
  uncertainCount,
} from '../../../src/scenario/index.ts';
import { REMOVALS } from './removalWays.ts';

const name = nameText();

/** What a prepayment buys: to be served before others, and later more capacity. */
const prepayment = z.strictObject({
  value: money({ min: 1 }).meta({ description: 'Dollars paid ahead.', examples: ['$3B'] }),
  priority: z
    .number()
    .int()
    .min(1)
    .meta({
      description: 'Priority of its orders in the queue of the vendor: 1 before 2.',
      examples: [1],
    }),
  adds: quantity('package/month')
    .optional()
    .meta({
      description:
        'Packages a month by which the vendor makes more, for everybody, once it has built for it.',
      default: '0 package/month',
      examples: ['10000 package/month'],
    }),
  after: uncertain('duration')
    .optional()
    .meta({
      description: 'From signing to the first further package, one draw a replication; needed beside `adds`.',
      absent: 'nothing is added',
      examples: ['catalog:chips.cowos-expansion-time'],
    }),
});

/** A deal by name: a tenant that buys more of a provider, who orders racks for it. */
export const dealSchema = z.strictObject({
  name: name.meta({ description: 'Name of the deal.', examples: ['OpenAI and Oracle'] }),
  tenant: name.optional().meta({
    description: 'Who buys.',
    absent: 'the first tenant',
    examples: ['second tenant'],
  }),
  provider: name.optional().meta({
    description: 'Of whom.',
    absent: 'of the first provider',
    examples: ['second provider'],
  }),
  signed: date()
    .optional()
    .meta({
      description: 'Day on which it is signed; either this or `arrives`.',
      absent: 'as `arrives` says',
      examples: ['2025-11-03'],
    }),
  arrives: z
    .strictObject({
      from: date().describe('Day from which it may be signed.'),
      until: date()
        .optional()
        .meta({
          description: 'Day from which it may not any more.',
          absent: 'the horizon',
          examples: ['2027-12-31'],
        }),
      rate: uncertain('event/year', { max: 100 }).meta({
        description: 'How often in a year such a deal would be signed while no rival has signed one.',
        examples: ['0.2 / 0.4 / 0.8 event/year'],
      }),
    })
    .optional()
    .meta({ description: 'A deal that may come, on a day of its own.', absent: 'as `signed` says' }),
  gpus: uncertainCount('gpu', { min: 1, max: 20_000_000 })
    .optional()
    .meta({
      description: 'GPUs that it buys; one of `gpus`, `power` and `value` says how large it is.',
      absent: 'as `power` or `value` says',
      examples: ['250000 gpu'],
    }),
  power: uncertain('power', { max: 100_000 })
    .optional()
    .meta({
      description: 'Facility power of what it buys.',
      absent: 'as `gpus` or `value` says',
      examples: ['2 GW'],
    }),
  value: money({ min: 1 })
    .optional()
    .meta({
      description: "Dollars, which the tenant's price and `effectiveTerm` turn into GPUs.",
      absent: 'as `gpus` or `power` says',
      examples: ['$38B'],
    }),
  effectiveTerm: duration({ min: 1 })
    .optional()
    .meta({
      description: 'Years of full service that `value` pays for.',
      absent: 'not needed beside `gpus` and `power`',
      examples: ['6 years'],
    }),
  orders: z
    .strictObject({
      after: duration()
        .optional()
        .meta({
          description: 'From signing to the first order.',
          default: '0 days',
          examples: ['12 months'],
        }),
      over: duration().describe('How long its orders come in, evenly.'),
    })
    .describe('When the provider orders the racks of it.'),
  prepayment: prepayment.optional().meta({
    description: 'What is paid ahead.',
    absent: "nothing: it waits with the provider's own orders",
  }),
  removed: z.enum(REMOVALS).optional().meta({
    description:
      'Takes the deal out: `vanish`, nobody buys it; `divert`, the same is bought of the other providers by their shares.',
    absent: 'it stands',
  }),
});

/** How deals bring about deals. */
export const reactionSchema = z.strictObject({
  factor: uncertain('ratio', { min: 1, max: 100 }).meta({
    description: "How many times as often a deal is signed within the window after a rival's.",
    examples: ['1.5 / 2.5 / 4'],
  }),
  window: duration({ min: 1 }).meta({
    description: "How long after a rival's deal.",
    examples: ['6 months'],
  }),
});

export type DealScenario = z.output<typeof dealSchema>;
