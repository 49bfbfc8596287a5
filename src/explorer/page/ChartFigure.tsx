import type { ComponentChildren, JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { Chart, ChartSettings, PlotArea } from '../../plot/index.ts';
import type { Bounds } from '../../plot/placeLabels.ts';
import { rulePath } from '../../plot/ruleParts.ts';
import { DateSlider } from './DateSlider.tsx';
import { placeOf } from './plotPlaces.ts';
import { savePng, saveSvg } from './saveFile.ts';
import { useDrawing, useWidth } from './useDrawing.ts';
import { useReading, type Readable } from './useReading.ts';
import { useWords } from './useWords.ts';
import { withOverlay } from './withOverlay.ts';
import { tied } from './words.ts';

interface Props extends Readable {
  /** Of the files that it is saved as. */
  readonly name: string;
  /** Draws the chart; what it throws is shown in its place. */
  readonly draw: (settings: ChartSettings) => Chart;
  /** What changes what is drawn. */
  readonly of: readonly unknown[];
  /** Drawn over the chart, in its units. */
  readonly over?: (area: PlotArea) => ComponentChildren;
  readonly note?: string | undefined;
}

/**
 * A chart of `src/plot` with its finding above it, values that are read off at the pointer or with the arrow keys,
 * and its files.
 */
export function ChartFigure({ name, draw, of, over, note, ...readable }: Props): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const overlay = useRef<SVGSVGElement>(null);
  const width = useWidth(box);
  const { drawn, isCurrent } = useDrawing(draw, width, of);
  const isChart = typeof drawn === 'object';
  const area = isChart ? drawn.area : undefined;
  const { read, dates = [], onDate } = readable;
  const { shown, place, period, follow } = useReading(readable, area, box);
  const words = useWords(box, isChart ? drawn.svg : undefined);
  const hasReading = read !== undefined && dates.length > 0;
  return (
    <figure data-chart={name} aria-busy={!isCurrent}>
      <figcaption>{isChart ? drawn.title : drawn === undefined ? ' ' : 'No chart'}</figcaption>
      <div class={onDate === undefined ? 'chart-box' : 'chart-box reads'} ref={box} {...follow}>
        {isChart ? (
          <div dangerouslySetInnerHTML={{ __html: drawn.svg }} />
        ) : (
          <p class={drawn === undefined ? 'undrawn' : 'quiet'}>{drawn}</p>
        )}
        {area !== undefined && (
          <svg class="over" ref={overlay} viewBox={`0 0 ${area.width} ${area.height}`} aria-hidden="true">
            {over?.(area)}
            {period !== undefined && <PeriodMark area={area} {...period} />}
            {hasReading && shown !== undefined && <DateRule area={area} date={shown} words={words} />}
          </svg>
        )}
      </div>
      {hasReading && (
        <DateSlider dates={dates} read={read} shown={shown} place={place} area={area} onDate={onDate} />
      )}
      <p class="note">
        {note === undefined ? '' : tied(note)}{' '}
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

function DateRule({
  area,
  date,
  words,
}: {
  readonly area: PlotArea;
  readonly date: string;
  readonly words: readonly Bounds[];
}): JSX.Element {
  return <path class="rule" d={rulePath({ ...area, x: placeOf(area, date) }, words)} />;
}
