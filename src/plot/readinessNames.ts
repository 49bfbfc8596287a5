import * as Plot from '@observablehq/plot';
import { INK, PAPER, SERIES } from './palette.ts';
import { placeLabels, type Bounds } from './placeLabels.ts';
import { textWidth } from './textWidth.ts';
import type { TimeScale } from './timePlot.ts';
import { LABEL_SIZE } from './typeface.ts';

/** A date on the curve that is named. */
export interface Named {
  readonly date: Date;
  readonly p: number;
  readonly words: string;
  /** What stands there where these have no room. */
  readonly short: string;
  readonly isTarget: boolean;
}

/** Dots on the readiness curve with their names beside them, over no line and if it can be not over the curve. */
export function namedMarks(
  named: readonly Named[],
  curve: readonly { readonly date: Date; readonly p: number }[],
  scale: TimeScale,
): Plot.Markish[] {
  const places = placeLabels(
    named.map(({ date, p, words, short, isTarget }) => ({
      x: scale.x(date),
      y: scale.y(p),
      width: textWidth(words, { size: LABEL_SIZE, bold: isTarget }),
      shortWidth: textWidth(short, { size: LABEL_SIZE, bold: isTarget }),
      height: 15,
    })),
    { ...scale, top: scale.top - 8 },
    { never: scale.rules, rarely: stepsOf(curve, scale) },
  );
  return named.flatMap((point, i) => {
    const colour = point.isTarget ? SERIES[1] : SERIES[0];
    const placed = places[i];
    return [
      Plot.dot([point], { x: 'date', y: 'p', r: 4, fill: colour, stroke: PAPER, strokeWidth: 1.5 }),
      placed === undefined
        ? null
        : Plot.text([point], {
            x: 'date',
            y: 'p',
            text: placed.isShort ? 'short' : 'words',
            ...placed.place,
            fontSize: LABEL_SIZE,
            stroke: PAPER,
            strokeWidth: 4,
            fill: point.isTarget ? colour : INK,
            ...(point.isTarget ? { fontWeight: 600 } : {}),
          }),
    ];
  });
}

/** What a staircase takes, step by step, px. */
function stepsOf(
  curve: readonly { readonly date: Date; readonly p: number }[],
  { x, y }: TimeScale,
): Bounds[] {
  return curve.slice(1).map((point, i) => {
    const [before, after] = [y(curve[i]!.p), y(point.p)];
    return {
      left: x(curve[i]!.date),
      right: x(point.date),
      top: Math.min(before, after) - 1,
      bottom: Math.max(before, after) + 1,
    };
  });
}
