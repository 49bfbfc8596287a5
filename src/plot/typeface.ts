/** Typeface of every chart; renderers without a browser know real families only. */
export const FONT_FAMILY =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif";

/** Sizes in px at the width the chart is laid out for. */
export const TITLE_SIZE = 16;
export const LABEL_SIZE = 12;
export const TICK_SIZE = 11;
