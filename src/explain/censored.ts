import type { PointRecords } from '../record/index.ts';

/** Replications in which the horizon cut a milestone at the one point or at the other. */
export function censoredIn(milestone: string, a: PointRecords, b: PointRecords): number {
  const [first, second] = [a.column(milestone), b.column(milestone)];
  let count = 0;
  for (let i = 0; i < first.length; i++) if (first[i] === Infinity || second[i] === Infinity) count++;
  return count;
}
