import { z } from 'zod';
import { count, date, duration, quantity, ratio, uncertain } from '../../../src/scenario/index.ts';

const lotOutput = z.strictObject({
  kind: z.literal('lots'),
  racks: quantity('rack'),
  every: duration(),
  count: count('lot'),
});

const seriesOutput = z.strictObject({
  kind: z.literal('series'),
  /** Packages by calendar quarter, and the part of them that the contract accepts. */
  quarters: z
    .array(z.strictObject({ from: date(), packages: uncertain('package'), eligible: ratio() }))
    .min(1),
  /** Parts of a quarter's shipments in its first, second and third month. */
  monthWeights: z.array(ratio()).length(3),
  lotEvery: duration(),
});

/** The vendor's output and how it comes down to the tenant's racks. */
export const chipsSchema = z.strictObject({
  output: z.discriminatedUnion('kind', [seriesOutput, lotOutput]),
  /** Where the tenant's racks are told apart from everybody else's. */
  allotAt: z.enum(['rack', 'package', 'waferStart']),
  providerShare: uncertain('ratio', { min: 0.001, max: 1 }),
  rackScalePart: uncertain('ratio', { min: 0.01, max: 1 }),
  tenantCap: uncertain('ratio', { min: 0.01, max: 1 }),
  pipeline: z.strictObject({
    wafer: uncertain('duration'),
    packaging: uncertain('duration'),
    tray: uncertain('duration'),
    rack: uncertain('duration'),
  }),
  freight: uncertain('duration'),
});

export type ChipsScenario = z.output<typeof chipsSchema>;
