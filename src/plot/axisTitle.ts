import * as Plot from '@observablehq/plot';
import { TICK_SIZE } from './typeface.ts';
import { wrapText } from './wrapText.ts';

/** px of a line of the title of an axis. */
const LINE = 14;

/** The lines of the title of an axis, each within a width, px. */
export function axisTitleLines(title: string, width: number): string[] {
  return wrapText(title, width, { size: TICK_SIZE });
}

/** px that the lines of a title take; that of one where there is none. */
export function axisTitleHeight(lines: readonly string[]): number {
  return Math.max(1, lines.length) * LINE;
}

/**
 * The title of an axis, line by line.
 *
 * @param at where it stands, in units of the plot: `x` at its `textAnchor`, `y` for a line so many px below the first
 */
export function axisTitleMarks(
  lines: readonly string[],
  at: { x: number | Date; y: (below: number) => number; textAnchor: 'start' | 'end' },
): Plot.Markish[] {
  return lines.map((line, i) =>
    Plot.text([line], {
      x: () => at.x,
      y: () => at.y(i * LINE),
      text: (words: string) => words,
      textAnchor: at.textAnchor,
      fontSize: TICK_SIZE,
      fillOpacity: 0.8,
    }),
  );
}
