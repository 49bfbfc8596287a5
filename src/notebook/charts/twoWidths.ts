import { domDocument } from '../../page/index.ts';
import type { Chart, ChartSettings } from '../../plot/index.ts';

/** A chart for a page, and the same for a telephone. */
export interface PageChart extends Chart {
  /** SVG that is laid out for a narrow page. */
  readonly narrow: string;
}

const NARROW = 328;

/** Draws a chart for both; its title is left to the page. */
export function twoWidths(draw: (settings: ChartSettings) => Chart): PageChart {
  const document = domDocument();
  const { svg: narrow } = draw({ document, heading: false, width: NARROW });
  return { ...draw({ document, heading: false }), narrow };
}
