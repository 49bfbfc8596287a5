/**
 * What results say of the days before their as-of date, up to what follows from it.
 *
 * @param isTold whether totals were observed
 */
export function pastText(asOf: string, isTold: boolean): string {
  const past = isTold
    ? 'Of how much was in service before that day the model was told totals, and nothing else'
    : 'How much was in service before that day nobody has told the model: the past is unobserved';
  return `This is the view of ${asOf}. Stages whose dates the scenario states are taken as they were. ${past}`;
}

/** What is said of one replication that has days before the as-of date. */
export function drawnPastText(asOf: string): string {
  return `What it has before ${asOf} is drawn, but for the dates that the scenario states: no forecast, and no record of what happened.`;
}
