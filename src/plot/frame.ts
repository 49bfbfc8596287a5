import type { Chart, ChartSettings } from './chart.ts';
import { plotArea } from './plotArea.ts';
import { FONT_FAMILY, LABEL_SIZE, TITLE_SIZE } from './typeface.ts';
import { wrapText } from './wrapText.ts';
import { SVG_NAMESPACE } from './svgNamespace.ts';

const MINIMUM_WIDTH = 240;

/** A plot and where it stands below the heading, px. */
export interface Panel {
  readonly plot: Element;
  readonly x?: number;
  readonly y?: number;
}

/** A chart before it is put together. */
export interface FrameOptions extends ChartSettings {
  /** Kind of chart, as a file would be called. */
  readonly name: string;
  readonly title: string;
  /** How to read it, and what the title leaves out. */
  readonly subtitle: string;
  readonly alternative: string;
  readonly panels: readonly Panel[];
}

/** The width a chart is laid out for; throws on one that has no room for a chart. */
export function chartWidth({ width = 720 }: ChartSettings): number {
  if (!(width >= MINIMUM_WIDTH && width < Infinity)) {
    throw new Error(`width: ${width}, expected at least ${MINIMUM_WIDTH} px`);
  }
  return width;
}

/** Puts plots below their heading into one SVG that stands alone and says in words what it shows. */
export function frame(options: FrameOptions): Chart {
  const { document, name, heading = true, title, subtitle, alternative, panels } = options;
  const width = chartWidth(options);
  const titleLines = heading ? wrapText(title, width, { size: TITLE_SIZE, bold: true }) : [];
  const subtitleLines = wrapText(subtitle, width, { size: LABEL_SIZE });
  const titleHeight = titleLines.length * 21;
  const top = Math.ceil(titleHeight + subtitleLines.length * 17 + 8);
  const height = top + Math.max(...panels.map(({ plot, y = 0 }) => y + Number(plot.getAttribute('height'))));

  const svg = element('svg', {
    xmlns: SVG_NAMESPACE,
    class: 'chart',
    'data-chart': name,
    role: 'img',
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    style: 'max-width:100%;height:auto',
    fill: 'currentColor',
    'font-family': FONT_FAMILY,
    'font-size': LABEL_SIZE,
  });
  svg.append(text('title', title), text('desc', alternative));
  titleLines.forEach((line, i) =>
    svg.append(text('text', line, { x: 0, y: 16 + i * 21, 'font-size': TITLE_SIZE, 'font-weight': 600 })),
  );
  subtitleLines.forEach((line, i) =>
    svg.append(text('text', line, { x: 0, y: titleHeight + 13 + i * 17, 'fill-opacity': 0.8 })),
  );
  for (const { plot, x = 0, y = 0 } of panels) {
    const group = element('g', { transform: `translate(${x},${top + y})`, 'text-anchor': 'middle' });
    group.append(...[...plot.childNodes].filter((node) => node.nodeName.toLowerCase() !== 'style'));
    svg.append(group);
  }
  // What Plot calls its marks tells a reader nothing; the description does.
  for (const mark of svg.querySelectorAll('[aria-label]')) mark.removeAttribute('aria-label');
  const [area, ...further] = panels.map(({ plot, x = 0, y = 0 }) =>
    plotArea(plot, { x, y: top + y, width, height }),
  );
  return {
    svg: serialized(svg),
    title,
    alternative,
    area,
    ...(further.length === 0 ? {} : { further: further.filter((one) => one !== undefined) }),
  };

  function element(name: string, attributes: Readonly<Record<string, string | number>>): Element {
    const made = document.createElementNS(SVG_NAMESPACE, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    return made;
  }

  function text(name: string, content: string, attributes: Record<string, string | number> = {}): Element {
    const made = element(name, attributes);
    made.textContent = content;
    return made;
  }
}

// The text of an HTML document's element: XML knows neither the entity of a fixed space nor control characters. Places
// are rounded to 0.01 px, which nobody sees and every engine agrees on.
function serialized(svg: Element): string {
  return (
    svg.outerHTML
      .replaceAll('&nbsp;', '\u00a0')
      // oxlint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/="[^"]*"/g, (attribute) =>
        attribute.replace(/-?\d+\.\d{3,}(?:e[-+]?\d+)?/g, (number) =>
          String(Number(Number(number).toFixed(2))),
        ),
      )
  );
}
