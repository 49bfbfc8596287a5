import { z } from 'zod';

/** A part of the year by month and day, both included; it may go over the new year. */
export const season = z.strictObject({
  from: z.string().regex(/^\d\d-\d\d$/, 'expected a month and day such as "03-01"'),
  to: z.string().regex(/^\d\d-\d\d$/, 'expected a month and day such as "05-31"'),
});
