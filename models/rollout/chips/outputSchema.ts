import { z } from 'zod';
import { count, date, duration, quantity, ratio, series, uncertain } from '../../../src/scenario/index.ts';

/** Most lots that a vendor closes up to any horizon: eight vendors keep lot numbers below 2¹⁶. */
export const MOST_LOTS = 8192;
// An hour: far below any lot, and a step that a replication can take over decades.
const LEAST_STEP = 1 / 24;

const lotOutput = z.strictObject({
  kind: z.literal('lots'),
  racks: count('rack', { min: 1 }),
  every: duration({ min: LEAST_STEP }),
  count: count('lot', { max: MOST_LOTS }),
});

/** Packages by calendar quarter, and the part of them that the contract accepts: all, or what products say. */
const quarters = z
  .array(
    z.strictObject({ from: date(), packages: uncertain('package'), eligible: ratio({ max: 1 }).optional() }),
  )
  .min(1)
  .max(400);

const shipping = {
  /** Parts of a quarter's shipments in its first, second and third month. */
  monthWeights: z.array(ratio({ max: 1 })).length(3),
  lotEvery: duration({ min: LEAST_STEP }),
};

const seriesOutput = z.strictObject({ kind: z.literal('series'), quarters, ...shipping });

const packagingOutput = z.strictObject({
  kind: z.literal('packaging'),
  /** Quarters whose shipments are known: those that ended by the as-of date are taken as reported. */
  quarters: quarters.optional(),
  /** First quarter that is derived, and day by whose quarter it ends: first days of calendar quarters. */
  from: date(),
  until: date(),
  /** Packaging capacity of the foundry, and the vendor's part of it. */
  capacity: series(uncertain('wafer/month')),
  vendorShare: series(uncertain('ratio', { max: 1 })),
  /** Wafers from other assemblers. */
  otherAssemblers: series(uncertain('wafer/year')).optional(),
  /** Packages out against ideal packages of the wafers allotted: yield × use. */
  yieldUse: series(uncertain('ratio', { max: 1 })),
  /** Wafer into packaging to package out. */
  lag: duration(),
  /** Ideal packages of one wafer, where no products say it. */
  packagesPerWafer: uncertain('package/wafer', { min: 0.1 }).optional(),
  /** Finished packages on hand when the first quarter begins. */
  inventory: uncertain('package').optional(),
  /** Memory that the vendor gets; absent: memory holds nothing back. */
  memory: z
    .strictObject({
      supply: series(uncertain('GB/quarter')),
      /** Memory of one package, where no products say it. */
      perPackage: quantity('GB/package').optional(),
    })
    .optional(),
  ...shipping,
});

/** The vendor's output: fixed lots, packages by quarter, or packages that follow from packaging capacity. */
export const outputSchema = z.discriminatedUnion('kind', [seriesOutput, lotOutput, packagingOutput]);

export type OutputScenario = z.output<typeof outputSchema>;
export type SeriesOutput = Extract<OutputScenario, { kind: 'series' }>;
export type PackagingOutput = Extract<OutputScenario, { kind: 'packaging' }>;
