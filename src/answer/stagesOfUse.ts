/** Stages of `stages.csv` that are use of a site and no work on it. */
export const STAGES_OF_USE: ReadonlySet<string> = new Set(['racks', 'in service']);
