import { z } from 'zod';
import {
  count,
  date,
  nameReference,
  nameText,
  quantity,
  ratio,
  series,
  uncertain,
} from '../../../src/scenario/index.ts';

/** A generation of the vendor's accelerators; parts and dates count packages. */
export const productSchema = z.strictObject({
  name: nameText().meta({ description: 'Name of the generation.', examples: ['rubin'] }),
  volumeDate: date().describe('First day of volume as announced.'),
  slip: uncertain('duration')
    .optional()
    .meta({
      description: 'How much later volume comes, one draw a replication.',
      default: '0 days',
      examples: ['catalog:chips.new-architecture-slip'],
    }),
  part: series(ratio({ max: 1 })).meta({
    description:
      "Planned part of the vendor's packages, at most 1 over all products; a slip moves all of it.",
    examples: ['40 %'],
  }),
  replaces: nameReference()
    .optional()
    .meta({
      description: 'Name of the product that is made instead while this one is late.',
      absent: 'none: the packages are missing',
      examples: ['blackwell'],
    }),
  madeInstead: ratio({ max: 1 })
    .optional()
    .meta({
      description: 'Part of the missing packages that the replaced product makes up.',
      default: '100 %',
      examples: ['80 %'],
    }),
  eligible: z.boolean().describe('Whether the contract accepts it.'),
  gpusPerRack: count('gpu')
    .optional()
    .meta({
      description: 'GPUs of one rack; for an eligible product those that halls are laid out for.',
      absent: 'those of `product.gpusPerRack`',
      examples: ['72 gpu'],
    }),
  packagesPerWafer: uncertain('package/wafer')
    .optional()
    .meta({
      description: 'Ideal packages of one wafer; output by packaging needs it of every product.',
      absent: 'none stated',
      examples: ['catalog:chips.vr200-nvl72-packages-per-wafer'],
    }),
  memory: quantity('GB/package')
    .optional()
    .meta({
      description: 'Memory of one package.',
      absent: 'none is taken from the supply of memory',
      examples: ['catalog:chips.vr200-nvl72-memory'],
    }),
});

export type ProductScenario = z.output<typeof productSchema>;
