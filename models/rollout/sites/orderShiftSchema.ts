import { z } from 'zod';
import { duration } from '../../../src/scenario/index.ts';

/** The long-lead items of a campus that are ordered on their own. */
export const ORDER_ITEMS = [
  'transformers',
  'hvBreakers',
  'mvSwitchgear',
  'relays',
  'cooling',
  'network',
  'storage',
] as const;

export type OrderItem = (typeof ORDER_ITEMS)[number];

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
