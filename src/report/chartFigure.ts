import { htmlFigure, type Content } from '../page/index.ts';
import type { Chart, ChartSettings } from '../plot/index.ts';

const WIDE = 800;
const NARROW = 344;

/** A chart drawn twice, for a page and for a telephone: the style shows the one that fits. */
export function chartFigure(
  document: Document,
  draw: (settings: ChartSettings) => Chart,
  note?: Content,
): string {
  const wide = draw({ document, width: WIDE, heading: false });
  const narrow = draw({ document, width: NARROW, heading: false });
  const svg = `<div class="wide">${wide.svg}</div>\n<div class="narrow">${narrow.svg}</div>`;
  return htmlFigure(
    note === undefined ? { svg, title: tied(wide.title) } : { svg, title: tied(wide.title), note },
  );
}

/** A number is not parted from its per cent sign. */
function tied(title: string): string {
  return title.replaceAll(/(\d) %/g, '$1\u00a0%');
}
