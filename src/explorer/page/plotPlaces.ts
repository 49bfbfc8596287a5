import type { PlotArea } from '../../plot/index.ts';

/** Where a date stands in a chart, in its units. */
export function placeOf({ left, right, first, last }: PlotArea, date: string): number {
  const share = (Date.parse(date) - Number(first)) / (Number(last) - Number(first));
  return left + Math.min(1, Math.max(0, share)) * (right - left);
}

/** How high a value stands in a chart, in its units. */
export function heightOf({ top, bottom, low, high }: PlotArea, value: number): number {
  return bottom - ((Math.min(value, high) - low) / (high - low)) * (bottom - top);
}
