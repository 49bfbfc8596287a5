import * as Plot from '@observablehq/plot';
import { INK, PAPER } from './palette.ts';
import { rowLayout } from './rowLayout.ts';
import { widestText } from './textWidth.ts';
import { within } from './timePlot.ts';
import { LABEL_SIZE, TICK_SIZE } from './typeface.ts';
import { axisTitleHeight, axisTitleLines, axisTitleMarks } from './axisTitle.ts';
import { plotBox } from './plotBox.ts';

/** A row: its name on the left, its bar, and its number on the right. */
export interface Row {
  readonly name: string;
  /** One text a bar of the row. */
  readonly values: readonly string[];
  readonly bold?: boolean;
}

/** Where the rows of a plot are, px, in a plot whose y axis counts px from its top. */
export interface RowScale {
  readonly left: number;
  readonly right: number;
  readonly x: (value: number) => number;
  readonly valueAt: (x: number) => number;
  /** Middle of a bar of a row. */
  readonly barY: (row: number, bar?: number) => number;
}

/** What a plot of rows is made of. */
export interface RowPlotOptions {
  readonly document: Document;
  readonly width: number;
  readonly rows: readonly Row[];
  /** Places of the value axis, the lowest and the highest its ends. */
  readonly ticks: readonly number[];
  readonly tickText: (value: number) => string;
  /** What the values are, with their unit. */
  readonly axisTitle: string;
  /** A value with a line through all rows and words above it. */
  readonly reference?: { readonly value: number; readonly text: string } | undefined;
  readonly marks: (scale: RowScale) => Plot.Markish[];
}

/**
 * A plot of named rows over a value axis: names left and numbers right of the bars, or above them where it is narrow.
 */
export function rowPlot(options: RowPlotOptions): Element {
  const { document, width, rows, ticks, tickText, axisTitle, reference } = options;
  const { left, right, height, isAbove, nameLines, barY, nameY, numberY } = rowLayout(options);
  const [low, high] = [ticks[0]!, ticks.at(-1)!];
  const top = reference === undefined ? 6 : 22;
  const titleLines = axisTitleLines(axisTitle, width - 2);
  const bottom = 24 + axisTitleHeight(titleLines);
  const scale: RowScale = {
    left,
    right,
    x: (value) => left + ((value - low) / (high - low)) * (right - left),
    valueAt: (x) => low + ((x - left) / (right - left)) * (high - low),
    barY,
  };
  const at = (x: number) => () => scale.valueAt(x);
  // Names above bars stand on the grid.
  const halo = isAbove ? { fill: INK, stroke: PAPER, strokeWidth: 4 } : {};
  const shown = ticksWithRoom(ticks, tickText, right - left);
  return Plot.plot({
    ...plotBox({ document, width, height: top + height + bottom, left, right, top, bottom: top + height }),
    x: { domain: [low, high], axis: null },
    y: { domain: [height, 0], axis: null },
    marks: [
      Plot.ruleX(shown, { stroke: INK, strokeOpacity: 0.13 }),
      Plot.text(shown, {
        x: (v: number) => v,
        y: () => height + 12,
        text: tickText,
        fontSize: TICK_SIZE,
        fillOpacity: 0.8,
      }),
      ...axisTitleMarks(titleLines, {
        x: scale.valueAt(width - 1),
        y: (below) => height + 30 + below,
        textAnchor: 'end',
      }),
      ...options.marks(scale),
      reference === undefined ? null : referenceMarks(reference, scale, width),
      ...rows.flatMap(({ values, bold = false }, i) => [
        ...nameLines(i).map((words, line) =>
          Plot.text([words], {
            x: at(isAbove ? 0 : left - 10),
            y: () => nameY(i, line),
            text: (text: string) => text,
            textAnchor: isAbove ? 'start' : 'end',
            fontSize: LABEL_SIZE,
            ...halo,
            ...(bold ? { fontWeight: 600 } : {}),
          }),
        ),
        ...values.map((value, bar) =>
          Plot.text([value], {
            x: at(isAbove ? width - 1 : right + 12),
            y: () => numberY(i, bar),
            text: (words: string) => words,
            textAnchor: isAbove ? 'end' : 'start',
            fontSize: LABEL_SIZE,
            ...halo,
            ...(bold ? { fontWeight: 600 } : {}),
          }),
        ),
      ]),
    ],
  }) as Element;
}

// Every second or fourth tick where all have no room; 0 and the ends of the axis come first.
function ticksWithRoom(
  ticks: readonly number[],
  tickText: (value: number) => string,
  width: number,
): number[] {
  const needed = widestText(ticks.map(tickText), { size: TICK_SIZE }) + 10;
  const step =
    [1, 2, 3, 4, 5].find((every) => (width / (ticks.length - 1)) * every >= needed) ?? ticks.length - 1;
  const zero = Math.max(0, ticks.indexOf(0));
  return ticks.filter((_, i) => (i - zero) % step === 0);
}

function referenceMarks(
  { value, text }: { value: number; text: string },
  scale: RowScale,
  width: number,
): Plot.Markish[] {
  return [
    Plot.ruleX([value], { stroke: INK, strokeOpacity: 0.7, strokeDasharray: '3,3', insetTop: -4 }),
    Plot.text([text], {
      x: () => scale.valueAt(within(scale.x(value), text, width)),
      y: () => -13,
      text: (words: string) => words,
      fontSize: TICK_SIZE,
    }),
  ];
}
