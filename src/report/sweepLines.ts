import { sweepChart, type SweepChartPoint } from '../plot/index.ts';
import { chartFigure } from './chartFigure.ts';
import type { Milestone } from '../answer/index.ts';

/** When a milestone comes over the values of one factor, as lines; nothing where none of its dates is known. */
export function sweepLines(
  document: Document,
  {
    goal,
    factor,
    unit,
    points,
  }: {
    goal: string;
    factor: string;
    unit: string | undefined;
    points: readonly { readonly value: number | undefined; readonly milestone: Milestone | undefined }[];
  },
): string[] {
  // What lies before the as-of date and nobody observed has no date to draw.
  const drawn = points.flatMap(({ value, milestone }): SweepChartPoint[] =>
    value === undefined ||
    milestone === undefined ||
    [milestone.p10, milestone.p50, milestone.p90].some(({ isEarlier }) => isEarlier)
      ? []
      : [
          {
            value,
            p10: milestone.p10.estimate,
            p50: milestone.p50.estimate,
            p90: milestone.p90.estimate,
            low: milestone.p50.low,
            high: milestone.p50.high,
          },
        ],
  );
  const hasDates = drawn.some(({ p10, p50, p90 }) => (p10 ?? p50 ?? p90) !== undefined);
  if (new Set(drawn.map(({ value }) => value)).size < 2 || !hasDates) return [];
  return [
    chartFigure(document, (settings) => sweepChart({ ...settings, goal, factor, unit, points: drawn })),
  ];
}
