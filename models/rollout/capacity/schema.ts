import { z } from 'zod';
import {
  count,
  date,
  duration,
  nameText,
  power,
  quantity,
  ratio,
  uncertain,
} from '../../../src/scenario/index.ts';
import { orderAhead } from '../procurement/schema.ts';
import { flowSchema } from './flowSchema.ts';
import { tempo } from './tempoSchema.ts';

const name = nameText();

/** The choices of those who run the rollout. */
export const policiesSchema = z.strictObject({
  placement: z
    .enum(['existing-first', 'dedicated-first', 'hold', 'balanced'])
    .describe(
      'Which site a rack goes to: existing halls first, dedicated campuses first, the same but held at the dock for a dedicated campus (`hold`), or pod by pod to the site whose crews are free first (`balanced`).',
    ),
  holdFor: duration()
    .optional()
    .meta({
      description:
        'How long a rack is held for a dedicated campus before it may go to an existing hall; beside `hold` only.',
      absent: 'for good',
      examples: ['30 days'],
    }),
  longestCrewQueue: duration({ min: 0.5 })
    .optional()
    .meta({
      description:
        'Sites whose crews have as much work ahead get no rack as long as another has room and less; not beside `balanced`, which looks at nothing else.',
      absent: 'placement does not look at crews',
      examples: ['15 days'],
    }),
  order: z
    .discriminatedUnion('kind', [
      // The buffer may stay beside `push`, where it means nothing, so that the kind alone can be swept.
      z.strictObject({
        kind: z.literal('push').describe('Racks are taken as they are allotted.'),
        buffer: duration()
          .optional()
          .meta({
            description: 'Means nothing here: it may stay so that the kind alone can be swept.',
            absent: 'none',
            examples: ['30 days'],
          }),
      }),
      z.strictObject({
        kind: z.literal('need-by').describe('Racks are taken for positions that are forecast to be there.'),
        buffer: duration().meta({
          description: 'How long before its position a rack may arrive.',
          examples: ['30 days'],
        }),
      }),
    ])
    .describe('When allotted racks are taken.'),
  divert: z
    .strictObject({
      kind: z
        .enum(['never', 'after'])
        .describe('Whether racks that wait at the dock for too long go to other tenants.'),
      after: duration().meta({
        description: 'How long a rack may wait before it goes.',
        examples: ['21 days'],
      }),
      repaid: z.boolean().describe('Whether racks that went are made good out of later lots.'),
      repayCeiling: ratio({ max: 1 }).meta({
        description: "Part of the provider's eligible intake that own take and repayment may reach together.",
        examples: ['75 %'],
      }),
    })
    .describe('What happens to racks that find no position.'),
  stagingLimit: count('rack', { min: 1, max: 1_000_000 })
    .optional()
    .meta({
      description: 'Most racks that wait at the dock; what would be more is not taken.',
      absent: 'no limit',
      examples: ['400 rack'],
    }),
  partialPods: z
    .strictObject({
      after: duration().meta({
        description: 'How long after the first rack of a pod has passed.',
        examples: ['14 days'],
      }),
    })
    .optional()
    .meta({
      description:
        'An incomplete pod is accepted with the racks that have passed, so long after the first of them did.',
      absent: 'a pod waits for its last rack',
    }),
  returns: z
    .array(
      z.strictObject({
        site: name.meta({ description: 'Name of a site with existing halls.', examples: ['existing-1'] }),
        on: date().describe('Day on which it goes back.'),
        notice: duration().describe(
          'How long before it the hall takes no more racks and their replacement is ordered.',
        ),
      }),
    )
    .max(100)
    .optional()
    .meta({
      description:
        'Borrowed halls that go back with the racks in them; new racks at other sites take their place.',
      absent: 'none goes back',
    }),
});

/** Who builds and lends. */
export const providerSchema = z.strictObject({
  name: nameText().meta({ description: 'Name of the provider.', examples: ['AWS'] }),
  pace: uncertain('ratio', { min: 0.2, max: 10 }).meta({
    description: 'Duration of construction relative to the usual one: 1 is usual, 0.65 is fast.',
    examples: ['0.65 / 0.8 / 1.05'],
  }),
  tempo,
  orderAhead: orderAhead('nothing is ordered ahead'),
  flow: flowSchema.optional().meta({
    description: 'Ready megawatts of a provider that is not modelled site by site.',
    absent: 'its sites alone',
  }),
  additions: z
    .strictObject({
      monthly: quantity('MW/month').meta({
        description: 'All power that the provider adds.',
        examples: ['300 MW/month'],
      }),
      acceleratorPart: ratio({ max: 1 }).meta({
        description: 'Part of it that can carry accelerators.',
        examples: ['50 %'],
      }),
      namedCampuses: quantity('MW/month').meta({
        description: 'What of that goes into campuses named elsewhere in the scenario.',
        examples: ['40 MW/month'],
      }),
    })
    .optional()
    .meta({
      description:
        'What the provider adds, of which the halls that it lends are a part: ready sites may not take more.',
      absent: 'not checked',
    }),
  halls: z
    .array(
      z.strictObject({
        name: name.meta({ description: 'Name of the hall.', examples: ['hall 7'] }),
        power: power().describe('Its facility power.'),
        source: name.meta({
          description: 'Name of the site with existing halls that lends it.',
          examples: ['existing-1'],
        }),
      }),
    )
    .max(1000)
    .optional()
    .meta({
      description:
        'Known halls, each lent by one source of existing capacity, which may not lend more than its halls have.',
      absent: 'not checked',
    }),
});
