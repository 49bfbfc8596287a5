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

const shift = () => duration({ min: -MOST_SHIFT, max: MOST_SHIFT }).optional();

/** How much later than usual each long-lead item is ordered; a negative time is earlier. */
export const orderShift = z.strictObject({
  transformers: shift(),
  hvBreakers: shift(),
  mvSwitchgear: shift(),
  relays: shift(),
  cooling: shift(),
  network: shift(),
  storage: shift(),
} satisfies Record<OrderItem, ReturnType<typeof shift>>);
