import { Resvg } from '@resvg/resvg-js';

/** CSS variable → colour, such as `{ '--chart-1': '#0072b2' }`. */
export type Colours = Readonly<Record<string, string>>;

/**
 * A PNG of an SVG. CSS variables take their value in `colours`, else the fallback that is written beside them.
 *
 * @param width pixels; the height follows.
 * @throws what the renderer throws on a text that is no SVG.
 * @example writeFileSync('fan.png', svgToPng({ svg: chart.svg }));
 */
export function svgToPng({
  svg,
  width = 1440,
  background = '#ffffff',
  ink = '#1b1f24',
  colours = {},
}: {
  svg: string;
  width?: number;
  background?: string;
  /** What `currentColor` is. */
  ink?: string;
  colours?: Colours;
}): Uint8Array {
  const concrete = withoutVariables(svg, colours).replaceAll(/\bcurrentcolor\b/gi, ink);
  const picture = new Resvg(concrete, {
    background,
    fitTo: { mode: 'width', value: width },
    font: PICTURE_FONTS,
  });
  return picture.render().asPng();
}

// Where a chart's own families are missing, the renderer would take the first font it meets.
const SANS = 'DejaVu Sans';

/** Faces of pictures: those of the machine, also for letters that the first choice lacks. */
export const PICTURE_FONTS: {
  readonly loadSystemFonts: boolean;
  readonly defaultFontFamily: string;
  readonly sansSerifFamily: string;
} = { loadSystemFonts: true, defaultFontFamily: SANS, sansSerifFamily: SANS };

// A variable's fallback may be a variable itself, and so on; none is deeper than this.
const MOST_NESTED = 8;

const VARIABLE = /var\(\s*(--[\w-]+)\s*(?:,\s*((?:[^()]|\([^()]*\))*))?\)/g;

/** Replaces every `var(--name, fallback)`, as the renderer knows no variables. */
function withoutVariables(text: string, colours: Colours): string {
  let resolved = text;
  for (let depth = 0; depth < MOST_NESTED; depth++) {
    resolved = resolved.replaceAll(
      VARIABLE,
      (_, name: string, fallback?: string) => colours[name] ?? fallback?.trim() ?? 'currentColor',
    );
  }
  return resolved;
}
