import { DAY_MILLISECONDS } from '../../kernel/lengths.ts';
import { dateOf, dayText } from '../../plot/calendarText.ts';
import { intervalText, shareText } from '../../plot/numberText.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import { shareOfWeightSums } from '../../statistics/shareOfWeightSums.ts';
import { wilson } from '../../statistics/wilson.ts';
import type { MilestoneDays } from './reading.ts';
import { SVG_NAMESPACE } from '../../plot/svgNamespace.ts';

const [WIDTH, HEIGHT] = [100, 30];

/** Lets a reader choose a milestone and a date, and says what share of the replications is there by then. */
export function chooseMilestone(place: HTMLElement, data: MilestoneDays): void {
  const { first, last, milestones, chosen } = data;
  const days = Math.round((Date.parse(last) - Date.parse(first)) / DAY_MILLISECONDS);
  const select = document.createElement('select');
  for (const [index, { title, due }] of milestones.entries())
    select.append(new Option(due === undefined ? title : `${title}, due ${due}`, String(index)));
  const slider = document.createElement('input');
  slider.type = 'range';
  slider.className = 'slider';
  slider.max = String(days);
  slider.setAttribute('aria-label', 'Date by which it is reached');
  const output = document.createElement('p');
  output.className = 'reading';
  const curve = document.createElementNS(SVG_NAMESPACE, 'polyline');
  const rule = document.createElementNS(SVG_NAMESPACE, 'line');

  const show = (): void => {
    const { title, reached } = milestones[Number(select.value)]!;
    const day = Number(slider.value);
    const date = new Date(Date.parse(first) + day * DAY_MILLISECONDS).toISOString().slice(0, 10);
    const words = `${dayText(dateOf(date))}: ${intervalText(shareBy(day, reached, data), shareText)} of the replications have reached ${title}`;
    output.textContent = words;
    slider.setAttribute('aria-valuetext', words);
    const x = ((day / days) * WIDTH).toFixed(2);
    for (const name of ['x1', 'x2']) rule.setAttribute(name, x);
  };
  const choose = (): void => {
    const { due, reached } = milestones[Number(select.value)]!;
    curve.setAttribute('points', pointsOf(reached, { days, all: data.weights?.sum ?? data.replications }));
    if (due !== undefined)
      slider.value = String(Math.round((Date.parse(due) - Date.parse(first)) / DAY_MILLISECONDS));
    show();
  };

  const picture = document.createElementNS(SVG_NAMESPACE, 'svg');
  picture.setAttribute('viewBox', `0 0 ${WIDTH} ${HEIGHT}`);
  picture.setAttribute('preserveAspectRatio', 'none');
  picture.setAttribute('aria-hidden', 'true');
  rule.setAttribute('class', 'rule');
  rule.setAttribute('y2', String(HEIGHT));
  picture.append(curve, rule);
  const box = document.createElement('div');
  box.className = 'curve';
  box.append(picture);
  const label = document.createElement('label');
  label.append('Milestone ', select);
  const ends = document.createElement('p');
  ends.className = 'note ends';
  ends.append(
    spanOf(dayText(dateOf(first))),
    spanOf('share of the replications, 0 to 100 %'),
    spanOf(dayText(dateOf(last))),
  );
  place.append(label, box, slider, ends, output);
  place.hidden = false;
  select.value = String(chosen);
  slider.value = String(days);
  select.addEventListener('change', choose);
  slider.addEventListener('input', show);
  choose();
}

function spanOf(text: string): HTMLElement {
  const span = document.createElement('span');
  span.textContent = text;
  return span;
}

/** The share that is there by the end of a day, with its interval. */
function shareBy(
  day: number,
  reached: MilestoneDays['milestones'][number]['reached'],
  { replications, weights }: MilestoneDays,
): Estimate {
  const there = { sum: 0, squares: 0 };
  for (const [on, sum, squares = 0] of reached) {
    if (on > day) continue;
    there.sum += sum;
    there.squares += squares;
  }
  return weights === undefined ? wilson(there.sum, replications) : shareOfWeightSums(there, weights);
}

/** The share that is there, as a staircase. */
function pointsOf(
  reached: MilestoneDays['milestones'][number]['reached'],
  { days, all }: { days: number; all: number },
): string {
  let sum = 0;
  const points = ['0,' + HEIGHT];
  for (const [day, count] of reached) {
    const x = Math.max(0, (day / days) * WIDTH).toFixed(2);
    points.push(`${x},${heightOf(sum / all)}`);
    sum += count;
    points.push(`${x},${heightOf(sum / all)}`);
  }
  return [...points, `${WIDTH},${heightOf(sum / all)}`].join(' ');
}

function heightOf(share: number): string {
  return (HEIGHT * (1 - share)).toFixed(2);
}
