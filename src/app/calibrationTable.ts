import { listText } from '../wording/index.ts';
import { CASES, readLeftOut, type LeftOutSite } from '../../models/calibration/index.ts';
import type { Table, TableField } from '../output/table.ts';
import type { LedgerRow } from '../scenario/ledger.ts';

const SHIFT = /(^|\.)tempo\.shift$/;
const SPREAD = /(^|\.)tempo\.logSpread$/;
const SHIFT_OF_FIT = /^tempo\.(.+)-shift$/;
const SPREAD_OF_FIT = /^tempo\..+-log-spread$/;

/**
 * `calibration.csv` of a scenario that takes a tempo from the dated record, and nothing of any other: the campuses of
 * the record that came, without those that the tempo itself leaves out.
 *
 * @param leftOut the text of `models/calibration/leftOut.csv`: a browser reads it from elsewhere.
 */
export function calibrationTable(ledger: readonly LedgerRow[], leftOut: string): Table[] {
  const tempos = temposOfFit(ledger);
  if (tempos.length === 0) return [];
  const own = ownSites(tempos);
  const sites = readLeftOut(leftOut);
  return [
    tableOf(
      sites.filter(({ site }) => !own.includes(site)),
      listText(own),
    ),
  ];
}

/** The tempos of which a scenario takes both the shift and the spread; one that states either has a law of its own. */
function temposOfFit(ledger: readonly LedgerRow[]): string[] {
  const spread = new Set(
    ledger.flatMap(({ path, catalogId }) =>
      SPREAD_OF_FIT.test(catalogId) ? [path.replace(SPREAD, '$1tempo.shift')] : [],
    ),
  );
  return ledger
    .filter(({ path }) => SHIFT.test(path) && spread.has(path))
    .flatMap(({ catalogId }) => SHIFT_OF_FIT.exec(catalogId)?.[1] ?? []);
}

/** What the tempo of a case has not seen is its own campus, and no evidence for its forecast. */
function ownSites(tempos: readonly string[]): string[] {
  return Object.entries(CASES).flatMap(([name, { site }]) => (tempos.includes(name) ? [site] : []));
}

function tableOf(sites: readonly LeftOutSite[], own: string): Table {
  const without = own === '' ? '' : `, without ${own}, which the scenario is about`;
  return {
    name: 'calibration',
    description: `First blocks of the campuses of the dated record that came${without}, each forecast on its first day by a fit to all others; derived from Epoch AI, AI Data Centers, CC BY 4.0.`,
    fields: [
      text('site', 'campus as the record names it'),
      text('owner', 'owner as the record names it'),
      text('kind', 'greenfield, or conversion of a standing shell'),
      { name: 'start_date', type: 'date', description: 'first day of the campus, on which it is forecast' },
      {
        name: 'observed_days',
        type: 'integer',
        unit: 'day',
        description: 'days from the start to the first block in operation, good to two or three months',
      },
      days('p10', 0.1),
      days('p50', 0.5),
      days('p90', 0.9),
      {
        name: 'pit',
        type: 'number',
        unit: 'share',
        description: 'part of the forecast at or below what came',
      },
    ],
    *rows() {
      for (const { site, owner, kind, start, observed, p10, p50, p90, pit } of sites)
        yield [site, owner, kind, start, observed, p10, p50, p90, pit];
    },
  };
}

function text(name: string, description: string): TableField {
  return { name, type: 'string', description };
}

function days(name: string, quantile: number): TableField {
  return {
    name: `forecast_days_${name}`,
    type: 'number',
    unit: 'day',
    quantile,
    description: `${quantile * 100} % quantile of the forecast, days from the start`,
  };
}
