import type { Plot } from '@observablehq/plot';

/** Where the plot of a chart over time lies in its SVG, in the units of its `viewBox`, and what stands at its edges. */
export interface PlotArea {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly first: Date;
  readonly last: Date;
  /** Values at the lower and the upper edge. */
  readonly low: number;
  readonly high: number;
}

/**
 * The area of a plot whose x axis is time; nothing for another, or for an element that is no plot.
 *
 * @param place where the plot stands in the SVG, and the size of that
 */
export function plotArea(
  plot: Element,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): PlotArea | undefined {
  const scales = plot as Partial<Plot>;
  const [across, up] = [scales.scale?.('x'), scales.scale?.('y')];
  const [first, last] = (across?.domain ?? []) as unknown[];
  const [low, high] = (up?.domain ?? []) as unknown[];
  if (!(first instanceof Date) || !(last instanceof Date)) return undefined;
  if (typeof low !== 'number' || typeof high !== 'number') return undefined;
  const [left, right] = across!.range as readonly number[];
  const [bottom, top] = up!.range as readonly number[];
  return {
    width,
    height,
    left: x + left!,
    right: x + right!,
    top: y + top!,
    bottom: y + bottom!,
    first,
    last,
    low,
    high,
  };
}
