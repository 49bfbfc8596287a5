import { z } from 'zod';
import { nameText, quantity, ratio, uncertain } from '../../../src/scenario/index.ts';

import { holidays } from '../sites/seasonSchema.ts';

/** A maker that builds and tests racks. */
export const makerSchema = z.strictObject({
  name: nameText(),
  /** Part of the vendor's racks that this maker builds. */
  share: ratio({ max: 1 }),
  /** Most racks it finishes in a week. */
  capacity: quantity('rack/week'),
  /** Racks that wait for it on day 0 beside those it has in hand. */
  backlog: quantity('rack').optional(),
  /** Days on which it finishes none; absent: the calendar's. */
  holidays: holidays.optional(),
});

/** Lots that come by sea. */
export const seaFreightSchema = z.strictObject({
  part: ratio({ max: 1 }),
  extra: uncertain('duration'),
});
