import { z } from 'zod';
import {
  count,
  date,
  duration,
  money,
  nameReference,
  nameText,
  ratio,
  series,
  uncertain,
} from '../../../src/scenario/index.ts';
import { financeSchema } from './financeSchema.ts';

/** What is to be in service, or spent, by when: the measure of a shortfall. */
const schedule = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, 'expected a lower-case name such as "ramp"')
    .meta({
      description:
        'Name of the schedule, in lower-case letters, digits and dashes; the output `shortfall_` is called after it.',
      examples: ['ramp'],
    }),
  capacity: series(ratio({ max: 1 }))
    .optional()
    .meta({
      description: "Part of the contract's GPUs that is billed from each date on; either this or `spend`.",
      absent: 'the schedule is one of spend',
      examples: [
        [
          { at: '2025-11-02', value: '0 %' },
          { at: '2026-12-31', value: '100 %' },
        ],
      ],
    }),
  spend: series(money())
    .optional()
    .meta({
      description: 'Dollars spent in all by each date; either this or `capacity`.',
      absent: 'the schedule is one of capacity',
      examples: [
        [
          { at: '2025-11-02', value: '$0' },
          { at: '2026-12-31', value: '$5B' },
        ],
      ],
    }),
});

const successor = {
  product: nameText().meta({
    description:
      'One of `products`: what the vendor makes of the packages that the contract does not accept.',
    examples: ['VR200 NVL144'],
  }),
  gpusPerOld: ratio({ min: 0.01, max: 10 }).meta({
    description: "GPUs of the successor that stand for one of the contract's.",
    examples: ['50 %'],
  }),
};

/**
 * Whether racks of the vendor's next product may fill the contract: never, once the old one is sold out, or as they
 * ship.
 */
const succession = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('none').describe('Never: the contract waits for the product that it names.'),
  }),
  z.strictObject({
    kind: z.literal('when-sold-out').describe('Once the old product is sold out.'),
    ...successor,
    soldOutBelow: ratio({ max: 1 }).meta({
      description: "The old product is sold out once less than this part of the vendor's packages is of it.",
      examples: ['5 %'],
    }),
  }),
  z.strictObject({ kind: z.literal('as-shipped').describe('As its racks ship.'), ...successor }),
]);

/** The deal: what is committed, for how long, at what price, and so how many GPUs it buys. */
export const contractSchema = z.strictObject({
  commitment: money({ min: 1 }).meta({
    description: 'What the tenant has committed to spend over the term.',
    examples: ['$38B'],
  }),
  effectiveTerm: duration({ min: 1 }).meta({
    description: 'Years of full service that the commitment pays for: the term less the ramp.',
    examples: ['6 years'],
  }),
  termEnds: date().meta({ description: 'Last day of the term.', examples: ['2032-11-03'] }),
  price: uncertain('$/gpu/hour', { min: 0.1, max: 1000 }).meta({
    description: 'Dollars per GPU-hour; price and GPUs are one draw.',
    examples: ['2.3 / 2.9 / 4.2 $/gpu/hour'],
  }),
  gpus: z.union([z.literal('derived'), count('gpu', { min: 1, max: 20_000_000 })]).meta({
    description:
      'GPUs under contract; with `derived` the commitment over price, hours and effective term says how many. Rounded up to whole racks.',
    examples: ['60000 gpu'],
  }),
  succession: succession.optional().meta({
    description: "Whether racks of the vendor's next product may fill the contract.",
    absent: 'the contract waits for the product that it names',
    examples: [{ kind: 'when-sold-out', product: 'VR200 NVL144', gpusPerOld: '50 %', soldOutBelow: '5 %' }],
  }),
  schedules: z
    .array(schedule)
    .max(10)
    .optional()
    .meta({
      description: 'What is to be in service, or spent, by when: the measure of a shortfall.',
      absent: 'no shortfall is counted',
      examples: [
        [
          {
            name: 'ramp',
            capacity: [
              { at: '2025-11-02', value: '0 %' },
              { at: '2026-12-31', value: '100 %' },
            ],
          },
        ],
      ],
    }),
  takeOrPay: z
    .strictObject({
      floor: ratio({ max: 1 }).meta({
        description: 'Part of the schedule that is paid for, used or not.',
        examples: ['80 %'],
      }),
      schedule: nameReference().meta({ description: 'Name of the schedule.', examples: ['ramp'] }),
    })
    .optional()
    .meta({
      description: 'The tenant pays for at least a part of a schedule.',
      absent: 'the tenant pays for what is in service',
    }),
  prepayment: z
    .strictObject({
      amount: money().meta({ description: 'Paid on the first day.', examples: ['$1B'] }),
      creditPart: ratio({ max: 1 }).meta({
        description: 'Most of each bill that it is credited against.',
        examples: ['50 %'],
      }),
    })
    .optional()
    .meta({
      description: 'Money that is paid ahead and credited against bills.',
      absent: 'none',
    }),
  finance: financeSchema.optional().meta({
    description: 'What the provider puts in and what waiting costs.',
    absent: 'no finance tables',
  }),
});

export type Succession = z.output<typeof succession>;
export type ContractScenario = z.output<typeof contractSchema>;
export type ContractSchedule = z.output<typeof schedule>;
