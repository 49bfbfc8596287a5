import { fromInterval80, lognormalFromLogMean, quantile, type Distribution } from '../../src/random/index.ts';
import { crpsEnsemble, moments, quantile7 } from '../../src/statistics/index.ts';

/** A quarter of the past in the vendor's packaging. */
export interface PackagedPast {
  readonly from: string;
  /** Wafers that went in one lag before. */
  readonly wafersIn: number;
  /** Packages shipped / ideal packages a wafer, summed over products. */
  readonly idealWafers: number;
  /** Packages of the newest architecture that were shipped, and ideal packages of it a wafer. */
  readonly packages: number;
  readonly packagesPerWafer: number;
}

/** A number that was to be foreseen, what was foreseen of it on a day, and what came. */
export interface SupplyForecast {
  readonly quantity: string;
  readonly unit: string;
  /** What the forecast rests on. */
  readonly knew: string;
  /** The forecast, as members at even probabilities. */
  readonly members: Float64Array;
  readonly came: number;
}

/** A forecast held against what came. */
export interface SupplyScore {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** Part of the forecast at or below what came. */
  readonly pit: number;
  readonly crps: number;
}

const MEMBERS = 2000;
const SLIP_MEMBERS = 200;

/** Members of a distribution at even probabilities. */
function membersOf(distribution: Distribution, count = MEMBERS): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => quantile(distribution, (i + 0.5) / count));
}

/**
 * Packages of the quarters from a date on, with yield × use fitted on the years before and their scatter as its doubt.
 *
 * Packages = wafers in × yield × use × the part for the newest architecture, which is taken as it came. Yield × use is
 * bounded by 1; its logarithm scatters as that of the fitted quarters does, by √(1 + 1/n) for their mean.
 *
 * @throws RangeError with fewer than three earlier quarters.
 */
export function packageForecasts(quarters: readonly PackagedPast[], from: string): SupplyForecast[] {
  const year = from.slice(0, 4);
  const before = quarters.filter((quarter) => quarter.from.slice(0, 4) < year);
  if (before.length < 3)
    throw new RangeError(`quarters: ${before.length} before ${year}, expected at least 3 to fit on`);
  const { mean, sd } = moments(before.map(({ idealWafers, wafersIn }) => Math.log(idealWafers / wafersIn)));
  const spread = sd * Math.sqrt(1 + 1 / before.length);
  const middle = Math.min(0, mean);
  return quarters
    .filter((quarter) => quarter.from >= from)
    .map(({ from: start, wafersIn, idealWafers, packages, packagesPerWafer }) => {
      const part = packages / packagesPerWafer / idealWafers;
      const law = lognormalFromLogMean(middle + Math.log(wafersIn * part * packagesPerWafer), spread);
      return {
        quantity: `packages of the newest architecture, quarter from ${start}`,
        unit: 'package',
        knew: `packaging capacity and mix of the quarter, yield and use of the years before ${year}`,
        members: membersOf(law),
        came: packages,
      };
    });
}

/**
 * Racks of a year from what was expected of them as it began, as it was and with the slip of a new architecture.
 *
 * Output that begins at nothing and rises evenly over the year comes to the square of the part of the year that is left
 * when it begins so much later.
 */
export function rackForecasts({
  year,
  expected,
  slipMonths,
  came,
}: {
  year: number;
  expected: { low: number; high: number };
  slipMonths: Distribution;
  came: number;
}): SupplyForecast[] {
  const consensus = fromInterval80(expected.low, expected.high);
  const shared = { quantity: `NVL72 racks of ${year}`, unit: 'rack', came };
  const slips = membersOf(slipMonths, SLIP_MEMBERS);
  const racks = membersOf(consensus, SLIP_MEMBERS);
  const slipped = Array.from(slips, (months) => Math.max(0, 1 - Math.max(0, months) / 12) ** 2);
  return [
    { ...shared, knew: `consensus of January ${year}`, members: membersOf(consensus) },
    {
      ...shared,
      knew: `the same, with the usual slip of a new architecture`,
      members: Float64Array.from(slipped.flatMap((part) => Array.from(racks, (count) => count * part))),
    },
  ];
}

/** A customer's share of the vendor's packages a year ahead: as it is now, within the error of its estimate. */
export function shareForecast({
  customer,
  share,
  error,
  came,
}: {
  customer: string;
  share: number;
  /** Half of the 80 % interval of the estimate, as a part of it. */
  error: number;
  came: number;
}): SupplyForecast {
  return {
    quantity: `share of ${customer}, a year ahead`,
    unit: 'fraction',
    knew: 'its share of the quarter, within the error of its estimate',
    members: membersOf(fromInterval80(share * (1 - error), share * (1 + error))),
    came,
  };
}

/** Holds a forecast against what came. */
export function scoreSupply({ members, came }: SupplyForecast): SupplyScore {
  const sorted = Float64Array.from(members).sort();
  const [p10, p50, p90] = [0.1, 0.5, 0.9].map((p) => quantile7(sorted, p)!);
  return {
    p10: p10!,
    p50: p50!,
    p90: p90!,
    pit: sorted.filter((member) => member <= came).length / sorted.length,
    crps: crpsEnsemble(sorted, came),
  };
}
