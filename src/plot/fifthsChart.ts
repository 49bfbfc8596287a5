import { upperFirst } from '../wording/index.ts';
import * as Plot from '@observablehq/plot';
import type { Chart, ChartSettings } from './chart.ts';
import { chartWidth, frame } from './frame.ts';
import { compactText } from './numberText.ts';
import { INK, SERIES } from './palette.ts';
import { rowPlot, type RowScale } from './rowPlot.ts';
import { valueTicks } from './valueTicks.ts';

/** Data of where in their forecasts the outcomes came. */
export interface FifthsChartOptions extends ChartSettings {
  /** How many came in each fifth of their forecast, the earliest first. */
  readonly fifths: readonly number[];
  /** Between what counts chance gives any one fifth of good forecasts at least 95 times in 100. */
  readonly byChance: { readonly low: number; readonly high: number };
}

const NAMES = ['earliest fifth', 'second fifth', 'middle fifth', 'fourth fifth', 'latest fifth'] as const;

/** Half the height of a bar, and from its middle to the end of the shade, px. */
const HALF_BAR = 6.5;
const BEYOND_BAR = 11;

/**
 * Where in its forecast each campus came: a PIT histogram of five bins over what chance allows.
 *
 * @throws on other than five counts, no campus at all, or a width below 240 px.
 */
export function fifthsChart(options: FifthsChartOptions): Chart {
  const { document, fifths, byChance } = options;
  const width = chartWidth(options);
  const campuses = fifths.reduce((sum, count) => sum + count, 0);
  if (fifths.length !== NAMES.length) throw new Error(`fifths: ${fifths.length} counts, expected five`);
  if (!(campuses > 0)) throw new Error('fifths: no campus, expected at least one');
  const expected = compactText(campuses / NAMES.length);
  const most = Math.max(...fifths, byChance.high);
  const isOut = (count: number): boolean => count < byChance.low || count > byChance.high;
  const bars = fifths.map((count) => ({ count, fill: SERIES[isOut(count) ? 1 : 0] }));
  const plot = rowPlot({
    document,
    width,
    rows: fifths.map((count, fifth) => ({ name: NAMES[fifth]!, values: [`${count} of ${campuses}`] })),
    ticks: valueTicks(0, most, 5).filter(Number.isInteger),
    tickText: String,
    axisTitle: 'campuses',
    reference: { value: campuses / NAMES.length, text: `${expected} expected` },
    marks: (scale) => [shadeMarks(byChance, scale), ...barMarks(bars, scale)],
  });
  return frame({
    ...options,
    name: 'forecast-fifths',
    title: titleOf(options, campuses),
    subtitle: `Campuses by the part of their own forecast in which they came. Shaded: ${byChance.low} to ${byChance.high}, which chance gives a fifth of good forecasts at least 95 times in 100.`,
    alternative: [
      `Campuses by the part of their forecast in which they came, ${campuses} in all; ${expected} are expected in each fifth, ${byChance.low} to ${byChance.high} by chance.`,
      ...fifths.map((count, fifth) => `${upperFirst(NAMES[fifth]!)}: ${count}.`),
    ].join(' '),
    panels: [{ plot }],
  });
}

function shadeMarks({ low, high }: FifthsChartOptions['byChance'], { barY }: RowScale): Plot.Markish {
  return Plot.rect([low], {
    x1: () => low,
    x2: () => high,
    y1: () => 0,
    y2: () => barY(NAMES.length - 1) + BEYOND_BAR,
    fill: INK,
    fillOpacity: 0.09,
  });
}

function barMarks(
  bars: readonly { readonly count: number; readonly fill: string }[],
  { barY }: RowScale,
): Plot.Markish[] {
  return [
    Plot.rect(bars, {
      x1: () => 0,
      x2: 'count',
      y1: (_, i: number) => barY(i) - HALF_BAR,
      y2: (_, i: number) => barY(i) + HALF_BAR,
      fill: 'fill',
      fillOpacity: 0.75,
    }),
    Plot.ruleX([0], { stroke: INK, strokeOpacity: 0.6 }),
  ];
}

function titleOf({ fifths, byChance: { low, high } }: FifthsChartOptions, campuses: number): string {
  const excess = fifths.map((count) => Math.max(low - count, count - high));
  const worst = excess.indexOf(Math.max(...excess));
  if (excess[worst]! > 0)
    return `The ${NAMES[worst]!} of the forecasts holds ${fifths[worst]!} of ${campuses} campuses, where chance explains ${low} to ${high}`;
  return `Each fifth of the forecasts holds ${Math.min(...fifths)} to ${Math.max(...fifths)} of ${campuses} campuses: no fewer and no more than chance explains`;
}
