/** Ways to see which factor matters. */
export const METHODS = ['sobol', 'morris', 'tornado'] as const;

/** Name of a way. */
export type Method = (typeof METHODS)[number];
