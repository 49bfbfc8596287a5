import { z } from 'zod';
import { nameText, uncertain } from '../../../src/scenario/index.ts';
import { allotmentSchema } from './allotmentSchema.ts';
import { makerSchema, seaFreightSchema } from './makerSchema.ts';
import { outputSchema } from './outputSchema.ts';
import { productSchema } from './productSchema.ts';

const share = (): ReturnType<typeof uncertain> => uncertain('ratio', { min: 0.01, max: 1 });

const freight = uncertain('duration').meta({
  description: 'Finished rack to the dock, a draw a lot.',
  examples: ['catalog:chips.freight-air'],
});

/** Another vendor whose racks the contract takes too, such as the provider's own accelerators. */
const otherVendor = z.strictObject({
  name: nameText().meta({
    description: 'Name of the vendor; not `vendor`, which is the lead one.',
    examples: ['own accelerators'],
  }),
  output: outputSchema.describe("This vendor's output."),
  providerShare: uncertain('ratio', { min: 0.001, max: 1 }).meta({
    description: "Provider's share of this vendor's output.",
    examples: ['100 %'],
  }),
  tenantCap: share()
    .optional()
    .meta({
      description: "Most of the provider's intake that the first tenant may take.",
      absent: 'none',
      examples: ['20 / 30 / 40 %'],
    }),
  product: nameText()
    .optional()
    .meta({
      description: 'What its racks are, by the name of a product.',
      absent: 'the first product',
      examples: ['own accelerator'],
    }),
  packageToRack: uncertain('duration').meta({
    description: 'Package out of packaging to finished rack.',
    examples: ['40 / 60 / 90 days'],
  }),
  freight,
});

/** The vendor's output and how it comes down to the tenant's racks. */
export const chipsSchema = z.strictObject({
  output: outputSchema.describe(
    "The lead vendor's output: fixed lots, packages by quarter, or packages that follow from packaging capacity.",
  ),
  products: z.array(productSchema).min(1).max(20).optional().meta({
    description: 'Generations of the vendor, by name.',
    absent: 'one product, eligible as the output says',
  }),
  allotAt: z
    .enum(['rack', 'package', 'waferStart'])
    .describe(
      "Where the tenant's racks are told apart from everybody else's; what was past that point at the start goes to others.",
    ),
  allotment: allotmentSchema.optional().meta({
    description: "How the vendor's output is divided among its customers.",
    absent: "by the provider's share",
  }),
  providerShare: uncertain('ratio', { min: 0.001, max: 1 }).meta({
    description: "Provider's share of the vendor's output, drawn once a replication.",
    examples: ['catalog:allotment.aws-share-of-vendor-output'],
  }),
  rackScalePart: share().meta({
    description: "Part of the provider's intake that comes as whole racks of the product.",
    examples: ['60 / 80 / 95 %'],
  }),
  tenantCap: share().meta({
    description: "Most of the provider's intake that the tenant may take.",
    examples: ['catalog:allotment.tenant-cap'],
  }),
  pipeline: z
    .strictObject({
      wafer: uncertain('duration').meta({
        description: 'Wafer start to finished wafer.',
        examples: ['catalog:chips.wafer-time'],
      }),
      packaging: uncertain('duration').meta({
        description: 'Finished wafer to package.',
        examples: ['catalog:chips.packaging-time-cowos-l'],
      }),
      tray: uncertain('duration').meta({
        description: 'Package to compute tray.',
        examples: ['catalog:chips.tray-time'],
      }),
      rack: uncertain('duration').meta({
        description: 'Tray to rack that is built and tested.',
        examples: ['catalog:chips.rack-integration-time'],
      }),
    })
    .describe('How long each step from wafer to rack takes, one draw a replication.'),
  makers: z.array(makerSchema).min(1).max(20).optional().meta({
    description: 'Makers of racks, each with a weekly capacity; their shares sum to 1.',
    absent: 'integration takes its time and no more',
  }),
  freight,
  seaFreight: seaFreightSchema.optional().meta({
    description: 'Lots that come by sea.',
    absent: 'none does',
  }),
  otherVendors: z.array(otherVendor).max(7).optional().meta({
    description: "Other vendors whose racks the contract takes too, such as the provider's own accelerators.",
    absent: 'none',
  }),
});

export type OtherVendorScenario = z.output<typeof otherVendor>;
