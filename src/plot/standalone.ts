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

/**
 * The SVG with every CSS variable and `currentColor` replaced by the colours of a scheme, on its paper with a margin: for
 * PNG, and for viewers that know no variables.
 */
export function standalone(svg: string, scheme: Scheme = 'light'): string {
  const [, width = '', height = ''] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  const [wide, high] = [Number(width) + 2 * MARGIN, Number(height) + 2 * MARGIN];
  const box = `x="${-MARGIN}" y="${-MARGIN}" width="${wide}" height="${high}"`;
  return svg
    .replaceAll(/var\((--[\w-]+), ?(#\w+)\)/g, (_, name: string, light: string) =>
      scheme === 'dark' ? (DARK[name] ?? light) : light,
    )
    .replaceAll(/="currentColor"/gi, `="${INKS[scheme]}"`)
    .replace(/^<svg[^>]*>/, (root) =>
      root
        .replace(/viewBox="[^"]*"/, `viewBox="${-MARGIN} ${-MARGIN} ${wide} ${high}"`)
        .replace(/ width="[^"]*"/, ` width="${wide}"`)
        .replace(/ height="[^"]*"/, ` height="${high}"`),
    )
    .replace('</desc>', `</desc><rect ${box} fill="${PAPERS[scheme]}"></rect>`);
}
