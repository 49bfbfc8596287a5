import { z } from 'zod';
import { count, date, nameText, ratio, uncertain } from '../../../src/scenario/index.ts';
import { flowSchema } from '../capacity/flowSchema.ts';
import { policiesSchema } from '../capacity/schema.ts';
import { tempo } from '../capacity/tempoSchema.ts';
import { contractSchema } from '../contract/schema.ts';
import { orderAhead } from '../procurement/schema.ts';
import { STRATEGIES } from './strategy.ts';

/** More than all that was ever made; what is kept rack by rack has to have an end. */
const MOST_GPUS = 20_000_000;
const MOST_MILESTONES = 50;

const name = nameText();
const share = () => uncertain('ratio', { min: 0.001, max: 1 });

/** The part of a contract that is to be in service, and by when. */
export const targetSchema = z.strictObject({
  fraction: ratio({ max: 1 }).meta({
    description: "Part of the contract's GPUs that is to be in service; more than 0.",
    examples: ['100 %'],
  }),
  by: date().describe('Day by whose end it is to be there, from the start to the horizon.'),
});

/** Numbers and parts of a contract whose dates are asked for. */
export const milestonesSchema = z.strictObject({
  gpus: z
    .array(count('gpu', { min: 1, max: MOST_GPUS }))
    .max(MOST_MILESTONES)
    .meta({
      description: 'Numbers of GPUs whose date in service is asked for; each at most once.',
      examples: [['10000 gpu', '50000 gpu']],
    }),
  fractions: z
    .array(ratio({ max: 1 }))
    .max(MOST_MILESTONES)
    .meta({
      description: 'Parts of the contract whose date in service is asked for; each more than 0.',
      examples: [['25 %', '50 %', '100 %']],
    }),
});

/** What a rack is. */
export const rackSchema = z.strictObject({
  name: name.meta({ description: 'Name of the rack.', examples: ['GB300 NVL72'] }),
  gpusPerRack: count('gpu', { min: 1 }).meta({
    description: 'GPUs of one rack, the unit that is shipped, installed and accepted.',
    examples: ['72 gpu'],
  }),
  facilityPower: uncertain('kW/gpu', { min: 0.1, max: 100 }).meta({
    description: 'Facility power of one GPU: server, its share of the network, cooling and losses.',
    examples: ['catalog:chips.blackwell-facility-power-per-gpu'],
  }),
});

/** Racks of another size or power beside those of `product:`. */
export const furtherProduct = rackSchema.extend({
  podRacks: count('rack', { min: 1 })
    .optional()
    .meta({
      description: 'Racks of one pod.',
      absent: '`deployment.podRacks`',
      examples: ['16 rack'],
    }),
});

const vendorName = name.meta({
  description: 'Name of a vendor of `chips.others`.',
  examples: ['own accelerators'],
});

/** Another provider, which builds and lends as the first does. */
export const furtherProvider = z.strictObject({
  name: name.meta({ description: 'Name of the provider.', examples: ['second provider'] }),
  pace: uncertain('ratio', { min: 0.2, max: 10 }).meta({
    description: 'Duration of construction relative to the usual one.',
    examples: ['0.8 / 1 / 1.3'],
  }),
  tempo,
  orderAhead: orderAhead('nothing is ordered ahead'),
  flow: flowSchema.optional().meta({
    description: 'Ready megawatts of a provider that is not modelled site by site.',
    absent: 'its sites alone',
  }),
  providerShare: share()
    .optional()
    .meta({
      description: 'Its part of the output that `chips` states, where this is divided by shares.',
      absent: 'none',
      examples: ['10 %'],
    }),
  rackScalePart: uncertain('ratio', { min: 0.01, max: 1 })
    .optional()
    .meta({
      description: 'Part of its intake that the contracts accept.',
      absent: 'that of the first provider',
      examples: ['80 %'],
    }),
  shares: z
    .array(
      z.strictObject({
        vendor: vendorName,
        share: share().meta({ description: "The provider's part of its output.", examples: ['50 %'] }),
      }),
    )
    .max(7)
    .optional()
    .meta({ description: 'Its part of what other vendors make, by their names.', absent: 'none' }),
  commissioningTeams: count('team', { min: 1 })
    .optional()
    .meta({
      description: 'L4/L5 teams.',
      absent: 'as many as the first provider has',
      examples: ['2 team'],
    }),
});

const cap = () => uncertain('ratio', { min: 0.01, max: 1 });

const caps = () =>
  z
    .array(
      z.strictObject({
        vendor: vendorName,
        cap: cap().meta({
          description: "Most that it may take of its provider's intake from that vendor.",
          examples: ['30 %'],
        }),
      }),
    )
    .max(7)
    .optional()
    .meta({ description: 'The same for what other vendors make, by their names.', absent: 'none' });

/** A further provider at which a tenant has a contract. */
const furtherPlace = z.strictObject({
  provider: name.meta({ description: 'Name of the provider.', examples: ['second provider'] }),
  tenantCap: cap()
    .optional()
    .meta({
      description: "Most that it may take of that provider's intake of the output that `chips` states.",
      absent: 'none',
      examples: ['30 %'],
    }),
  caps: caps(),
});

/** Further providers of a tenant, and how it spreads what it buys over all of them. */
export const spread = {
  alsoAt: z.array(furtherPlace).max(20).optional().meta({
    description: 'Further providers at which its contract may be filled.',
    absent: 'its own provider alone',
  }),
  strategy: z.enum(STRATEGIES).optional().meta({
    description:
      'How it spreads its contract over its providers: `neutral`, evenly; `committed`, all at its own; `opportunistic`, wherever capacity comes first. What deals buy stands where they say.',
    default: 'opportunistic',
  }),
};

/** Another tenant, with a contract of its own. */
export const furtherTenant = z.strictObject({
  name: name.meta({ description: 'Name of the tenant.', examples: ['second tenant'] }),
  provider: name.optional().meta({
    description: 'Whose racks and halls it uses.',
    absent: 'those of the first provider',
    examples: ['second provider'],
  }),
  product: name.optional().meta({
    description: 'What its contract buys.',
    absent: 'the first product',
    examples: ['GB300 NVL72'],
  }),
  contract: contractSchema
    .pick({
      commitment: true,
      effectiveTerm: true,
      termEnds: true,
      price: true,
      gpus: true,
      succession: true,
    })
    .describe('Its deal: how much it buys, at what price, for how long.'),
  tenantCap: cap()
    .optional()
    .meta({
      description: "Most that it may take of its provider's intake of the output that `chips` states.",
      absent: 'none',
      examples: ['30 %'],
    }),
  caps: caps(),
  ...spread,
  target: targetSchema
    .optional()
    .meta({ description: 'What it was promised.', absent: 'that of the first tenant' }),
  milestones: milestonesSchema.optional().meta({
    description: 'Totals whose dates are asked for.',
    absent: 'those of the first tenant',
  }),
  policies: policiesSchema.omit({ returns: true }).optional().meta({
    description: 'The choices of those who run its rollout.',
    absent: 'those of the first tenant',
  }),
});
