import { z } from 'zod';
import { duration } from '../../../src/scenario/index.ts';
import type { OrderItem } from './orderItems.ts';

// A century either way.
const MOST_SHIFT = 36_525;

const shift = (item: string) =>
  duration({ min: -MOST_SHIFT, max: MOST_SHIFT })
    .optional()
    .meta({
      description: `How much later than usual ${item} ordered; a negative time is earlier.`,
      default: '0 days',
      examples: ['-60 days'],
    });

/** How much later than usual each long-lead item is ordered; a negative time is earlier. */
export const orderShift = z.strictObject({
  transformers: shift('transformers are'),
  hvBreakers: shift('high-voltage breakers are'),
  mvSwitchgear: shift('medium-voltage switchgear is'),
  relays: shift('protection relays are'),
  cooling: shift('cooling plant is'),
  network: shift('switches and optics are'),
  storage: shift('storage is'),
} satisfies Record<OrderItem, ReturnType<typeof shift>>);
