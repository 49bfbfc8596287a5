import { blackoutEnd, type DayRange } from '../../../src/kernel/index.ts';
import { variate } from '../../../src/random/index.ts';
import { NO_SHOCKS, type OutputShocks } from '../disruption/shocks.ts';
import { integratedSteps, type RackMaker } from './makers.ts';
import { addMonths, MONTHS_IN_A_QUARTER, quarterDays, type QuarterDays } from './months.ts';
import type { OutputScenario, PackagingOutput, SeriesOutput } from './outputSchema.ts';
import { packagedQuarters, type PackagingOptions } from './packaging.ts';

/** Racks that leave integration together, of all the vendor's customers. */
export interface VendorLot {
  /** Day on which the lot is a finished rack at its maker. */
  readonly finishedDay: number;
  readonly racks: number;
}

export interface OutputOptions {
  /** Position of the vendor's output inside its range, the same in every quarter: 0.5 is the median. */
  level: number;
  gpusPerRack: number;
  /** Days from a package to a finished rack. */
  packageToRackDays: number;
  /** Last day of interest. */
  horizonDays: number;
  /** Days on which no rack leaves integration. */
  makerHolidays: readonly DayRange[];
  dayOf: (isoDate: string) => number;
  /** Days of the quarters, where they are kept from one replication to the next. */
  daysOfQuarter?: QuarterDays;
  /** ISO date up to which quarters are known; only packaging asks for it. */
  asOf?: string;
  /** Part of the packages made around a day that the contract accepts; absent: what each quarter says. */
  eligibleAt?: ((day: number) => number) | undefined;
  packaging?: PackagingOptions | undefined;
  makers?: readonly RackMaker[] | undefined;
  shocks?: OutputShocks | undefined;
}

/**
 * The vendor's eligible output as dated lots of racks, with the pipeline full on day 0.
 *
 * A series gives packages a quarter, spread over the quarter's months by the vendor's shipping weights; a
 * rack finished on day t was a package `packageToRackDays` earlier, so the racks of the first days come from
 * packages made before the start. Lots of a series close at mid-interval, which leaves the mean date where it was.
 */
export function vendorLots(output: OutputScenario, options: OutputOptions): VendorLot[] {
  const { shocks = NO_SHOCKS, packageToRackDays } = options;
  if (output.kind === 'lots') {
    return Array.from({ length: output.count }, (_, k) => {
      const finishedDay = output.every * (k + 1);
      const made = finishedDay - packageToRackDays;
      return { finishedDay, racks: output.racks * shocks.factor(made - output.every, made) };
    }).filter((lot) => lot.finishedDay <= options.horizonDays);
  }
  const months = monthlyPackages(output, options);
  const racksDue = (from: number, to: number): number => {
    const packages = between(months, from - packageToRackDays, to - packageToRackDays);
    return (packages * shocks.factor(from - packageToRackDays, to - packageToRackDays)) / options.gpusPerRack;
  };
  return options.makers === undefined
    ? unboundedLots(output.lotEvery, racksDue, options)
    : queuedLots(output.lotEvery, months, racksDue, { ...options, makers: options.makers });
}

function unboundedLots(
  step: number,
  racksDue: (from: number, to: number) => number,
  { horizonDays, makerHolidays }: OutputOptions,
): VendorLot[] {
  const lots: VendorLot[] = [];
  for (let from = 0; from < horizonDays; from += step) {
    const racks = racksDue(from, from + step);
    if (racks <= 0) continue;
    lots.push({ finishedDay: blackoutEnd(makerHolidays, from + step / 2), racks });
  }
  return lots.sort((a, b) => a.finishedDay - b.finishedDay);
}

function queuedLots(
  step: number,
  months: readonly MonthOfOutput[],
  racksDue: (from: number, to: number) => number,
  { makers, horizonDays, packageToRackDays, gpusPerRack }: OutputOptions & { makers: readonly RackMaker[] },
): VendorLot[] {
  const first = months[0]!;
  const firstRate = first.packages / (first.to - first.from) / gpusPerRack;
  const firstFinished = first.from + packageToRackDays;
  // Before the first known month the flow is that month's: the makers start with work in hand, not empty.
  const due = (from: number, to: number): number =>
    racksDue(from, to) + firstRate * Math.max(0, Math.min(to, firstFinished) - from);
  const steps = integratedSteps({
    makers,
    due,
    stepDays: step,
    leadInSteps: Math.ceil(Math.max(0, -first.from) / step),
    horizonDays,
  });
  return steps
    .filter(({ racks }) => racks > 0)
    .map(({ from, racks }) => ({ finishedDay: from + step / 2, racks }));
}

/** Packages of one calendar month that the contract accepts. */
interface MonthOfOutput {
  from: number;
  to: number;
  packages: number;
}

function monthlyPackages(output: SeriesOutput | PackagingOutput, options: OutputOptions): MonthOfOutput[] {
  const { dayOf, eligibleAt, daysOfQuarter = quarterDays(dayOf) } = options;
  const months: MonthOfOutput[] = [];
  for (const quarter of quarterlyPackages(output, options)) {
    const days = daysOfQuarter(quarter.from);
    for (let month = 0; month < MONTHS_IN_A_QUARTER; month++) {
      const from = days[month]!;
      const to = days[month + 1]!;
      const eligible = eligibleAt?.((from + to) / 2) ?? 1;
      months.push({ from, to, packages: quarter.packages * eligible * output.monthWeights[month]! });
    }
  }
  return months;
}

function quarterlyPackages(
  output: SeriesOutput | PackagingOutput,
  { level, packaging, asOf = '' }: OutputOptions,
): { from: string; packages: number }[] {
  const stated = (output.quarters ?? []).map(({ from, packages, eligible = 1 }) => ({
    from,
    packages: variate(packages, level) * eligible,
  }));
  if (output.kind === 'series') return stated;
  const reported = stated.filter(({ from }) => addMonths(from, MONTHS_IN_A_QUARTER) <= asOf);
  const known = new Set(reported.map(({ from }) => from));
  const derived = packagedQuarters(output, packaging!).filter(({ from }) => !known.has(from));
  return [...reported, ...derived].sort((a, b) => (a.from < b.from ? -1 : 1));
}

function between(months: readonly MonthOfOutput[], from: number, to: number): number {
  let packages = 0;
  for (const month of months) {
    const overlap = Math.min(to, month.to) - Math.max(from, month.from);
    if (overlap > 0) packages += (month.packages * overlap) / (month.to - month.from);
  }
  return packages;
}
