/** Most replications that the page runs: more is a slip of the finger, and would fill its memory. */
export const MOST_REPLICATIONS = 20_000;

/** Most replications of each combination of causes: all of them are run 64 times. */
export const MOST_BLAMED = 1000;
