import type { Panel } from './frame.ts';

/** How panels of one size stand, px. */
export interface ColumnsOptions {
  readonly columns: number;
  readonly width: number;
  readonly height: number;
  readonly gap: number;
}

/** Plots of one size, row by row from the left. */
export function inColumns(
  plots: readonly Element[],
  { columns, width, height, gap }: ColumnsOptions,
): Panel[] {
  return plots.map((plot, index) => ({
    plot,
    x: (index % columns) * (width + gap),
    y: Math.floor(index / columns) * (height + gap),
  }));
}
