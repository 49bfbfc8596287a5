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

/**
 * The SVG with every CSS variable and `currentColor` replaced by the colours of a scheme, on its paper: for PNG, and for
 * viewers that know no variables.
 */
export function standalone(svg: string, scheme: Scheme = 'light'): string {
  return svg
    .replaceAll(/var\((--[\w-]+), ?(#\w+)\)/g, (_, name: string, light: string) =>
      scheme === 'dark' ? (DARK[name] ?? light) : light,
    )
    .replaceAll(/="currentColor"/gi, `="${INKS[scheme]}"`)
    .replace('</desc>', `</desc><rect width="100%" height="100%" fill="${PAPERS[scheme]}"></rect>`);
}
