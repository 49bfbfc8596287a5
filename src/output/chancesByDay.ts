import type { PointRecords } from '../record/index.ts';
import { weightedProportion, wilson, type Estimate } from '../statistics/index.ts';

/**
 * How likely a milestone is by the end of each day, asked for in rising order: the replications are gone through once.
 *
 * @example const readyBy = chancesByDay(point, 'target'); readyBy(0); readyBy(30);
 */
export function chancesByDay(point: PointRecords, milestone: string): (day: number) => Estimate {
  const days = point.column(milestone);
  return point.weights === undefined ? equalChances(days) : weightedChances(days, point.weights);
}

function equalChances(days: Float64Array): (day: number) => Estimate {
  const sorted = days.slice().sort();
  let reached = 0;
  let found: Estimate | undefined;
  return (day) => {
    const before = reached;
    while (reached < sorted.length && sorted[reached]! < day + 1) reached++;
    if (found === undefined || reached > before) found = wilson(reached, days.length);
    return found;
  };
}

function weightedChances(days: Float64Array, weights: Float64Array): (day: number) => Estimate {
  const order = Uint32Array.from(days, (_, place) => place).sort((a, b) => days[a]! - days[b]! || a - b);
  const hits = new Float64Array(days.length);
  let reached = 0;
  let found: Estimate | undefined;
  return (day) => {
    const before = reached;
    while (reached < order.length && days[order[reached]!]! < day + 1) hits[order[reached++]!] = 1;
    if (found === undefined || reached > before) found = weightedProportion(hits, weights);
    return found;
  };
}
