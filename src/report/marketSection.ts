import { countText } from '../wording/index.ts';
import {
  asOfIn,
  dateIn,
  datesOf,
  estimateIn,
  hasFields,
  removalText,
  numberIn,
  textIn,
  valuesOf,
  yearEnds,
  type ResultsTable,
  type Row,
  type Estimated,
} from '../answer/index.ts';
import { htmlTable } from '../page/index.ts';
import { fleetsChart, type Fleet } from '../plot/index.ts';
import { chartFigure } from './chartFigure.ts';
import { intervalsFigure } from './intervalsFigure.ts';
import type { Material } from './resultsFolder.ts';
import { dateColumns } from './milestoneTables.ts';
import { foldable, type Section } from './section.ts';
import { estimateCell, twoLines, valueText } from './valueText.ts';

const FLEETS = ['provider', 'tenant', 'date', 'gpus_p50'];
const EFFECTS = ['deal', 'removal', 'party', 'measure', 'title', 'unit', 'caused'];

// More dots than this nobody compares.
const MOST_DOTS = 24;

/** Fleets by provider, how concentrated they are, and what deals cost the others; nothing without several parties. */
export function marketSection(material: Material): Section {
  return {
    id: 'market',
    title: 'Who has GPUs where, and at whose cost',
    parts: [
      ...fleetsFigure(material),
      ...fleetsTable(material),
      ...concentrationTable(material),
      ...dealParts(material),
    ],
  };
}

/** What deals cost the others, from `deals.csv`. */
export function dealParts(material: Material): string[] {
  const table = material.folder.tables.get('deals');
  if (table === undefined || !hasFields(table, EFFECTS)) return [];
  const days = table.rows.filter((row) => textIn(row, 'unit') === 'day');
  const amounts = table.rows.filter((row) => textIn(row, 'unit') !== 'day');
  return [
    ...delayFigures(material, days),
    ...effectsTable(days, 'Days by which each deal makes each tenant later, taken out in two ways'),
    ...effectsTable(amounts, 'GPU-months, racks and dollars that each deal brings or costs each tenant'),
  ];
}

function fleetsOf(table: ResultsTable): Fleet[] {
  const fleets = new Map<string, { tenant: string; provider: string; points: Fleet['points'][number][] }>();
  for (const row of table.rows) {
    const [tenant, provider, date] = [textIn(row, 'tenant'), textIn(row, 'provider'), dateIn(row, 'date')];
    const gpus = numberIn(row, 'gpus_p50');
    if (tenant === undefined || provider === undefined || date === undefined || gpus === undefined) continue;
    const key = JSON.stringify([tenant, provider]);
    const fleet = fleets.get(key) ?? { tenant, provider, points: [] };
    fleets.set(key, fleet);
    fleet.points.push({ date, gpus });
  }
  return [...fleets.values()];
}

function fleetsFigure({ folder, document }: Material): string[] {
  const table = folder.tables.get('providers');
  if (table === undefined || !hasFields(table, FLEETS)) return [];
  const fleets = fleetsOf(table);
  if (fleets.length === 0) return [];
  return [
    chartFigure(
      document,
      (settings) => fleetsChart({ ...settings, asOf: asOfIn(folder), fleets }),
      'A GPU counts from its acceptance, at the provider in whose halls it stands.',
    ),
  ];
}

function fleetsTable({ folder }: Material): string[] {
  const table = folder.tables.get('providers');
  if (table === undefined || !hasFields(table, [...FLEETS, 'gpus_p10', 'gpus_p90'])) return [];
  const last = yearEnds(datesOf(table.rows)).at(-1);
  const rows = table.rows.filter((row) => row['date'] === last && numberIn(row, 'gpus_p50') !== undefined);
  if (rows.length === 0) return [];
  const hasRacks = hasFields(table, ['allotted_racks_p50']);
  return [
    foldable(
      'The same as a table',
      htmlTable({
        caption: `GPUs in service on ${last}, by tenant and provider, and racks allotted up to then`,
        columns: [
          { title: 'tenant' },
          { title: 'provider' },
          ...dateColumns(['P10', 'P50', 'P90', ...(hasRacks ? ['racks, P50'] : [])]),
        ],
        rows: rows.map((row) => [
          textIn(row, 'tenant') ?? '',
          textIn(row, 'provider') ?? '',
          ...[10, 50, 90].map((p) => estimateCell(estimateIn(row, `gpus_p${p}`), 'gpu')),
          ...(hasRacks ? [estimateCell(estimateIn(row, 'allotted_racks_p50'), 'rack')] : []),
        ]),
      }),
    ),
  ];
}

