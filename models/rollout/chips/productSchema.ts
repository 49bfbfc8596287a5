import { z } from 'zod';
import { count, date, nameText, quantity, ratio, series, uncertain } from '../../../src/scenario/index.ts';

/** A generation of the vendor's accelerators; parts and dates count packages. */
export const productSchema = z.strictObject({
  name: nameText(),
  /** First day of volume as announced, and how much later it comes. */
  volumeDate: date(),
  slip: uncertain('duration').optional(),
  /** Planned part of the vendor's packages; a slip moves all of it. */
  part: series(ratio({ max: 1 })),
  /** Product that is made instead while this one is late, and the part of the missing packages that it makes up. */
  replaces: z.string().optional(),
  madeInstead: ratio({ max: 1 }).optional(),
  /** Whether the contract accepts it. */
  eligible: z.boolean(),
  gpusPerRack: count('gpu').optional(),
  packagesPerWafer: uncertain('package/wafer').optional(),
  memory: quantity('GB/package').optional(),
});

export type ProductScenario = z.output<typeof productSchema>;
