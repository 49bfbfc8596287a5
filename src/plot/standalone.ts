import { TITLE_SIZE } from './typeface.ts';
import { wrapText } from './wrapText.ts';

/** Light: dark ink on white; dark: light ink on near black. */
export type Scheme = 'light' | 'dark';

/** Colours of the dark scheme by variable; the light ones are the fallbacks in the charts. */
const DARK: Readonly<Record<string, string>> = {
  '--chart-paper': '#15181c',
  '--chart-1': '#5cb3ea',
  '--chart-2': '#f08a45',
  '--chart-3': '#3cc79c',
  '--chart-4': '#d9ab3b',
  '--chart-5': '#d796bd',
  '--chart-6': '#8cc0e6',
  '--chart-rest': '#9aa3af',
};

const INKS = { light: '#1b1f24', dark: '#e8eaed' } as const;
const PAPERS = { light: '#ffffff', dark: '#15181c' } as const;

/** CSS custom properties of the dark scheme, for a page to set where it is dark. */
export function darkChartColours(): Readonly<Record<string, string>> {
  return DARK;
}

/** px of paper around a chart that stands alone. */
const MARGIN = 16;

/** How a chart stands alone. */
export interface StandaloneOptions {
  readonly scheme?: Scheme;
  /** Also draw the title above it, for a chart that was drawn without. */
  readonly heading?: boolean;
}

/**
 * The SVG with every CSS variable and `currentColor` replaced by the colours of a scheme, on its paper with a margin:
 * for PNG, and for viewers that know no variables.
 */
export function standalone(
  svg: string,
  { scheme = 'light', heading = false }: StandaloneOptions = {},
): string {
  const [, width = '', height = ''] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  const title = heading ? headingOf(svg, Number(width)) : { svg: '', height: 0 };
  const [wide, high] = [Number(width) + 2 * MARGIN, Number(height) + 2 * MARGIN + title.height];
  const [left, top] = [-MARGIN, -MARGIN - title.height];
  const paper = `<rect x="${left}" y="${top}" width="${wide}" height="${high}" fill="${PAPERS[scheme]}"></rect>`;
  return svg
    .replaceAll(/var\((--[\w-]+), ?(#\w+)\)/g, (_, name: string, light: string) =>
      scheme === 'dark' ? (DARK[name] ?? light) : light,
    )
    .replaceAll(/="currentColor"/gi, `="${INKS[scheme]}"`)
    .replace(/^<svg[^>]*>/, (root) =>
      root
        .replace(/viewBox="[^"]*"/, `viewBox="${left} ${top} ${wide} ${high}"`)
        .replace(/ width="[^"]*"/, ` width="${wide}"`)
        .replace(/ height="[^"]*"/, ` height="${high}"`),
    )
    .replace('</desc>', () => `</desc>${paper}${title.svg}`);
}

const TITLE_LINE = 21;
const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** The title of an SVG as lines of text above it. */
function headingOf(svg: string, width: number): { svg: string; height: number } {
  const [, escaped = ''] = /<title>([^<]*)<\/title>/.exec(svg) ?? [];
  const title = escaped.replaceAll(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity]!);
  const lines = wrapText(title, width, { size: TITLE_SIZE, bold: true });
  const height = lines.length * TITLE_LINE + 4;
  const text = lines.map((line, i) => {
    const words = line.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return `<text x="0" y="${16 + i * TITLE_LINE - height}" font-size="${TITLE_SIZE}" font-weight="600">${words}</text>`;
  });
  return { svg: text.join(''), height };
}
