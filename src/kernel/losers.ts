import type { Wait } from './wait.ts';
import type { WaitQueue } from './waitQueue.ts';

/** Units of all of some tickets. */
export const unitsOf = (tickets: readonly Wait<unknown>[]): number =>
  tickets.reduce((units, { amount }) => units + amount, 0);

/**
 * Who loses so many units: of those less urgent than a priority the least urgent and latest, without any whose units
 * are not needed when the others lose theirs. Fewer units where there are no more to be had.
 */
export function losersAmong(
  holders: WaitQueue,
  units: number,
  priority: number,
  canLose: (ticket: Wait<unknown>) => boolean,
): Wait<unknown>[] {
  const losers: Wait<unknown>[] = [];
  let found = 0;
  for (
    let holder = holders.last;
    holder !== undefined && holder.priority > priority && found < units;
    holder = holder.previous
  ) {
    if (!canLose(holder)) continue;
    losers.push(holder);
    found += holder.amount;
  }
  // The most urgent is the first to be spared.
  for (let index = losers.length - 1; index >= 0; index--) {
    if (found - losers[index].amount < units) continue;
    found -= losers[index].amount;
    losers.splice(index, 1);
  }
  return losers;
}
