import { Streams } from '../../src/random/index.ts';
import { bootstrap, uniformTest, wilson, type Estimate } from '../../src/statistics/index.ts';
import { QUANTITIES, type BacktestRow, type Quantity } from './backtest.ts';
import { LEVELS } from './outcomeScore.ts';

/** A measure over all rows of a quantity, with its interval over sites. */
export interface Measure extends Estimate {
  readonly quantity: Quantity;
  readonly measure: string;
  /** Rows that it rests on. */
  readonly rows: number;
}

/** What is said of one quantity. */
export interface QuantitySummary {
  readonly quantity: Quantity;
  readonly sites: number;
  readonly finished: number;
  readonly unfinished: number;
  readonly measures: readonly Measure[];
  /** Kolmogorov's test of the probability integral transforms against the uniform law. */
  readonly pitTest: ReturnType<typeof uniformTest>;
}

type Value = (row: BacktestRow) => number | undefined;

const isFinished = ({ outcome }: BacktestRow): boolean => 'observed' in outcome;

function measuresOf(unit: 'days' | 'mw'): readonly (readonly [name: string, value: Value])[] {
  const finished =
    (value: Value): Value =>
    (row) =>
      isFinished(row) ? value(row) : undefined;
  const unfinished =
    (value: Value): Value =>
    (row) =>
      isFinished(row) ? undefined : value(row);
  return [
    [`crps_${unit}`, finished(({ score }) => score.crps)],
    [`naive_crps_${unit}`, finished(({ naiveScore }) => naiveScore.crps)],
    ...LEVELS.map(
      (level) => [`coverage_${level}`, ({ score }: BacktestRow) => asNumber(score.covered?.[level])] as const,
    ),
    ...LEVELS.map(
      (level) =>
        [
          `naive_coverage_${level}`,
          ({ naiveScore }: BacktestRow) => asNumber(naiveScore.covered?.[level]),
        ] as const,
    ),
    [`unfinished_crps_${unit}`, unfinished(({ score }) => score.crps)],
    [`naive_unfinished_crps_${unit}`, unfinished(({ naiveScore }) => naiveScore.crps)],
    [`interval_crps_${unit}`, ({ score }) => score.intervalCrps],
    [`naive_interval_crps_${unit}`, ({ naiveScore }) => naiveScore.intervalCrps],
    ['interval_coverage_80', ({ score }) => asNumber(score.intervalCovered80)],
    [`pinball_10_${unit}`, ({ score }) => score.pinball?.[10]],
    [`pinball_50_${unit}`, ({ score }) => score.pinball?.[50]],
    [`pinball_90_${unit}`, ({ score }) => score.pinball?.[90]],
    ['pit_mean', ({ score }) => score.pit],
    ['brier_18_months', ({ brier18 }) => brier18],
    ['naive_brier_18_months', ({ naiveBrier18 }) => naiveBrier18],
    ['brier_24_months', ({ brier24 }) => brier24],
    ['naive_brier_24_months', ({ naiveBrier24 }) => naiveBrier24],
    ['announced_error_days', ({ announcedError }) => announcedError],
    ['unfinished_announced_overdue_days', ({ announcedOverdue }) => announcedOverdue],
    ['crps_days_where_announced', ({ announcedError, score }) => announcedError && score.crps],
  ];
}

const asNumber = (holds: boolean | undefined): number | undefined =>
  holds === undefined ? holds : Number(holds);

/** Means over all rows of each quantity, with 95 % bootstrap intervals in which sites are drawn, and not their rows. */
export function summarize(
  rows: readonly BacktestRow[],
  { seed, resamples = 2000 }: { seed: string; resamples?: number },
): QuantitySummary[] {
  const streams = new Streams({ seed });
  streams.begin(0);
  return QUANTITIES.map((quantity) => {
    const own = rows.filter((row) => row.quantity === quantity);
    const sites = [...new Set(own.map(({ site }) => site))];
    const finished = own.filter(isFinished);
    const pits = finished.flatMap(({ score }) => score.pit ?? []);
    return {
      quantity,
      sites: sites.length,
      finished: finished.length,
      unfinished: own.length - finished.length,
      pitTest: uniformTest(pits),
      measures: ratiosOf(unitOf(quantity)).flatMap(([measure, value, weight]) => {
        const bySite = sites.map((site) => ofSite(own, site, value, weight)).filter(({ count }) => count > 0);
        if (bySite.length === 0) return [];
        const stream = streams.open('backtest', quantity, measure);
        const estimate = bootstrap(
          bySite.length,
          (indices) => {
            let sum = 0;
            let total = 0;
            for (const i of indices) {
              sum += bySite[i]!.sum;
              total += bySite[i]!.total;
            }
            // Forecasts without any error have no ratio.
            return total === 0 ? 0 : sum / total;
          },
          { stream, resamples },
        );
        const found = isCoverage(measure) ? unanimous(bySite, estimate) : estimate;
        return [{ quantity, measure, rows: bySite.reduce((sum, { count }) => sum + count, 0), ...found }];
      }),
    };
  });
}

/** Every measure that there may be of a quantity, in the order in which they are told. */
export function measureNames(quantity: Quantity): string[] {
  return ratiosOf(unitOf(quantity)).map(([name]) => name);
}

function unitOf(quantity: Quantity): 'days' | 'mw' {
  return quantity === 'step_megawatts' ? 'mw' : 'days';
}

function isCoverage(measure: string): boolean {
  return measure.includes('coverage');
}

/** Sites that are all inside, or all outside, say nothing by being drawn again: their number does. */
function unanimous(bySite: readonly { sum: number; total: number }[], estimate: Estimate): Estimate {
  if (estimate.estimate !== 0 && estimate.estimate !== 1) return estimate;
  return wilson(estimate.estimate * bySite.length, bySite.length);
}

type Ratio = readonly [name: string, value: Value, weight: Value];

/** All means, and the part of the lognormal's score that is saved. */
function ratiosOf(unit: 'days' | 'mw'): Ratio[] {
  const finished =
    (value: (row: BacktestRow) => number): Value =>
    (row) =>
      isFinished(row) ? value(row) : undefined;
  return [
    ...measuresOf(unit).map(([name, value]): Ratio => [name, value, () => 1]),
    [
      'skill',
      finished(({ score, naiveScore }) => naiveScore.crps - score.crps),
      finished(({ naiveScore }) => naiveScore.crps),
    ],
  ];
}

function ofSite(
  rows: readonly BacktestRow[],
  site: string,
  value: Value,
  weight: Value,
): { sum: number; total: number; count: number } {
  let sum = 0;
  let total = 0;
  let count = 0;
  for (const row of rows) {
    const found = row.site === site ? value(row) : undefined;
    if (found === undefined) continue;
    sum += found;
    total += weight(row) ?? 0;
    count++;
  }
  return { sum, total, count };
}
