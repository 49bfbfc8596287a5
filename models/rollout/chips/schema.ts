import { z } from 'zod';
import { nameText, uncertain } from '../../../src/scenario/index.ts';
import { allotmentSchema } from './allotmentSchema.ts';
import { makerSchema, seaFreightSchema } from './makerSchema.ts';
import { outputSchema } from './outputSchema.ts';
import { productSchema } from './productSchema.ts';

const share = (): ReturnType<typeof uncertain> => uncertain('ratio', { min: 0.01, max: 1 });

/** Another vendor whose racks the contract takes too, such as the provider's own accelerators. */
const otherVendor = z.strictObject({
  name: nameText(),
  output: outputSchema,
  providerShare: uncertain('ratio', { min: 0.001, max: 1 }),
  /** Most that the first tenant may take; none by default. */
  tenantCap: share().optional(),
  /** What its racks are; the first product by default. */
  product: nameText().optional(),
  /** Package to finished rack. */
  packageToRack: uncertain('duration'),
  freight: uncertain('duration'),
});

/** The vendor's output and how it comes down to the tenant's racks. */
export const chipsSchema = z.strictObject({
  output: outputSchema,
  /** Generations of the vendor, by name; absent: one product, eligible as the output says. */
  products: z.array(productSchema).min(1).max(20).optional(),
  /** Where the tenant's racks are told apart from everybody else's. */
  allotAt: z.enum(['rack', 'package', 'waferStart']),
  /** How the vendor's output is divided among its customers; absent: by the provider's share. */
  allotment: allotmentSchema.optional(),
  providerShare: uncertain('ratio', { min: 0.001, max: 1 }),
  rackScalePart: share(),
  tenantCap: share(),
  pipeline: z.strictObject({
    wafer: uncertain('duration'),
    packaging: uncertain('duration'),
    tray: uncertain('duration'),
    rack: uncertain('duration'),
  }),
  /** Makers of racks, each with a weekly capacity; absent: integration takes its time and no more. */
  makers: z.array(makerSchema).min(1).max(20).optional(),
  freight: uncertain('duration'),
  /** Part of the lots that come by sea, and what that adds. */
  seaFreight: seaFreightSchema.optional(),
  otherVendors: z.array(otherVendor).max(7).optional(),
});

export type OtherVendorScenario = z.output<typeof otherVendor>;
