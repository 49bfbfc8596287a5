import { quantile } from '../../../src/random/index.ts';
import { blackoutEnd, type DayRange } from '../calendars.ts';
import type { ChipsScenario } from './schema.ts';

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
}

const MONTHS_IN_A_QUARTER = 3;

/**
 * The vendor's eligible output as dated lots of racks, with the pipeline full on day 0.
 *
 * A series gives packages a quarter, spread over the quarter's months by the vendor's shipping weights; a
 * rack finished on day t was a package `packageToRackDays` earlier, so the racks of the first days come from
 * packages made before the start. Lots of a series close at mid-interval, which leaves the mean date where it was.
 */
export function vendorLots(output: ChipsScenario['output'], options: OutputOptions): VendorLot[] {
  if (output.kind === 'lots') {
    return Array.from({ length: output.count }, (_, k) => ({
      finishedDay: output.every * (k + 1),
      racks: output.racks,
    })).filter((lot) => lot.finishedDay <= options.horizonDays);
  }
  const months = monthlyPackages(output, options);
  const lots: VendorLot[] = [];
  const step = output.lotEvery;
  for (let from = 0; from < options.horizonDays; from += step) {
    const madeFrom = from - options.packageToRackDays;
    const packages = between(months, madeFrom, madeFrom + step);
    if (packages <= 0) continue;
    const finishedDay = blackoutEnd(options.makerHolidays, from + step / 2);
    lots.push({ finishedDay, racks: packages / options.gpusPerRack });
  }
  return lots.sort((a, b) => a.finishedDay - b.finishedDay);
}

interface MonthOfOutput {
  from: number;
  to: number;
  packages: number;
}

function monthlyPackages(
  output: Extract<ChipsScenario['output'], { kind: 'series' }>,
  { level, dayOf }: OutputOptions,
): MonthOfOutput[] {
  const months: MonthOfOutput[] = [];
  for (const quarter of output.quarters) {
    const packages = quantile(quarter.packages, level) * quarter.eligible;
    for (let month = 0; month < MONTHS_IN_A_QUARTER; month++) {
      months.push({
        from: dayOf(addMonths(quarter.from, month)),
        to: dayOf(addMonths(quarter.from, month + 1)),
        packages: packages * output.monthWeights[month]!,
      });
    }
  }
  return months;
}

function between(months: readonly MonthOfOutput[], from: number, to: number): number {
  let packages = 0;
  for (const month of months) {
    const overlap = Math.min(to, month.to) - Math.max(from, month.from);
    if (overlap > 0) packages += (month.packages * overlap) / (month.to - month.from);
  }
  return packages;
}

function addMonths(isoDate: string, months: number): string {
  const [year, month, day] = isoDate.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1 + months, day)).toISOString().slice(0, 10);
}
