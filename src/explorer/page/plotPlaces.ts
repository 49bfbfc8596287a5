import type { PlotArea } from '../../plot/index.ts';
import type { Band } from '../picture.ts';

/** Where a date stands in a chart, in its units. */
export function placeOf({ left, right, first, last }: PlotArea, date: string): number {
  const share = (Date.parse(date) - Number(first)) / (Number(last) - Number(first));
  return left + Math.min(1, Math.max(0, share)) * (right - left);
}

/** How high a value stands in a chart, in its units. */
export function heightOf({ top, bottom, low, high }: PlotArea, value: number): number {
  return bottom - ((Math.min(value, high) - low) / (high - low)) * (bottom - top);
}

/** The points of a line over the dates of some bands, for an SVG; where there is no value, none. */
export function pointsOf(
  area: PlotArea,
  fan: readonly Band[],
  value: (band: Band, index: number) => number | undefined,
): string {
  return fan
    .flatMap((band, index) => {
      const at = value(band, index);
      return at === undefined
        ? []
        : [`${placeOf(area, band.date).toFixed(1)},${heightOf(area, at).toFixed(1)}`];
    })
    .join(' ');
}
