/** The quantiles that a table tells of a date or a total. */
export const TOLD_QUANTILES = [0.1, 0.5, 0.9] as const;
