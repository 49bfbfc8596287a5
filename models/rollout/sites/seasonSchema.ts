import { z } from 'zod';
import { isMonthDay } from '../../../src/kernel/index.ts';
import { date } from '../../../src/scenario/index.ts';

const monthDay = (example: string) =>
  z.string().refine(isMonthDay, {
    error: ({ input }) => `expected a month and day such as "${example}", got "${String(input)}"`,
  });

/**
 * A part of the year by month and day, both included; it may go over the new year. 02-29 is the last day of February.
 */
const season = z.strictObject({
  from: monthDay('03-01').meta({ description: 'First day, as month and day.', examples: ['03-01'] }),
  to: monthDay('05-31').meta({
    description: 'Last day, as month and day; before the first day it lies in the year after.',
    examples: ['05-31'],
  }),
});

/** Parts of the year, in any order; what overlaps is joined. */
export const seasons = z.array(season).max(100);

/** Holidays by their first and last date, in any order; what overlaps is joined. */
export const holidays = z
  .array(
    z
      .strictObject({
        from: date().describe('First day.'),
        to: date().describe('Last day, not before the first.'),
      })
      .superRefine(({ from, to }, context) => {
        if (to < from)
          context.addIssue({
            code: 'custom',
            path: ['to'],
            message: `expected a day from ${from} on, got "${to}"`,
          });
      }),
  )
  .max(1000);
