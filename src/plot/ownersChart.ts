import * as Plot from '@observablehq/plot';
import { asOfOn, pastText, type TimeChartSettings } from './asOf.ts';
import { dayText, monthText } from './calendarText.ts';
import type { Chart } from './chart.ts';
import { fanPoints, highest, milestonesOf, quantilesText, type FanPoint } from './fan.ts';
import { chartWidth, frame } from './frame.ts';
import { endLabelsOf, fitBeside, namesBelow, type NamedLine } from './lineNames.ts';
import { compactText } from './numberText.ts';
import { DASHES, SERIES } from './palette.ts';
import type { Quantiles } from './quantiles.ts';
import { timePlot } from './timePlot.ts';
import { valueTicks } from './valueTicks.ts';

/** Data of the fleets of several owners, such as tenants or providers. */
export interface OwnersChartOptions extends TimeChartSettings {
  readonly fleets: readonly OwnerFleet[];
}

/** GPUs in service of one owner over time. */
export interface OwnerFleet {
  readonly name: string;
  readonly fan: readonly Quantiles[];
}

/**
 * GPUs in service of several owners over time: the median of each with its P10 to P90.
 *
 * @throws on no fleets, a fleet without dates or with dates out of order, or a width below 240 px.
 */
export function ownersChart(options: OwnersChartOptions): Chart {
  const { document } = options;
  const width = chartWidth(options);
  if (options.fleets.length === 0) throw new Error('fleets: none, expected at least one');
  const fleets = options.fleets.map(({ name, fan }, index) => ({
    name,
    points: fanPoints(`fleet of ${name}`, fan),
    colour: SERIES[index % SERIES.length]!,
    dash: DASHES[index % DASHES.length]!,
  }));
  const ends = fleets.flatMap(({ points }) => [points[0].date, points.at(-1)!.date]).map(Number);
  const [first, last] = [new Date(Math.min(...ends)), new Date(Math.max(...ends))];
  const asOf = asOfOn(options, first);
  const lines = fleets.flatMap(({ points, ...look }): NamedLine[] => {
    const value = points.at(-1)!.p50;
    return value === undefined ? [] : [{ ...look, value, text: compactText(value) }];
  });
  const areBelow = !fitBeside(
    fleets.map(({ name }) => name),
    width,
  );
  const height = width < 480 ? 270 : 330;
  const plot = timePlot({
    document,
    width,
    height,
    first,
    last,
    ticks: valueTicks(0, Math.max(...fleets.map(({ points }) => highest(points))), 5),
    tickText: compactText,
    axisTitle: 'GPUs in service',
    asOf,
    endLabels: endLabelsOf(lines, areBelow),
    marks: () =>
      fleets.flatMap(({ points, colour, dash }) => [
        Plot.areaY(points, { x: 'date', y1: 'p10', y2: 'p90', fill: colour, fillOpacity: 0.13 }),
        points.length === 1
          ? Plot.dot(points, { x: 'date', y: 'p50', r: 4, fill: colour })
          : Plot.line(points, {
              x: 'date',
              y: 'p50',
              stroke: colour,
              strokeWidth: 2.25,
              strokeDasharray: dash,
            }),
      ]),
  });
  return frame({
    ...options,
    name: 'owners',
    title: titleOf(fleets, last),
    subtitle: ['Line: median; band: P10 to P90 of the runs.', ...pastText(asOf)].join(' '),
    alternative: fleets
      .map(
        ({ name, points }) =>
          `GPUs in service of ${name}: ${milestonesOf(points)
            .map((point) => `${dayText(point.date)} ${quantilesText(point, compactText)}`)
            .join('; ')}.`,
      )
      .join(' '),
    panels: [{ plot }, ...(areBelow ? [namesBelow(document, lines, { width, y: height })] : [])],
  });
}

function titleOf(
  fleets: readonly { readonly name: string; readonly points: readonly FanPoint[] }[],
  last: Date,
): string {
  const known = fleets
    .map(({ name, points }) => ({ name, gpus: points.at(-1)!.p50 }))
    .filter((one): one is { name: string; gpus: number } => one.gpus !== undefined)
    .sort((a, b) => b.gpus - a.gpus);
  if (known.length === 0) return `The median fleets of ${monthText(last)} are not known`;
  const shown = known.slice(0, 3).map(({ name, gpus }) => `${name} ${compactText(gpus)}`);
  const rest = known.length > shown.length ? `, and ${known.length - shown.length} more` : '';
  return `Median GPUs in service in ${monthText(last)}: ${shown.join(', ')}${rest}`;
}
