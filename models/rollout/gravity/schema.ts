import { z } from 'zod';
import { count, date, nameText, ratio, uncertain } from '../../../src/scenario/index.ts';

const route = {
  bandwidth: uncertain('Gb/s', { min: 0.1, max: 1_000_000 }).meta({
    description: 'Rate of the line between the two places.',
    examples: ['100 / 400 / 1600 Gb/s'],
  }),
  efficiency: ratio({ min: 0.01, max: 1 }).meta({
    description: 'Part of that rate which a move of data gets.',
    examples: ['catalog:contract.transfer-efficiency'],
  }),
  egress: uncertain('$/GB', { max: 10 }).meta({
    description: 'Price of data that leave; 0 where leaving is free.',
    examples: ['catalog:contract.inter-region-transfer-price'],
  }),
  standstill: uncertain('ratio', { max: 1 }).meta({
    description: 'Part of the fleet that stands still while the data are copied.',
    examples: ['0 / 10 / 50 %'],
  }),
  requalification: uncertain('duration').meta({
    description: 'Days in which the whole fleet is accepted anew, once the data are there.',
    examples: ['3 / 7 / 21 days'],
  }),
};

const port = z
  .strictObject({
    time: uncertain('duration').meta({
      description: 'How long it takes, beside the work at the old place.',
      examples: ['catalog:contract.software-move-to-trainium'],
    }),
    team: uncertain('$/month', { max: 1e9 }).meta({
      description: 'What the engineers who do it cost.',
      examples: ['$2M / $5M / $15M per month'],
    }),
  })
  .optional()
  .meta({ description: 'Software that has to be ported first.', absent: 'it runs there as it is' });

const offer = z.strictObject({
  name: nameText().meta({ description: 'Name of the place.', examples: ['another cloud'] }),
  from: date()
    .optional()
    .meta({
      description: 'Day from which its GPUs are ready.',
      absent: 'from the start',
      examples: ['2027-06-30'],
    }),
  gpus: count('gpu', { min: 1, max: 20_000_000 })
    .optional()
    .meta({
      description: 'GPUs that it has.',
      absent: 'as many as the contract buys',
      examples: ['200000 gpu'],
    }),
  discount: ratio({ min: -10, max: 1 })
    .optional()
    .meta({
      description: "Part of the contract's price that it asks less; below 0 where it asks more.",
      absent: 'it asks as much',
      examples: ['20 %'],
    }),
  exitFee: ratio({ max: 1 })
    .optional()
    .meta({
      description: 'Part of what is not yet spent of the commitment that is owed on leaving.',
      absent: 'nothing is owed',
      examples: ['10 %'],
    }),
  port,
  ...route,
});

/** What holds a workload where it is: its data, and what other places offer. */
export const gravitySchema = z.strictObject({
  worth: uncertain('$/gpu/hour', { min: 0.01, max: 1000 }).meta({
    description: 'What an hour of a GPU is worth to the tenant.',
    examples: ['3 / 4 / 8 $/gpu/hour'],
  }),
  data: z
    .strictObject({
      base: uncertain('PB', { max: 1e6 }).meta({
        description: 'Data that are there before the first GPU is.',
        examples: ['catalog:contract.multimodal-corpus'],
      }),
      perGpu: uncertain('PB/gpu', { max: 1000 }).meta({
        description: 'Data that come with each GPU in service.',
        examples: ['0.1 / 0.5 / 2 TB/gpu'],
      }),
      growth: uncertain('PB/gpu/year', { max: 1000 }).meta({
        description: 'Data that stay behind from each year of a GPU in service.',
        examples: ['0.1 / 0.5 / 2 TB/gpu/year'],
      }),
    })
    .describe('Data that a move takes along.'),
  offers: z.array(offer).min(1).max(20).describe('Places to which the tenant could go.'),
  halls: z.strictObject(route).optional().meta({
    description: 'The way out of borrowed halls that go back, to other sites of the provider.',
    absent: 'moves between sites of the provider are not counted',
  }),
});

export type GravityScenario = z.output<typeof gravitySchema>;
export type RouteScenario = NonNullable<GravityScenario['halls']>;
