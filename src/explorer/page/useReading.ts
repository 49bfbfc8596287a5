import { DAY_MILLISECONDS } from '../../kernel/lengths.ts';
import { useState } from 'preact/hooks';
import type { PlotArea } from '../../plot/index.ts';

/** A shorter drag is a click. */
const SHORTEST_PERIOD_DAYS = 20;

/** What of a chart over time can be read off. */
export interface Readable {
  /** The date that is read, ISO. */
  readonly date?: string | undefined;
  /** Dates that can be read, in their order. */
  readonly dates?: readonly string[];
  /** What the chart says on a date, in words. */
  readonly read?: (date: string) => string;
  readonly onDate?: (date: string) => void;
  /** What stands at a place, px below the top of the plot; nothing: what stands at its date. */
  readonly readPlace?: (down: number) => string | undefined;
  /** A period that was dragged across the chart; where this is asked for, a drag moves no date. */
  readonly onPeriod?: (from: string, to: string) => void;
}

/** What is read off a chart at the pointer, and what follows the pointer. */
export interface PointerReading {
  /** The date under the pointer, else the one that is read. */
  readonly shown: string | undefined;
  /** What stands at the place of the pointer. */
  readonly place: string | undefined;
  /** A period that is being dragged. */
  readonly period: { readonly from: string; readonly to: string } | undefined;
  readonly follow: {
    onPointerMove(event: PointerEvent): void;
    onPointerLeave(): void;
    onPointerDown(event: PointerEvent): void;
    onPointerUp(event: PointerEvent): void;
  };
}

/** Reads dates, places and periods off the plot of a chart in a box. */
export function useReading(
  { date, dates = [], read, onDate, readPlace, onPeriod }: Readable,
  area: PlotArea | undefined,
  box: { readonly current: HTMLDivElement | null },
): PointerReading {
  const [hovered, setHovered] = useState<string | undefined>(undefined);
  const [place, setPlace] = useState<string | undefined>(undefined);
  const [dragged, setDragged] = useState<string | undefined>(undefined);
  const hasReading = read !== undefined && dates.length > 0;
  const nearest = (event: PointerEvent): string | undefined =>
    hasReading ? area && dateAt(event, box.current!, area, dates) : undefined;
  return {
    shown: hovered ?? date,
    place,
    period: dragged === undefined || hovered === undefined ? undefined : { from: dragged, to: hovered },
    follow: {
      onPointerMove(event) {
        if (!hasReading) return;
        const at = nearest(event);
        setHovered(at);
        setPlace(area && readPlace?.(downIn(event, box.current!, area)));
        if (at !== undefined && event.buttons === 1 && onPeriod === undefined) onDate?.(at);
      },
      onPointerLeave() {
        setHovered(undefined);
        setPlace(undefined);
        setDragged(undefined);
      },
      onPointerDown(event) {
        const at = nearest(event);
        if (at === undefined) return;
        if (onPeriod !== undefined) setDragged(at);
        else onDate?.(at);
      },
      onPointerUp(event) {
        const at = nearest(event);
        setDragged(undefined);
        if (dragged === undefined || at === undefined) return;
        const [from, to] = dragged < at ? [dragged, at] : [at, dragged];
        if (daysBetween(from, to) < SHORTEST_PERIOD_DAYS) onDate?.(at);
        else onPeriod?.(from, to);
      },
    },
  };
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS;
}

/** How far below the top of the plot the pointer is, in units of the chart. */
function downIn(event: PointerEvent, box: HTMLDivElement, { width, top }: PlotArea): number {
  const frame = box.getBoundingClientRect();
  return ((event.clientY - frame.top) / frame.width) * width - top;
}

function dateAt(
  event: PointerEvent,
  box: HTMLDivElement,
  { width, left, right, first, last }: PlotArea,
  dates: readonly string[],
): string | undefined {
  const frame = box.getBoundingClientRect();
  const x = ((event.clientX - frame.left) / frame.width) * width;
  const share = Math.min(1, Math.max(0, (x - left) / (right - left)));
  const time = Number(first) + share * (Number(last) - Number(first));
  return dates.findLast((date) => Date.parse(date) <= time) ?? dates[0];
}
