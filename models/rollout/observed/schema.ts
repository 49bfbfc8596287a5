import { z } from 'zod';
import {
  count,
  date,
  duration,
  nameText,
  power,
  ratio,
  type QuantityBlock,
} from '../../../src/scenario/index.ts';

const MOST_TOTALS = 100;

const on = date().meta({
  description: 'Day at whose end it stood so; from the start to `asOf`.',
  examples: ['2026-11-01'],
});

const within = ratio({ min: 0.0001, max: 1 }).meta({
  description: 'Its tolerance, ±: with 80 % the true total lies within such a part of the one stated.',
  examples: ['10 %'],
});

const source = nameText({ most: 300 }).meta({
  description: 'Who said so, where.',
  examples: ['press release of 2026-11-04'],
});

const site = nameText()
  .optional()
  .meta({
    description: 'Name of the site that it is of.',
    absent: 'all sites of the first provider',
    examples: ['dedicated-1'],
  });

/** A number on a day. */
const totalOf = (total: QuantityBlock<number>) => z.strictObject({ total, on, within, source });

/** What somebody saw of the rollout as a whole; replications count by how well they agree with it. */
export const observedSchema = z.strictObject({
  gpusInService: z
    .array(
      totalOf(
        count('gpu', { min: 1, max: 20_000_000 }).meta({
          description: "The tenant's GPUs that had been accepted.",
          examples: ['62000 gpu'],
        }),
      ),
    )
    .max(MOST_TOTALS)
    .optional()
    .meta({ description: "Published numbers of the tenant's GPUs in service.", absent: 'none' }),
  racksDocked: z
    .array(
      totalOf(
        count('rack', { min: 1, max: 1_000_000 }).meta({
          description: "The tenant's racks that had come to the dock or beyond it.",
          examples: ['900 rack'],
        }),
      ),
    )
    .max(MOST_TOTALS)
    .optional()
    .meta({ description: "Published numbers of the tenant's racks delivered.", absent: 'none' }),
  megawattsEnergized: z
    .array(
      totalOf(
        power({ min: 0.001 }).meta({
          description: 'Power that could serve racks, in existing halls and from energized blocks.',
          examples: ['210 MW'],
        }),
      ).extend({ site }),
    )
    .max(MOST_TOTALS)
    .optional()
    .meta({ description: 'Published megawatts energized.', absent: 'none' }),
  firstBlockEnergized: z
    .array(
      z.strictObject({
        site: nameText().meta({
          description: 'Name of the dedicated site.',
          examples: ['dedicated-1'],
        }),
        on: date().meta({
          description: 'Day on which its first block could serve racks; up to `asOf`.',
          examples: ['2026-06-15'],
        }),
        within: duration({ min: 0.1, max: 3660 }).meta({
          description: 'Its tolerance, ±: with 80 % the true day lies within so many days of the one stated.',
          examples: ['30 days'],
        }),
        source,
      }),
    )
    .max(MOST_TOTALS)
    .optional()
    .meta({ description: 'When the first block of a site was energized.', absent: 'none' }),
  effectiveReplications: z
    .number()
    .int()
    .min(2)
    .max(100_000)
    .optional()
    .meta({
      description:
        'Replications are drawn until so many effective ones agree, or all that a command asks for.',
      default: '200',
      examples: [500],
    }),
  mostReplications: z
    .number()
    .int()
    .min(2)
    .max(10_000_000)
    .optional()
    .meta({
      description: 'Most replications that are drawn for that.',
      default: '20000',
      examples: [50000],
    }),
});
