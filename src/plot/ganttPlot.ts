import * as Plot from '@observablehq/plot';
import { asOfText, pastMarks, type AsOf } from './asOf.ts';
import { dayText } from './calendarText.ts';
import { ganttMarks } from './ganttMarks.ts';
import { HEAD, placesOf, ROW } from './ganttPlaces.ts';
import type { GanttRow } from './ganttRows.ts';
import { INK, PAPER } from './palette.ts';
import { plotBox } from './plotBox.ts';
import { textWidth, widestText } from './textWidth.ts';
import { within } from './timePlot.ts';
import { timeTicks, type TimeTick } from './timeTicks.ts';
import { LABEL_SIZE, TICK_SIZE } from './typeface.ts';
import { shortenMiddle } from './wrapText.ts';

/** Most of the width that names take. */
const NAMES = 0.46;

/** Rows after which the dates stand below too. */
const TALL = 20;

/** The dates that a Gantt chart shows. */
interface GanttDates {
  readonly start: Date;
  readonly end: Date;
  readonly target: Date | undefined;
  readonly asOf: AsOf | undefined;
}

/** Where dates stand across, px, and which date stands at a place. */
interface Across {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly xOf: (date: Date) => number;
  readonly dateAt: (x: number) => () => Date;
}

/** The rows of a Gantt chart over its dates. */
export function ganttPlot(
  { document, width }: { readonly document: Document; readonly width: number },
  allRows: readonly GanttRow[],
  dates: GanttDates,
): Element {
  const { start, end, target, asOf } = dates;
  const rows = fitted(allRows, width * NAMES);
  const across = acrossOf(rows, dates, width);
  const { left, right } = across;
  const top = 22 + (target === undefined ? 0 : 16) + (asOf === undefined ? 0 : 14);
  const isTall = rows.length > TALL;
  const places = placesOf(rows);
  const height = places.at(-1)! + ROW;
  const ticks = timeTicks(start, end, right - left);
  return Plot.plot({
    ...plotBox({
      document,
      width,
      height: top + height + (isTall ? 24 : 8),
      left,
      right,
      top,
      bottom: top + height,
    }),
    x: { type: 'utc', domain: [start, end], axis: null },
    y: { domain: [height, 0], axis: null },
    marks: [
      asOf === undefined ? null : pastMarks(asOf, { first: start, last: end, low: 0, high: height }),
      Plot.ruleX(ticks, { x: 'date', stroke: INK, strokeOpacity: 0.13 }),
      tickTexts(ticks, -9, across),
      isTall ? tickTexts(ticks, height + 12, across) : null,
      ...dateMarks(dates, across),
      ...ganttMarks(
        rows,
        places.map((place, i) => place + (rows[i]!.isHead ? HEAD : ROW) / 2),
        { start, end },
      ),
      ...rows.map((row, i) => nameMark(row, places[i]!, across)),
    ],
  }) as Element;
}

function acrossOf(rows: readonly GanttRow[], { start, end }: GanttDates, width: number): Across {
  const names = widestText(
    rows.filter(({ isHead }) => !isHead).map(({ name }) => name),
    { size: LABEL_SIZE },
  );
  const left = Math.ceil(Math.min(names, width * NAMES)) + 13;
  const right = width - 18;
  return {
    width,
    left,
    right,
    dateAt: (x) => () =>
      new Date(start.getTime() + ((x - left) / (right - left)) * (end.getTime() - start.getTime())),
    xOf: (date) =>
      left + ((date.getTime() - start.getTime()) / (end.getTime() - start.getTime())) * (right - left),
  };
}

function tickTexts(ticks: readonly TimeTick[], y: number, { width, xOf, dateAt }: Across): Plot.Markish {
  return Plot.text(ticks, {
    x: ({ date, text }: TimeTick) => dateAt(within(xOf(date), text, width))(),
    y: () => y,
    text: 'text',
    fontSize: TICK_SIZE,
    fillOpacity: 0.8,
  });
}

/** The target date and the as-of date, where the axis shows them. */
function dateMarks({ start, end, target, asOf }: GanttDates, across: Across): Plot.Markish[] {
  const { xOf } = across;
  return [
    ...(target !== undefined && target >= start && target <= end
      ? [
          Plot.ruleX([target], { stroke: INK, strokeOpacity: 0.7, strokeDasharray: '3,3' }),
          dateWords(`target date ${dayText(target)}`, { x: xOf(target), above: 27 }, across),
        ]
      : []),
    ...(asOf !== undefined && asOf.date <= end
      ? [
          dateWords(
            asOfText(asOf),
            { x: xOf(asOf.hasPast ? asOf.date : start), above: target === undefined ? 27 : 41 },
            across,
          ),
        ]
      : []),
  ];
}

function dateWords(
  words: string,
  { x, above }: { x: number; above: number },
  { width, dateAt }: Across,
): Plot.Markish {
  return Plot.text([words], {
    x: dateAt(within(x, words, width)),
    y: () => -above,
    text: (line: string) => line,
    fontSize: TICK_SIZE,
  });
}

function nameMark({ name, isHead }: GanttRow, place: number, { width, left, dateAt }: Across): Plot.Markish {
  return Plot.text([name], {
    x: dateAt(isHead ? 0 : left - 11),
    y: () => place + (isHead ? HEAD / 2 + 2 : ROW / 2),
    text: (words: string) =>
      isHead
        ? shortenMiddle(words, width - 8, { size: LABEL_SIZE, bold: true })
        : shortenMiddle(words, left - 12, { size: LABEL_SIZE }),
    textAnchor: isHead ? 'start' : 'end',
    fontSize: LABEL_SIZE,
    ...(isHead ? { fontWeight: 600, fill: INK, stroke: PAPER, strokeWidth: 4 } : {}),
  });
}

/** Rows with the names that fit in a width: what is said of the stages is said shorter, and kept to the last. */
function fitted(rows: readonly GanttRow[], width: number): readonly GanttRow[] {
  const style = { size: LABEL_SIZE };
  const stages = rows.filter(({ isHead }) => !isHead).map(({ name }) => name);
  if (widestText(stages, style) <= width) return rows;
  return rows.map((row) => {
    const said = row.name.slice(row.stage.length).replace(/ of runs$/, '');
    if (row.isHead || said === '') return row;
    return { ...row, name: `${shortenMiddle(row.stage, width - textWidth(said, style), style)}${said}` };
  });
}
