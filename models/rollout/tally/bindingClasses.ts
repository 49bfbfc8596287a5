/** What a planned position can wait for, in the order of the columns of `binding.csv`. */
export const BINDING_CLASSES = [
  'chips',
  'power',
  'building',
  'cooling',
  'network',
  'commissioning',
  'existing',
  'policy',
  'crew',
  'acceptance',
  'unmet',
] as const;

export type BindingClass = (typeof BINDING_CLASSES)[number];

/** Index of every class. */
export const PLANT_CLASS: Readonly<Record<BindingClass, number>> = Object.fromEntries(
  BINDING_CLASSES.map((name, index) => [name, index]),
) as Record<BindingClass, number>;
