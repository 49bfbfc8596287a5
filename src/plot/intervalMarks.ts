import * as Plot from '@observablehq/plot';
import type { Interval } from './interval.ts';
import { INK, PAPER } from './palette.ts';
import type { RowScale } from './rowPlot.ts';

/** An interval on a row and where it stands. */
export interface PlacedInterval extends Interval {
  readonly y: number;
  readonly colour: string;
  /** Whether the estimate is drawn as a dot. */
  readonly hasDot?: boolean;
}

/** Lines from low to high with their dots; a bound that is not known runs dashed to an arrow at the edge. */
export function intervalMarks(placed: readonly PlacedInterval[], scale: RowScale): Plot.Markish[] {
  const known = placed.filter(({ estimate }) => estimate !== undefined);
  const open = known.flatMap((interval) => [
    ...(interval.low === undefined ? [{ ...interval, edge: scale.valueAt(scale.left), rotate: -90 }] : []),
    ...(interval.high === undefined ? [{ ...interval, edge: scale.valueAt(scale.right), rotate: 90 }] : []),
  ]);
  return [
    Plot.ruleY(known, {
      y: 'y',
      x1: ({ low, estimate }: PlacedInterval) => low ?? estimate,
      x2: ({ high, estimate }: PlacedInterval) => high ?? estimate,
      stroke: INK,
      strokeWidth: 1.5,
    }),
    Plot.ruleY(open, {
      y: 'y',
      x1: 'estimate',
      x2: 'edge',
      stroke: INK,
      strokeOpacity: 0.6,
      strokeDasharray: '2,3',
    }),
    Plot.dot(open, { x: 'edge', y: 'y', symbol: 'triangle', rotate: 'rotate', r: 3.5, fill: INK }),
    Plot.dot(
      known.filter(({ hasDot = true }) => hasDot),
      { x: 'estimate', y: 'y', r: 4.5, fill: 'colour', stroke: PAPER, strokeWidth: 1.25 },
    ),
  ];
}
