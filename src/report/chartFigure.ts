import { htmlFigure, type Content } from '../page/index.ts';
import type { Chart, ChartSettings, PlotArea } from '../plot/index.ts';
import type { Reading, ReadingPlace } from './interactions/reading.ts';
import { jsonScript } from './jsonScript.ts';
import type { Readings } from './readings.ts';

const WIDE = 800;
const NARROW = 344;

/** A chart drawn twice, for a page and for a telephone: the style shows the one that fits; values are read off both. */
export function chartFigure(
  document: Document,
  draw: (settings: ChartSettings) => Chart,
  note?: Content,
  readings?: Readings,
): string {
  const wide = draw({ document, width: WIDE, heading: false });
  const narrow = draw({ document, width: NARROW, heading: false });
  const svg = [
    `<div class="wide">${wide.svg}</div>`,
    `<div class="narrow">${narrow.svg}</div>`,
    ...readingOf([wide, narrow], readings),
  ].join('\n');
  return htmlFigure(
    note === undefined ? { svg, title: tied(wide.title) } : { svg, title: tied(wide.title), note },
  );
}

/** What is read off the pictures, beside them; nothing for those whose axis is not time. */
function readingOf(charts: readonly Chart[], readings: Readings | undefined): string[] {
  const places = charts.flatMap(({ area, further = [] }): Reading['places'][number][] =>
    area === undefined ? [] : [[placeOf(area), ...further.map(placeOf)]],
  );
  if (readings === undefined || places.length < charts.length) return [];
  return [jsonScript('reading', { places, ...readings } satisfies Reading)];
}

function placeOf({ width, left, right, top, bottom, first, last }: PlotArea): ReadingPlace {
  return { width, left, right, top, bottom, first: Number(first), last: Number(last) };
}

/** A number is not parted from its per cent sign. */
function tied(title: string): string {
  return title.replaceAll(/(\d) %/g, '$1\u00a0%');
}
