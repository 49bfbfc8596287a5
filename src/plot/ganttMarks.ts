import * as Plot from '@observablehq/plot';
import type { Edge, GanttRow } from './ganttRows.ts';
import { INK, SERIES } from './palette.ts';
import { TICK_SIZE } from './typeface.ts';

/** Half heights, px. */
const BAND = 5.5;
const BAR = 2;

/** The axis of dates: what is outside of it is cut, and gets an arrow. */
interface Axis {
  readonly start: Date;
  readonly end: Date;
}

/** A stretch of dates on a row, cut at the axis. */
interface Stretch {
  readonly from: Date;
  readonly to: Date;
  readonly isBefore: boolean;
  readonly isAfter: boolean;
  readonly y: number;
  readonly fill: string;
}

/**
 * Thin bars from median to median, bands of P10 to P90 of start and finish behind them, arrows at what goes on outside
 * of the axis, and words where all of a row is outside.
 */
export function ganttMarks(
  rows: readonly GanttRow[],
  middles: readonly number[],
  axis: Axis,
): Plot.Markish[] {
  const placed = rows
    .map((row, i) => ({ ...row, y: middles[i]!, fill: row.isLast ? SERIES[1] : SERIES[0] }))
    .filter(({ isHead }) => !isHead);
  const bars = placed.flatMap(({ start, finish, ...row }) => stretch(start.p50, finish.p50, row, axis));
  const starts = placed.flatMap(({ start, ...row }) => spread(start, row, axis));
  const finishes = placed.flatMap(({ finish, ...row }) => spread(finish, row, axis));
  const all = [...bars, ...starts, ...finishes];
  const outside = placed.filter(({ y }) => !all.some((drawn) => drawn.y === y));
  const words = outside.map((row) => ({
    ...row,
    isBefore: row.finish.p90 !== undefined && row.finish.p90 <= axis.start,
  }));
  return [
    bandMark(starts, 0.16),
    bandMark(finishes, 0.34),
    Plot.rect(bars, { x1: 'from', x2: 'to', y1: ({ y }) => y - BAR, y2: ({ y }) => y + BAR, fill: 'fill' }),
    // A bar of no length is an event.
    Plot.dot(
      bars.filter(({ from, to }) => +from === +to),
      { x: 'from', y: 'y', symbol: 'diamond2', r: 4.5, fill: 'fill' },
    ),
    arrows([...new Set(all.filter(({ isBefore }) => isBefore).map(({ y }) => y))], axis.start, -90, -4),
    arrows([...new Set(all.filter(({ isAfter }) => isAfter).map(({ y }) => y))], axis.end, 90, 5),
    ...words.map(({ y, isBefore, isUnused }) =>
      Plot.text([isUnused ? 'in no run' : isBefore ? 'earlier' : 'later'], {
        x: () => (isBefore ? axis.start : axis.end),
        y: () => y,
        text: (word: string) => word,
        textAnchor: isBefore ? 'start' : 'end',
        dx: isBefore ? 3 : -3,
        fontSize: TICK_SIZE,
        fontStyle: 'italic',
      }),
    ),
  ];
}

function bandMark(stretches: readonly Stretch[], fillOpacity: number): Plot.Markish {
  return Plot.rect(stretches, {
    x1: 'from',
    x2: 'to',
    y1: ({ y }: Stretch) => y - BAND,
    y2: ({ y }: Stretch) => y + BAND,
    fill: 'fill',
    fillOpacity,
  });
}

function arrows(places: readonly number[], date: Date, rotate: number, dx: number): Plot.Markish {
  return Plot.dot(places, {
    x: () => date,
    y: (y: number) => y,
    dx,
    symbol: 'triangle',
    rotate,
    r: 3,
    fill: INK,
  });
}

type Place = Pick<Stretch, 'y' | 'fill'>;

function spread({ p10, p90 }: Edge, place: Place, axis: Axis): Stretch[] {
  const isPoint = p10 !== undefined && p90 !== undefined && +p10 === +p90;
  return isPoint ? [] : stretch(p10, p90, place, axis);
}

// From an unknown date nothing is drawn; to an unknown one it goes on beyond the horizon.
function stretch(
  from: Date | undefined,
  to: Date | undefined,
  { y, fill }: Place,
  { start, end }: Axis,
): Stretch[] {
  if (from === undefined || from > end || (to !== undefined && to < start)) return [];
  const isAfter = to === undefined || to > end;
  const isBefore = from < start;
  return [{ from: isBefore ? start : from, to: isAfter ? end : to, isBefore, isAfter, y, fill }];
}
