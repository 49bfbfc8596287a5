import type { PlotArea } from './plotArea.ts';

/** What every chart takes besides its data. */
export interface ChartSettings {
  /** The browser's document, or another that makes SVG elements. */
  readonly document: Document;
  /** Width in px at which it is laid out, 720 when absent; the SVG scales from there. */
  readonly width?: number | undefined;
  /** Whether the title is drawn above the chart, which it is; `false` where the page prints it. */
  readonly heading?: boolean | undefined;
}

/** A drawn chart. */
export interface Chart {
  /** An SVG that stands alone; its colours are CSS variables with fallbacks (see `standalone`). */
  readonly svg: string;
  /** The finding, in plain words. */
  readonly title: string;
  /** The main numbers as text, for who does not see the picture. */
  readonly alternative: string;
  /** Where its first plot lies, for who reads values off it; nothing where its x axis is not time. */
  readonly area?: PlotArea | undefined;
  /** Where the others lie. */
  readonly further?: readonly PlotArea[];
}
