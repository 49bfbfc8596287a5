import { placeSlidTo, slideDay } from '../../plot/slideDates.ts';
import type { ReadingPlace } from './reading.ts';

/** A slider through the dates of a chart. */
export interface DateSlider {
  readonly element: HTMLInputElement;
  /** Place of the date that it stands at. */
  readonly chosen: () => number;
  /** Goes to the date at a place, and shows it. */
  readonly choose: (place: number) => void;
  /** What it tells who does not see the chart. */
  readonly say: (words: string) => void;
}

/** Which picture the style of a report shows: the one for a page and the one for a telephone. */
const PICTURES = ['wide', 'narrow'] as const;

/**
 * A slider whose thumb stands below the place of its date in whichever picture is shown.
 *
 * @param places where the plot lies in the picture for a page and in the one for a telephone
 * @param show is told the place of the date whenever it is another
 */
export function dateSlider({
  dates,
  places,
  show,
}: {
  readonly dates: readonly string[];
  readonly places: readonly ReadingPlace[];
  readonly show: (place: number) => void;
}): DateSlider {
  const element = document.createElement('input');
  element.type = 'range';
  element.className = 'slider';
  element.min = '0';
  element.max = String(slideDay(dates, dates.at(-1)!));
  element.setAttribute('aria-label', 'Date that is read');
  PICTURES.forEach((picture, index) => {
    const place = places[index]!;
    element.style.setProperty(`--${picture}-from`, partOf(place, dates[0]!));
    element.style.setProperty(`--${picture}-to`, partOf(place, dates.at(-1)!));
  });
  let chosen = 0;
  const choose = (place: number): void => {
    chosen = place;
    element.value = String(slideDay(dates, dates[place]!));
    show(place);
  };
  element.addEventListener('input', () =>
    choose(placeSlidTo(dates, { from: chosen, day: Number(element.value) })),
  );
  return {
    element,
    chosen: () => chosen,
    choose,
    say: (words) => element.setAttribute('aria-valuetext', words),
  };
}

/** How far to the right a date stands, as a part of the width of the picture. */
function partOf({ width, left, right, first, last }: ReadingPlace, date: string): string {
  const share = Math.min(1, Math.max(0, (Date.parse(date) - first) / (last - first)));
  return ((left + share * (right - left)) / width).toFixed(4);
}
