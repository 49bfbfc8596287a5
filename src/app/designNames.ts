/** Designs that a sweep may have, by the names used in scenario files and on the command line. */
export const DESIGNS = ['list', 'grid', 'oat', 'lhs', 'sobol', 'morris'] as const;

/** Name of a design. */
export type DesignName = (typeof DESIGNS)[number];
