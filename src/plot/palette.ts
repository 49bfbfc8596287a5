/** Ink of text, axes and marks without a colour of their own. */
export const INK = 'currentColor';

/** Ground that the chart lies on: halos of text and edges between bands. */
export const PAPER = 'var(--chart-paper, #ffffff)';

/**
 * Colours of series, after Okabe and Ito, darkened until they stand 4.5:1 on white.
 *
 * No two that meet in a chart differ by hue alone: a label, a dash or a lightness tells them apart too.
 */
export const SERIES = [
  'var(--chart-1, #00639f)',
  'var(--chart-2, #b84a00)',
  'var(--chart-3, #00785a)',
  'var(--chart-4, #8a6400)',
  'var(--chart-5, #95507a)',
  'var(--chart-6, #3b78a8)',
] as const;

/** Dashes of lines that run side by side, the first one unbroken. */
export const DASHES = ['none', '7,3', '2,3', '9,3,2,3'] as const;

/** Everything that has no name of its own in a chart. */
export const REST = 'var(--chart-rest, #6b7280)';
