import type { RowPlotOptions } from './rowPlot.ts';
import { textWidth, widestText } from './textWidth.ts';
import { LABEL_SIZE, TICK_SIZE } from './typeface.ts';
import { wrapText } from './wrapText.ts';

/** Where names, bars and numbers of rows stand, px from the left and from the top of the first row. */
export interface RowLayout {
  readonly left: number;
  readonly right: number;
  readonly height: number;
  /** Whether names and numbers stand above their bars, for want of room beside them. */
  readonly isAbove: boolean;
  /** The name of a row, whole, in as many lines as it takes. */
  readonly nameLines: (row: number) => readonly string[];
  readonly barY: (row: number, bar?: number) => number;
  readonly nameY: (row: number, line?: number) => number;
  readonly numberY: (row: number, bar: number) => number;
}

const BAR = 17;
const ROW_GAP = 7;
/** px of a line of text above a bar. */
const LINE = 17;

/** px that bars need at least beside names and numbers. */
const LEAST_BARS = 200;

/** Lays out rows whose names and numbers stand beside the bars where there is room, else above them. */
export function rowLayout({ width, rows, ticks, tickText }: RowPlotOptions): RowLayout {
  const nameWidths = rows.map(({ name, bold = false }) => textWidth(name, { size: LABEL_SIZE, bold }));
  const numberWidths = rows.map(({ values, bold = false }) => widestText(values, { size: LABEL_SIZE, bold }));
  const names = Math.ceil(Math.max(0, ...nameWidths));
  const numbers = Math.ceil(Math.max(0, ...numberWidths));
  const edge = Math.ceil(widestText([ticks[0]!, ticks.at(-1)!].map(tickText), { size: TICK_SIZE }) / 2);
  const isAbove = names + numbers + 24 + LEAST_BARS > width;
  const bars = rows[0]?.values.length ?? 1;
  const line = isAbove ? LINE : 0;
  const lines = rows.map(({ name, bold = false }) =>
    isAbove ? wholeName(name, width - 12, { size: LABEL_SIZE, bold }) : [name],
  );
  // The last line of a name shares that of the first number where both have room.
  const ownLines = lines.map((own, i) => {
    const last = textWidth(own.at(-1)!, { size: LABEL_SIZE, bold: rows[i]!.bold ?? false });
    return isAbove ? own.length - (last + numberWidths[i]! + 12 <= width ? 1 : 0) : 0;
  });
  const tops: number[] = [];
  let height = 0;
  for (const own of ownLines) {
    tops.push(height);
    height += own * LINE + bars * (line + BAR) + ROW_GAP;
  }
  const barY = (row: number, bar = 0): number =>
    tops[row]! + ownLines[row]! * LINE + ROW_GAP / 2 + bar * (line + BAR) + line + BAR / 2;
  const lineY = (row: number, bar = 0): number => barY(row, bar) - BAR / 2 - LINE / 2 + 1;
  return {
    left: isAbove ? edge : Math.max(edge, names + 12),
    right: width - (isAbove ? edge : Math.max(edge, numbers + 12)),
    height: height + 4,
    isAbove,
    nameLines: (row) => lines[row]!,
    barY,
    nameY: (row, index = 0) =>
      isAbove ? lineY(row) + (index - ownLines[row]!) * LINE : tops[row]! + ROW_GAP / 2 + (BAR * bars) / 2,
    numberY: isAbove ? lineY : barY,
  };
}

function wholeName(name: string, width: number, style: { size: number; bold: boolean }): readonly string[] {
  const lines = wrapText(name, width, style);
  return lines.length === 0 ? [''] : lines;
}
