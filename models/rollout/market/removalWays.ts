/** Ways to take a deal out of a scenario, to see what it costs the others. */
export const REMOVALS = ['vanish', 'divert'] as const;