function concentrationTable({ folder }: Material): string[] {
  const table = folder.tables.get('tenants');
  const field = table?.fields.find(({ name }) => /^hhi(_fraction)?_p50$/.test(name))?.name;
  if (table === undefined || field === undefined) return [];
  const dates = yearEnds(datesOf(table.rows));
  const rowOf = (tenant: string, date: string): Row =>
    table.rows.find((row) => row['tenant'] === tenant && row['date'] === date) ?? {};
  return [
    htmlTable({
      caption:
        'How concentrated each fleet is: sum of its squared shares by provider (Herfindahl–Hirschman), median of the runs with something in service',
      columns: [{ title: 'tenant' }, ...dateColumns(dates)],
      rows: valuesOf(table, 'tenant').map((tenant) => [
        tenant,
        ...dates.map((date) => indexCell(estimateIn(rowOf(tenant, date), field))),
      ]),
    }),
    '<p class="note">1: all at one provider; 0.2: evenly at five. … where nothing is in service.</p>',
  ];
}

/** An index between 0 and 1: all of them with the same digits, 1 too. */
function indexCell({ estimate, low, high }: Estimated<number>): ReturnType<typeof estimateCell> {
  if (estimate === undefined) return estimateCell({ estimate, low, high });
  const text = (value: number | undefined): string => (value === undefined ? '…' : value.toFixed(2));
  return twoLines(text(estimate), `${text(low)} to ${text(high)}`);
}

function delayFigures({ document }: Material, days: readonly Row[]): string[] {
  return valuesIn(days, 'removal').flatMap((way) => {
    const shown = days
      .filter((row) => textIn(row, 'removal') === way && (numberIn(row, 'caused') ?? 0) !== 0)
      .map((row) => ({ name: nameOf(row), ...estimateIn(row, 'caused') }))
      .toSorted((a, b) => Math.abs(b.estimate ?? 0) - Math.abs(a.estimate ?? 0))
      .slice(0, MOST_DOTS);
    if (shown.length === 0) return [];
    const meaning =
      way === 'divert'
        ? 'against the same demand at other providers'
        : way === 'vanish'
          ? 'against nobody buying it'
          : `against ${way}`;
    const [latest] = shown.toSorted((a, b) => (b.estimate ?? 0) - (a.estimate ?? 0));
    return [
      intervalsFigure(document, {
        measure: `days later, ${meaning}`,
        unit: 'day',
        rows: shown,
        reference: 0,
        directions: ['earlier', 'later'],
        title: delayTitle(latest!, meaning),
      }),
    ];
  });
}

/** A deal makes its buyer sooner: that is no delay. */
function delayTitle(
  { name, estimate = 0 }: { name: string; estimate?: number | undefined },
  meaning: string,
): string {
  const days = Math.round(estimate);
  if (days <= 0) return `No deal makes anyone later by a day, ${meaning}`;
  return `${name}: ${countText(days, 'day')} later, the largest delay that one deal causes ${meaning}`;
}

function nameOf(row: Row): string {
  return `${textIn(row, 'deal') ?? ''} → ${textIn(row, 'party') ?? ''}, ${textIn(row, 'title') ?? ''}`;
}

function effectsTable(rows: readonly Row[], caption: string): string[] {
  if (rows.length === 0) return [];
  return [
    foldable(
      caption,
      htmlTable({
        caption,
        columns: [
          { title: 'deal' },
          { title: 'taken out' },
          { title: 'tenant' },
          { title: 'of what' },
          ...dateColumns(['with it', 'without', 'difference', 'runs that the horizon cut']),
        ],
        rows: rows.map((row) => {
          const unit = textIn(row, 'unit');
          return [
            textIn(row, 'deal') ?? '',
            removalText(textIn(row, 'removal') ?? ''),
            textIn(row, 'party') ?? '',
            textIn(row, 'title') ?? '',
            ...['with', 'without', 'caused'].map((field) => estimateCell(estimateIn(row, field), unit)),
            valueText(numberIn(row, 'censored') ?? 0, 'replications'),
          ];
        }),
      }),
    ),
  ];
}

function valuesIn(rows: readonly Row[], field: string): string[] {
  return [...new Set(rows.map((row) => textIn(row, field) ?? ''))];
}
