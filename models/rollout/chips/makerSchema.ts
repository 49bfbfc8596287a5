import { z } from 'zod';
import { count, nameText, quantity, ratio, uncertain } from '../../../src/scenario/index.ts';

import { holidays } from '../sites/seasonSchema.ts';

// As good as no end.
const MOST_RACKS = 1e12;

/** A maker that builds and tests racks. */
export const makerSchema = z.strictObject({
  name: nameText().meta({ description: 'Name of the maker.', examples: ['first maker'] }),
  share: ratio({ max: 1 }).meta({
    description: "Part of the vendor's racks that this maker builds.",
    examples: ['52 %'],
  }),
  capacity: quantity('rack/week').meta({
    description: 'Most racks it finishes in a week; more than 0.',
    examples: ['250 rack/week'],
  }),
  backlog: count('rack', { max: MOST_RACKS })
    .optional()
    .meta({
      description: 'Racks that wait for it on day 0 beside those it has in hand.',
      default: '0 rack',
      examples: ['40 rack'],
    }),
  holidays: holidays.optional().meta({
    description: 'Days on which it finishes none.',
    absent: 'those of `calendars.makerHolidays`',
    examples: [[{ from: '2026-02-14', to: '2026-02-27' }]],
  }),
});

/** Lots that come by sea. */
export const seaFreightSchema = z.strictObject({
  part: ratio({ max: 1 }).meta({ description: 'Part of the lots that come by sea.', examples: ['20 %'] }),
  extra: uncertain('duration').meta({
    description: 'What the sea adds to the freight of a lot.',
    examples: ['catalog:chips.freight-sea-extra'],
  }),
});
