import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Chart, ChartSettings, PlotArea } from '../../plot/index.ts';
import { placeOf } from './plotPlaces.ts';
import { savePng, saveSvg } from './saveFile.ts';
import { withOverlay } from './withOverlay.ts';

const NARROWEST = 300;
const WIDEST = 860;

/** A shorter drag is a click. */
const SHORTEST_PERIOD_DAYS = 20;

interface Props {
  /** Of the files that it is saved as. */
  readonly name: string;
  /** Draws the chart; what it throws is shown in its place. */
  readonly draw: (settings: ChartSettings) => Chart;
  /** What changes what is drawn. */
  readonly of: readonly unknown[];
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
  /** Drawn over the chart, in its units. */
  readonly over?: (area: PlotArea) => ComponentChildren;
  readonly note?: string | undefined;
}

/**
 * A chart of `src/plot` with its finding above it, values that are read off at the pointer or with the arrow keys,
 * and its files.
 */
export function ChartFigure({
  name,
  draw,
  of,
  date,
  dates = [],
  read,
  onDate,
  readPlace,
  onPeriod,
  over,
  note,
}: Props): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const overlay = useRef<SVGSVGElement>(null);
  const width = useWidth(box);
  const [hovered, setHovered] = useState<string | undefined>(undefined);
  const [place, setPlace] = useState<string | undefined>(undefined);
  const [dragged, setDragged] = useState<string | undefined>(undefined);
  const { drawn, isCurrent } = useDrawing(draw, width, of);
  const isChart = typeof drawn === 'object';
  const area = isChart ? drawn.area : undefined;
  const shown = hovered ?? date;
  const nearest = (event: PointerEvent): string | undefined =>
    area && dateAt(event, box.current!, area, dates);
  const index = shown === undefined ? -1 : dates.findLastIndex((one) => one <= shown);
  const hasReading = read !== undefined && dates.length > 0;
  return (
    <figure data-chart={name} aria-busy={!isCurrent}>
      <figcaption>{isChart ? drawn.title : drawn === undefined ? ' ' : 'No chart'}</figcaption>
      <div
        class={onDate === undefined ? 'chart-box' : 'chart-box reads'}
        ref={box}
        onPointerMove={(event) => {
          if (!hasReading) return;
          const at = nearest(event);
          setHovered(at);
          setPlace(area && readPlace?.(downIn(event, box.current!, area)));
          if (at !== undefined && event.buttons === 1 && onPeriod === undefined) onDate?.(at);
        }}
        onPointerLeave={() => {
          setHovered(undefined);
          setPlace(undefined);
          setDragged(undefined);
        }}
        onPointerDown={(event) => {
          const at = hasReading ? nearest(event) : undefined;
          if (at === undefined) return;
          if (onPeriod !== undefined) setDragged(at);
          else onDate?.(at);
        }}
        onPointerUp={(event) => {
          const at = hasReading ? nearest(event) : undefined;
          setDragged(undefined);
          if (dragged === undefined || at === undefined) return;
          const [from, to] = dragged < at ? [dragged, at] : [at, dragged];
          if (daysBetween(from, to) < SHORTEST_PERIOD_DAYS) onDate?.(at);
          else onPeriod?.(from, to);
        }}
      >
        {isChart ? (
          <div dangerouslySetInnerHTML={{ __html: drawn.svg }} />
        ) : (
          <p class={drawn === undefined ? 'undrawn' : 'quiet'}>{drawn}</p>
        )}
        {area !== undefined && (
          <svg class="over" ref={overlay} viewBox={`0 0 ${area.width} ${area.height}`} aria-hidden="true">
            {over?.(area)}
            {dragged !== undefined && hovered !== undefined && (
              <PeriodMark area={area} from={dragged} to={hovered} />
            )}
            {hasReading && shown !== undefined && <DateRule area={area} date={shown} />}
          </svg>
        )}
      </div>
      {hasReading && (
        <div class="reading">
          <input
            type="range"
            min={0}
            max={dates.length - 1}
            value={Math.max(0, index)}
            aria-label="Date that is read"
            aria-valuetext={shown === undefined ? '' : read(shown)}
            onInput={({ currentTarget }) => onDate?.(dates[Number(currentTarget.value)]!)}
          />
          <output>{place ?? (shown === undefined ? '' : read(shown))}</output>
        </div>
      )}
      <p class="note">
        {note}{' '}
        {isChart && (
          <span class="files">
            <button type="button" onClick={() => saveSvg(name, withOverlay(drawn.svg, overlay.current))}>
              SVG
            </button>{' '}
            <button type="button" onClick={() => void savePng(name, withOverlay(drawn.svg, overlay.current))}>
              PNG
            </button>
          </span>
        )}
      </p>
    </figure>
  );
}

function PeriodMark({ area, from, to }: { area: PlotArea; from: string; to: string }): JSX.Element {
  const [a, b] = [placeOf(area, from), placeOf(area, to)];
  return (
    <rect
      class="period"
      x={Math.min(a, b)}
      y={area.top}
      width={Math.abs(b - a)}
      height={area.bottom - area.top}
    />
  );
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** How far below the top of the plot the pointer is, in units of the chart. */
function downIn(event: PointerEvent, box: HTMLDivElement, { width, top }: PlotArea): number {
  const frame = box.getBoundingClientRect();
  return ((event.clientY - frame.top) / frame.width) * width - top;
}

function DateRule({ area, date }: { area: PlotArea; date: string }): JSX.Element {
  const x = placeOf(area, date);
  return <line class="rule" x1={x} x2={x} y1={area.top} y2={area.bottom} />;
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

/**
 * Draws in a task of its own, so that several charts together do not hold the page up; the one before stands until
 * then.
 */
function useDrawing(
  draw: Props['draw'],
  width: number | undefined,
  of: readonly unknown[],
): { drawn: Chart | string | undefined; isCurrent: boolean } {
  const asked = [width, ...of];
  const [last, setLast] = useState<{ drawn: Chart | string; of: readonly unknown[] } | undefined>(undefined);
  useEffect(() => {
    if (width === undefined) return;
    const later = setTimeout(() => setLast({ drawn: drawnBy(draw, width), of: asked }));
    return () => clearTimeout(later);
  }, asked);
  return { drawn: last?.drawn, isCurrent: last !== undefined && isSame(last.of, asked) };
}

/** What cannot be drawn is said in words. */
function drawnBy(draw: Props['draw'], width: number): Chart | string {
  try {
    return draw({ document, width, heading: false });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function isSame(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((one, place) => Object.is(one, right[place]));
}

/** Nothing before it was measured. */
function useWidth(box: { readonly current: HTMLElement | null }): number | undefined {
  const [width, setWidth] = useState<number | undefined>(undefined);
  useEffect(() => {
    const measure = (): void => {
      const found = Math.floor(box.current?.clientWidth ?? 0);
      if (found > 0) setWidth(Math.min(WIDEST, Math.max(NARROWEST, found)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    if (box.current !== null) observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return width;
}
