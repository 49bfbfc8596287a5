import * as Plot from '@observablehq/plot';
import { asOfOn, pastText, type TimeChartSettings } from './asOf.ts';
import { dateOf, dayText, monthText } from './calendarText.ts';
import type { Chart } from './chart.ts';
import { chartWidth, frame } from './frame.ts';
import { inColumns } from './inColumns.ts';
import { endLabelsOf, fitBeside, namesBelow, type NamedLine } from './lineNames.ts';
import { compactText } from './numberText.ts';
import { REST, SERIES } from './palette.ts';
import { timePlot } from './timePlot.ts';
import { valueTicks } from './valueTicks.ts';

/** Data of fleets by owner and host; medians over the replications. */
export interface FleetsChartOptions extends TimeChartSettings {
  readonly fleets: readonly Fleet[];
}

/** What one tenant has in service at one provider by date. */
export interface Fleet {
  readonly tenant: string;
  readonly provider: string;
  /** In the order of their dates, the same for all fleets. */
  readonly points: readonly { readonly date: string; readonly gpus?: number | undefined }[];
}

/** Width below which the panels stand one above the other. */
const SIDE_BY_SIDE = 560;
const PANEL_GAP = 20;

/** A line is told apart by its label, its dash and its colour. */
const DASHES = ['', '6,3', '2,3', '9,3,2,3', '4,2', '1,3'] as const;

/**
 * GPUs in service by provider, a panel a tenant on one scale; providers with none are left out.
 *
 * @throws on no fleets or no dates, or a width below 240 px.
 */
export function fleetsChart(options: FleetsChartOptions): Chart {
  const { document, fleets } = options;
  const width = chartWidth(options);
  const dates = fleets[0]?.points.map(({ date }) => dateOf(date)) ?? [];
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined)
    throw new Error('fleets: no dates, expected at least one of at least one fleet');
  const asOf = asOfOn(options, first);
  const tenants = [...new Set(fleets.map(({ tenant }) => tenant))];
  const providers = [...new Set(fleets.map(({ provider }) => provider))];
  const highest = Math.max(1, ...fleets.flatMap(({ points }) => points.map(({ gpus = 0 }) => gpus)));
  const ticks = valueTicks(0, highest, 4);
  const isBeside = width >= SIDE_BY_SIDE && tenants.length > 1;
  const size = { width: isBeside ? Math.floor((width - PANEL_GAP) / 2) : width, height: 210 };
  const shown = fleets.filter((fleet) => atEnd(fleet) > 0);
  const areBelow = !fitBeside(
    shown.map(({ provider }) => provider),
    size.width,
  );
  const lineOf = (fleet: Fleet): NamedLine => ({
    name: fleet.provider,
    ...lookOf(providers.indexOf(fleet.provider)),
    value: atEnd(fleet),
    text: compactText(atEnd(fleet)),
  });
  const roomFor = endLabelsOf(shown.map(lineOf), areBelow);
  const plots = tenants.map((tenant) => {
    const own = shown.filter((fleet) => fleet.tenant === tenant);
    const lines = own.map((fleet) => ({ fleet, look: lineOf(fleet) }));
    return timePlot({
      document,
      ...size,
      first,
      last,
      ticks,
      tickText: compactText,
      axisTitle: `${tenant}: GPUs in service`,
      asOf,
      roomFor,
      endLabels: endLabelsOf(
        lines.map(({ look }) => look),
        areBelow,
      ),
      marks: () =>
        lines.map(({ fleet, look }) =>
          Plot.line(
            fleet.points.map(({ date, gpus }) => ({ date: dateOf(date), gpus })),
            {
              x: 'date',
              y: 'gpus',
              stroke: look.colour,
              strokeWidth: 2,
              strokeDasharray: look.dash,
              curve: 'step-after',
            },
          ),
        ),
    });
  });
  const panels = inColumns(plots, { columns: isBeside ? 2 : 1, ...size, gap: PANEL_GAP });
  const foot = Math.max(...panels.map(({ y = 0 }) => y)) + size.height;
  // A provider looks the same in every panel: it is named once.
  const largest = shown.toSorted((a, b) => atEnd(b) - atEnd(a));
  const named = providers.flatMap((name) => largest.find(({ provider }) => provider === name) ?? []);
  return frame({
    ...options,
    name: 'fleets',
    title: titleOf(fleets, last),
    subtitle: [
      'Medians of the runs, line by line; their intervals stand in the table.',
      ...pastText(asOf),
    ].join(' '),
    alternative: [
      `Medians of GPUs in service on ${dayText(last)}, by tenant and provider.`,
      ...fleets
        .filter((fleet) => atEnd(fleet) > 0)
        .map((fleet) => `${fleet.tenant} at ${fleet.provider}: ${compactText(atEnd(fleet))}.`),
      ...(fleets.every((fleet) => atEnd(fleet) === 0) ? ['0 everywhere.'] : []),
    ].join(' '),
    panels: areBelow ? [...panels, namesBelow(document, named.map(lineOf), { width, y: foot })] : panels,
  });
}

const atEnd = ({ points }: Fleet): number => points.at(-1)?.gpus ?? 0;

function lookOf(provider: number): { colour: string; dash: string } {
  return { colour: SERIES[provider] ?? REST, dash: DASHES[provider % DASHES.length]! };
}

function titleOf(fleets: readonly Fleet[], last: Date): string {
  const largest = fleets.reduce((best, fleet) => (atEnd(fleet) > atEnd(best) ? fleet : best));
  if (atEnd(largest) === 0) return `No tenant has GPUs in service in half of the runs by ${monthText(last)}`;
  return `The largest fleet by ${monthText(last)} is that of ${largest.tenant} in the halls of ${largest.provider}: ${compactText(atEnd(largest))} GPUs in half of the runs`;
}
