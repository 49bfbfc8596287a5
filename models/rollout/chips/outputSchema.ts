import { z } from 'zod';
import {
  count,
  date,
  duration,
  quantity,
  ratio,
  series,
  uncertain,
  uncertainCount,
} from '../../../src/scenario/index.ts';
import { addMonths, MONTHS_IN_A_QUARTER } from './months.ts';

/** Lots closer together are one: each is an event of every replication. */
const SHORTEST_LOT_DAYS = 0.25;

const lotOutput = z.strictObject({
  kind: z.literal('lots').describe('Lots of finished racks, one like another.'),
  racks: count('rack', { min: 1, max: 1_000_000 }).meta({
    description: "Racks of a lot, everybody's together.",
    examples: ['100 rack'],
  }),
  every: duration({ min: SHORTEST_LOT_DAYS }).meta({
    description: 'Time between two lots; the first is finished so long after the start.',
    examples: ['25 days'],
  }),
  count: count('lot', { min: 1 }).meta({
    description: 'Lots in all: nothing is made after them.',
    examples: ['12 lot'],
  }),
});

// As good as no end.
const MOST_COUNTED = 1e12;

/** Packages by calendar quarter, and the part of them that the contract accepts: all, or what products say. */
const quarters = z
  .array(
    z.strictObject({
      from: date().meta({
        description: 'First day of a calendar quarter, the one after the row before.',
        examples: ['2026-01-01'],
      }),
      packages: uncertainCount('package', { max: 1e9 }).meta({
        description: 'Packages that the vendor ships in the quarter, one a GPU.',
        examples: ['1.6M / 2.2M / 2.9M package'],
      }),
      eligible: ratio({ max: 1 })
        .optional()
        .meta({
          description: 'Part of them that the contract takes; where products are listed they say it.',
          default: '100 %',
          examples: ['82.4 %'],
        }),
    }),
  )
  .min(1)
  .max(400)
  .superRefine(checkQuarters);

/**
 * Quarters follow each other: a row that is missing, twice or in another place would add up, or be nothing, without a
 * word.
 */
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
  monthWeights: z
    .array(ratio({ max: 1 }))
    .length(3)
    .meta({
      description: "Parts of a quarter's shipments in its first, second and third month; they sum to 1.",
      examples: [['25 %', '30 %', '45 %']],
    }),
  lotEvery: duration({ min: SHORTEST_LOT_DAYS, max: 366 }).meta({
    description: 'Time between two lots that the packages are shipped in.',
    examples: ['7 days'],
  }),
};

const seriesOutput = z.strictObject({
  kind: z.literal('series').describe('Packages by calendar quarter, as stated.'),
  quarters: quarters.describe(
    'Output quarter by quarter, without a gap; all quarters lie at one level of their ranges, and a quarter that is not listed makes none.',
  ),
  ...shipping,
});

const packagingOutput = z.strictObject({
  kind: z.literal('packaging').describe('Packages that follow from packaging capacity.'),
  quarters: quarters.optional().meta({
    description:
      'Quarters whose shipments are known: those that ended by the as-of date are taken as reported.',
    absent: 'all are derived',
  }),
  from: date().meta({
    description: 'First quarter that is derived, by its first day.',
    examples: ['2025-10-01'],
  }),
  until: date().meta({
    description: 'Day by whose quarter the derived output ends; nothing is made after it.',
    examples: ['2028-10-01'],
  }),
  capacity: series(uncertain('wafer/month')).meta({
    description: 'Packaging capacity of the foundry.',
    examples: ['catalog:chips.cowos-capacity'],
  }),
  vendorShare: series(uncertain('ratio', { max: 1 })).meta({
    description: "Vendor's part of that capacity.",
    examples: ['catalog:chips.nvidia-share-of-cowos'],
  }),
  otherAssemblers: series(uncertain('wafer/year'))
    .optional()
    .meta({
      description: 'Wafers from other assemblers.',
      absent: 'none',
      examples: ['20000 / 25000 / 30000 wafer/year'],
    }),
  yieldUse: series(uncertain('ratio', { max: 1 })).meta({
    description: 'Packages out against ideal packages of the wafers allotted: yield × use.',
    examples: ['catalog:chips.packaging-yield-times-use'],
  }),
  lag: duration().meta({ description: 'Wafer into packaging to package out.', examples: ['1 quarter'] }),
  packagesPerWafer: uncertain('package/wafer')
    .optional()
    .meta({
      description: 'Ideal packages of one wafer.',
      absent: 'those of the products',
      examples: ['catalog:chips.gb300-nvl72-packages-per-wafer'],
    }),
  inventory: uncertainCount('package', { max: MOST_COUNTED })
    .optional()
    .meta({
      description: 'Finished packages on hand when the first quarter begins.',
      default: '0 package',
      examples: ['100k / 200k / 400k package'],
    }),
  memory: z
    .strictObject({
      supply: series(uncertain('GB/quarter')).meta({
        description: 'Memory that the vendor gets.',
        examples: ['200M / 250M / 300M GB/quarter'],
      }),
      perPackage: quantity('GB/package')
        .optional()
        .meta({
          description: 'Memory of one package.',
          absent: 'that of the products',
          examples: ['288 GB/package'],
        }),
    })
    .optional()
    .meta({
      description: 'Memory that bounds the packages.',
      absent: 'memory holds nothing back',
    }),
  ...shipping,
});

/** The vendor's output: fixed lots, packages by quarter, or packages that follow from packaging capacity. */
export const outputSchema = z.discriminatedUnion('kind', [seriesOutput, lotOutput, packagingOutput]);

export type OutputScenario = z.output<typeof outputSchema>;
export type SeriesOutput = Extract<OutputScenario, { kind: 'series' }>;
export type PackagingOutput = Extract<OutputScenario, { kind: 'packaging' }>;
