import type { BacktestRow, QuantitySummary } from '../../models/calibration/index.ts';
import type { Table, TableField } from '../output/index.ts';

const UNIT_NOTE = 'in days, or in MW for step_megawatts';

/** The scores of a backtest as `backtest.csv`: a row a site and quantity. */
export function backtestTable(rows: readonly BacktestRow[]): Table {
  return {
    name: 'backtest',
    description: 'Forecasts of each site from its first day, what came, and how they scored',
    fields: [
      text('site', 'site as the table names it'),
      text('owner', 'owner as the table names it; empty when nobody said'),
      text('kind', 'kind that was stated; empty is taken as greenfield'),
      { name: 'origin', type: 'date', description: 'first day of the site, on which the forecast is made' },
      text(
        'quantity',
        'first_block: days to the first block; later_steps: days to a later step; step_megawatts: MW in operation after a step',
      ),
      { name: 'step', type: 'integer', description: 'which step of the site, 1 being its first block' },
      text('unit', 'unit of the values of this row'),
      number('observed', `what came, ${UNIT_NOTE}; empty while it has not`),
      number('unfinished_at', `how long the site has lasted without a first block, ${UNIT_NOTE}`),
      ...([5, 10, 25, 50, 75, 90, 95] as const).map((p) =>
        number(`p${p}`, `${p} % quantile of the forecast, ${UNIT_NOTE}`),
      ),
      number('naive_p50', `median of the fitted lognormal, ${UNIT_NOTE}`),
      number(
        'crps',
        `continuous ranked probability score, ${UNIT_NOTE}; of what is unfinished, integrated to the as-of date`,
      ),
      number('naive_crps', `the same of the fitted lognormal, ${UNIT_NOTE}`),
      number('interval_crps', 'the same where the date is known to within 75 days only'),
      number('pinball_10', `pinball loss of the 10 % quantile, ${UNIT_NOTE}`),
      number('pinball_50', `pinball loss of the median, ${UNIT_NOTE}`),
      number('pinball_90', `pinball loss of the 90 % quantile, ${UNIT_NOTE}`),
      number('pit', 'part of the forecast at or below what came'),
      ...([50, 80, 90] as const).map((level): TableField => ({
        name: `covered_${level}`,
        type: 'integer',
        description: `1 when the central ${level} % interval holds what came, else 0`,
      })),
      number('brier_18_months', 'Brier score of a first block within 18 months'),
      number('brier_24_months', 'Brier score of a first block within 24 months'),
      number('announced_error_days', "distance of the owner's announced date from what came", 'day'),
      number(
        'announced_overdue_days',
        "of what is unfinished, days from the owner's announced date to the as-of date; 0 where it is still to come",
        'day',
      ),
    ],
    *rows() {
      for (const row of rows) {
        const { outcome, quantiles, score } = row;
        yield [
          row.site,
          row.owner,
          row.kind,
          row.origin,
          row.quantity,
          row.step,
          row.quantity === 'step_megawatts' ? 'MW' : 'day',
          'observed' in outcome ? outcome.observed : undefined,
          'censored' in outcome ? outcome.censored : undefined,
          ...([5, 10, 25, 50, 75, 90, 95] as const).map((p) => quantiles[p]),
          row.naiveMedian,
          score.crps,
          row.naiveScore.crps,
          score.intervalCrps,
          score.pinball?.[10],
          score.pinball?.[50],
          score.pinball?.[90],
          score.pit,
          ...([50, 80, 90] as const).map((level) => score.covered && Number(score.covered[level])),
          row.brier18,
          row.brier24,
          row.announcedError,
          row.announcedOverdue,
        ];
      }
    },
  };
}

/** The summary of a backtest as `summary.csv`: a row a quantity and measure. */
export function backtestSummaryTable(summary: readonly QuantitySummary[]): Table {
  return {
    name: 'summary',
    description: 'Measures of a backtest, each with a 95 % bootstrap interval over sites',
    fields: [
      text('quantity', 'quantity as in backtest.csv'),
      text('measure', 'what is measured; naive_ is the lognormal fitted to the same table'),
      { name: 'rows', type: 'integer', description: 'forecasts that it rests on' },
      number('estimate', 'mean over them'),
      number('low', 'lower end of the 95 % interval'),
      number('high', 'upper end of the 95 % interval'),
    ],
    *rows() {
      for (const { quantity, measures, pitTest, finished } of summary) {
        for (const { measure, rows, estimate, low, high } of measures)
          yield [quantity, measure, rows, estimate, low, high];
        if (pitTest === undefined) continue;
        yield [quantity, 'pit_ks_distance', finished, pitTest.distance, undefined, undefined];
        yield [quantity, 'pit_ks_p_value', finished, pitTest.pValue, undefined, undefined];
      }
    },
  };
}

function text(name: string, description: string): TableField {
  return { name, type: 'string', description };
}

function number(name: string, description: string, unit?: string): TableField {
  return { name, type: 'number', description, ...(unit === undefined ? {} : { unit }) };
}
