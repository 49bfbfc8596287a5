import { Streams } from '../../src/random/index.ts';
import { quantile7 } from '../../src/statistics/index.ts';
import { calibrate, type Calibration, type SimulatedSite } from './calibration.ts';
import { brierBy, scoreOutcome, type Outcome, type OutcomeScore } from './outcomeScore.ts';
import { forecastNaively, forecastSite, type SiteForecast } from './siteForecast.ts';
import { firstBlockDay } from './siteOfRecord.ts';

export const QUANTITIES = ['first_block', 'later_steps', 'step_megawatts'] as const;

export type Quantity = (typeof QUANTITIES)[number];

/** One forecast of one site, with what came of it. */
export interface BacktestRow {
  readonly site: string;
  readonly owner: string;
  readonly kind: string;
  readonly origin: string;
  readonly quantity: Quantity;
  /** Which step of the site, from 1, the first block. */
  readonly step: number;
  readonly outcome: Outcome;
  /** Quantiles of the forecast in days or MW, by percent. */
  readonly quantiles: Readonly<Record<5 | 10 | 25 | 50 | 75 | 90 | 95, number>>;
  readonly score: OutcomeScore;
  readonly naiveMedian: number;
  readonly naiveScore: OutcomeScore;
  /** Brier scores of a first block within 18 and 24 months. */
  readonly brier18: number | undefined;
  readonly brier24: number | undefined;
  readonly naiveBrier18: number | undefined;
  readonly naiveBrier24: number | undefined;
  /** Distance of the owner's announced date from what came, in days. */
  readonly announcedError: number | undefined;
  /** Days by which an announced first block is overdue on the as-of date, 0 where it is not; of the unfinished. */
  readonly announcedOverdue: number | undefined;
}

/** Half the width of the interval that stands behind a date read as "roof + 150 days". */
export const LABEL_ERROR_DAYS = 75;

const MONTHS_18 = 547.875;
const MONTHS_24 = 730.5;

/**
 * Forecasts every site from its first day and scores it against what came.
 *
 * Without `leaveOut` all sites are forecast from `calibration`; with it, each from a calibration on all others.
 */
export function backtest(
  sites: readonly SimulatedSite[],
  { calibration, leaveOut, seed }: { calibration: Calibration; leaveOut: boolean; seed: string },
): BacktestRow[] {
  const streams = new Streams({ seed });
  streams.begin(0);
  return sites
    .filter(({ site }) => site.hasFirstBlock && site.seenDays > 0)
    .flatMap((each) => {
      const others = sites.filter((other) => other !== each);
      const known = leaveOut
        ? calibrate(others, { from: calibration, firstBlock: calibration.unstated.model })
        : calibration;
      const { steps, name } = each.site;
      return siteRows(
        each,
        forecastSite(known, each, { steps: steps.length, streams }),
        forecastNaively(known, { name, steps: steps.length, streams }),
      );
    });
}

function siteRows({ site }: SimulatedSite, forecast: SiteForecast, naive: SiteForecast): BacktestRow[] {
  const day = firstBlockDay(site);
  const first: Outcome = day === undefined ? { censored: site.seenDays } : { observed: day };
  const row = (
    quantity: Quantity,
    step: number,
    outcome: Outcome,
    [members, naiveMembers]: readonly [Float64Array, Float64Array],
  ): BacktestRow => {
    const labelError = quantity === 'step_megawatts' ? 0 : LABEL_ERROR_DAYS;
    const isFirst = quantity === 'first_block';
    const sorted = members.slice().sort();
    const at = (p: number): number => quantile7(sorted, p)!;
    return {
      site: site.name,
      owner: site.owner,
      kind: site.isKindStated ? site.kind : '',
      origin: site.start,
      quantity,
      step,
      outcome,
      quantiles: {
        5: at(0.05),
        10: at(0.1),
        25: at(0.25),
        50: at(0.5),
        75: at(0.75),
        90: at(0.9),
        95: at(0.95),
      },
      score: scoreOutcome(members, outcome, { labelError }),
      naiveMedian: quantile7(naiveMembers.slice().sort(), 0.5)!,
      naiveScore: scoreOutcome(naiveMembers, outcome, { labelError }),
      brier18: isFirst ? brierBy(members, outcome, MONTHS_18) : undefined,
      brier24: isFirst ? brierBy(members, outcome, MONTHS_24) : undefined,
      naiveBrier18: isFirst ? brierBy(naiveMembers, outcome, MONTHS_18) : undefined,
      naiveBrier24: isFirst ? brierBy(naiveMembers, outcome, MONTHS_24) : undefined,
      announcedError:
        isFirst && day !== undefined && site.announcedDays !== undefined
          ? Math.abs(site.announcedDays - day)
          : undefined,
      announcedOverdue:
        isFirst && day === undefined && site.announcedDays !== undefined
          ? Math.max(0, site.seenDays - site.announcedDays)
          : undefined,
    };
  };
  return [
    row('first_block', 1, first, [forecast.firstBlock, naive.firstBlock]),
    ...forecast.stepDays.map((members, k) =>
      row('later_steps', k + 2, { observed: site.steps[k + 1]!.day }, [members, naive.stepDays[k]!]),
    ),
    ...forecast.stepMegawatts.map((members, k) =>
      row('step_megawatts', k + 1, { observed: site.steps[k]!.megawatts }, [
        members,
        naive.stepMegawatts[k]!,
      ]),
    ),
  ];
}
