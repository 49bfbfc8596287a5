import { dateOf, dayText } from '../../plot/calendarText.ts';
import { rulePath, wordsIn } from '../../plot/ruleParts.ts';
import { dateSlider, type DateSlider } from './dateSlider.ts';
import type { Reading, ReadingPlace } from './reading.ts';
import { SVG_NAMESPACE } from '../../plot/svgNamespace.ts';

/** What stands where nothing is read yet. */
const HINT = 'Point at a row to read its dates.';

/** Lets a reader read the values of a chart at the pointer, and with a slider where they stand by date. */
export function readChart(figure: HTMLElement, { places, dates, rows, at }: Reading): void {
  const pictures = [...figure.querySelectorAll<SVGSVGElement>('.wide > svg, .narrow > svg')];
  const output = document.createElement('p');
  output.className = 'reading';
  const rules = pictures.flatMap((picture, index) =>
    places[index]!.map((place) => ({ picture, place, line: ruleIn(picture) })),
  );
  const slider: DateSlider | undefined =
    dates.length > 1
      ? dateSlider({
          dates: dates.map(([date]) => date),
          places: places.map(([place]) => place),
          show: (at) => show(at),
        })
      : undefined;
  const chosen = (): number => slider?.chosen() ?? 0;

  const show = (index: number): void => {
    const [date, text] = dates[index]!;
    const words = `${dayText(dateOf(date))}: ${text}`;
    output.textContent = words;
    slider?.say(words);
    for (const rule of rules) moveRule(rule, Date.parse(date));
  };

  pictures.forEach((picture, index) => {
    const plots = places[index]!;
    picture.classList.add('reads');
    picture.addEventListener('pointermove', (event) => {
      const { x, y } = pointIn(picture, event);
      const place = plotAt(plots, { x, y });
      const row = rows.find(({ top, bottom }) => y - place.top >= top && y - place.top < bottom);
      if (row !== undefined) output.textContent = row.text;
      else if (dates.length > 0) show(nearest(dates, timeAt(place, x)));
    });
    picture.addEventListener('pointerdown', (event) => {
      if (slider === undefined) return;
      const at = pointIn(picture, event);
      slider.choose(nearest(dates, timeAt(plotAt(plots, at), at.x)));
    });
    picture.addEventListener('pointerleave', () => {
      if (dates.length > 0) show(chosen());
      else output.textContent = HINT;
    });
  });
  if (slider !== undefined) {
    slider.choose(at === undefined ? dates.length - 1 : nearest(dates, Date.parse(at)));
  } else {
    output.textContent = HINT;
  }
  const controls = document.createElement('div');
  controls.className = 'controls';
  controls.append(...(slider === undefined ? [] : [slider.element]), output);
  pictures.at(-1)!.parentElement!.after(controls);
}

/** A line at the date that is read, in one plot of a picture. */
interface Rule {
  readonly picture: SVGSVGElement;
  readonly place: ReadingPlace;
  readonly line: SVGPathElement;
}

function ruleIn(picture: SVGSVGElement): SVGPathElement {
  const rule = document.createElementNS(SVG_NAMESPACE, 'path');
  rule.setAttribute('class', 'rule');
  picture.append(rule);
  return rule;
}

function moveRule({ picture, place, line }: Rule, time: number): void {
  const { left, right, top, bottom, first, last } = place;
  const x = left + Math.min(1, Math.max(0, (time - first) / (last - first))) * (right - left);
  line.setAttribute('d', rulePath({ x, top, bottom }, wordsIn(picture)));
}

/** Where the pointer is, in units of the picture. */
function pointIn(picture: SVGSVGElement, { clientX, clientY }: PointerEvent): { x: number; y: number } {
  const box = picture.getBoundingClientRect();
  const { x, y, width, height } = picture.viewBox.baseVal;
  return {
    x: x + ((clientX - box.left) / box.width) * width,
    y: y + ((clientY - box.top) / box.height) * height,
  };
}

/** The plot under a place, the last one that begins before it. */
function plotAt(plots: Reading['places'][number], { x, y }: { x: number; y: number }): ReadingPlace {
  const [first] = plots;
  return plots.findLast(({ left, top }) => left <= x && top <= y) ?? first;
}

function timeAt({ left, right, first, last }: ReadingPlace, x: number): number {
  return first + Math.min(1, Math.max(0, (x - left) / (right - left))) * (last - first);
}

/** The last date before a time, else the first. */
function nearest(dates: Reading['dates'], time: number): number {
  return Math.max(
    0,
    dates.findLastIndex(([date]) => Date.parse(date) <= time),
  );
}
