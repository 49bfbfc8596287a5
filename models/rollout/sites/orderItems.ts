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
