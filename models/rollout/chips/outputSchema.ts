import { z } from 'zod';
import { count, date, duration, quantity, ratio, series, uncertain } from '../../../src/scenario/index.ts';
import { addMonths, MONTHS_IN_A_QUARTER } from './months.ts';

/** Most lots that a vendor closes up to any horizon: eight vendors keep lot numbers below 2¹⁶. */
export const MOST_LOTS = 8192;

/** Lots closer together are one: each is an event of every replication. */
const SHORTEST_LOT_DAYS = 0.25;

const lotOutput = z.strictObject({
  kind: z.literal('lots'),
  racks: count('rack', { min: 1, max: 1_000_000 }),
  every: duration({ min: SHORTEST_LOT_DAYS }),
  count: count('lot', { min: 1 }),
});

/** Packages by calendar quarter, and the part of them that the contract accepts: all, or what products say. */
const quarters = z
  .array(
    z.strictObject({
      from: date(),
      packages: uncertain('package', { max: 1e9 }),
      eligible: ratio({ max: 1 }).optional(),
    }),
  )
  .min(1)
  .max(400)
  .superRefine(checkQuarters);

/** Quarters follow each other: a row that is missing, twice or in another place would add up, or be nothing, without a word. */
function checkQuarters(rows: readonly { readonly from: string }[], context: z.RefinementCtx): void {
  rows.forEach(({ from }, index) => {
    const before = rows[index - 1]?.from;
    const next = before === undefined ? undefined : addMonths(before, MONTHS_IN_A_QUARTER);
    const refuse = (message: string): void =>
      context.addIssue({ code: 'custom', path: [index, 'from'], message });
    if (!/-(01|04|07|10)-01$/.test(from)) refuse(`expected the first day of a quarter, got "${from}"`);
    else if (next !== undefined && from !== next)
      refuse(`expected ${next}, the quarter after ${before}, got "${from}"`);
  });
}

const shipping = {
  /** Parts of a quarter's shipments in its first, second and third month. */
  monthWeights: z.array(ratio({ max: 1 })).length(3),
  lotEvery: duration({ min: SHORTEST_LOT_DAYS, max: 366 }),
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
  packagesPerWafer: uncertain('package/wafer').optional(),
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
