import type { JSX } from 'preact';
import type { PlotArea } from '../../plot/index.ts';
import { placeSlidTo, slideDay } from '../../plot/slideDates.ts';
import { placeOf } from './plotPlaces.ts';
import { tied } from './words.ts';

interface Props {
  readonly dates: readonly string[];
  readonly read: (date: string) => string;
  readonly shown: string | undefined;
  readonly place: string | undefined;
  readonly area: PlotArea | undefined;
  readonly onDate: ((date: string) => void) | undefined;
}

/** Reads the dates one by one, below their places in the chart, and says what stands at the one that is shown. */
export function DateSlider({ dates, read, shown, place, area, onDate }: Props): JSX.Element {
  const [first, last] = [dates[0]!, dates.at(-1)!];
  const from = Math.max(0, shown === undefined ? 0 : dates.findLastIndex((one) => one <= shown));
  const day = slideDay(dates, shown ?? first);
  return (
    <div class="reading">
      <input
        type="range"
        class="slider"
        min={0}
        max={slideDay(dates, last)}
        value={day}
        style={area && { '--from': partOf(area, first), '--to': partOf(area, last) }}
        aria-label="Date that is read"
        aria-valuetext={shown === undefined ? '' : read(shown)}
        onInput={({ currentTarget }) => {
          const next = dates[placeSlidTo(dates, { from, day: Number(currentTarget.value) })]!;
          currentTarget.value = String(slideDay(dates, next));
          onDate?.(next);
        }}
      />
      <output>{tied(place ?? (shown === undefined ? '' : read(shown)))}</output>
    </div>
  );
}

/** How far to the right a date stands, as a part of the width of the chart. */
function partOf(area: PlotArea, date: string): number {
  return placeOf(area, date) / area.width;
}
