import { z } from 'zod';
import {
  packageForecasts,
  rackForecasts,
  shareForecast,
  type PackagedPast,
  type SupplyForecast,
} from '../../models/calibration/index.ts';
import { dayNumber } from '../../models/rollout/calendars.ts';
import { packagedQuarters } from '../../models/rollout/chips/packaging.ts';
import { fitYieldUse, type YieldUseFit } from '../../models/rollout/chips/packagingFit.ts';
import { outputSchema } from '../../models/rollout/chips/outputSchema.ts';
import { median } from '../random/index.ts';
import { loadScenario, quantity, series, uncertain, type SeriesPoint } from '../scenario/index.ts';
import { openShippedCatalog } from './loadScenarioFile.ts';

// What came is no input of any scenario.
const CHECK = { allowRole: ['check'] } as const;

const packages = series(quantity('package'));

/** Catalog entries of what the vendor shipped, what was expected, and what one customer got. */
const factsSchema = z.strictObject({
  hopper: packages,
  h20: packages,
  blackwell: packages,
  amazon: series(quantity('package', CHECK)),
  hopperAWafer: uncertain('package/wafer'),
  blackwellAWafer: uncertain('package/wafer'),
  expectedLow: quantity('rack'),
  expectedHigh: quantity('rack'),
  racks: quantity('rack', CHECK),
  slip: uncertain('months'),
  output: outputSchema,
});

const FIRST = '2023-07-01';
const LAST = '2025-12-31';

const FACTS = {
  hopper: 'catalog:chips.nvidia-hopper-packages-shipped',
  h20: 'catalog:chips.nvidia-h20-packages-shipped',
  blackwell: 'catalog:chips.nvidia-blackwell-packages-shipped',
  amazon: 'catalog:allotment.blackwell-packages-amazon',
  hopperAWafer: 'catalog:chips.h100-packages-per-wafer',
  blackwellAWafer: 'catalog:chips.gb200-nvl72-packages-per-wafer',
  // The two ends of catalog:chips.nvl72-racks-2025-consensus-a-year-before.
  expectedLow: '50k racks',
  expectedHigh: '80k racks',
  racks: 'catalog:chips.nvl72-racks-2025',
  slip: 'catalog:chips.new-architecture-slip',
  output: {
    kind: 'packaging',
    from: FIRST,
    until: LAST,
    capacity: 'catalog:chips.cowos-capacity',
    vendorShare: 'catalog:chips.nvidia-share-of-cowos',
    yieldUse: '100 %',
    lag: '1 quarter',
    packagesPerWafer: '15.5 packages/wafer',
    monthWeights: ['25 %', '30 %', '45 %'],
    lotEvery: '7 days',
  },
};

// Half of the 80 % interval of a customer's packages, as its source states it: 25 to 35 %.
const ERROR_OF_SHARE = 0.3;
const MIDDLE = 0.5;

type Facts = z.infer<typeof factsSchema>;

/** What could be foreseen of the vendor's output and its allotment, and how its packaging fits what was shipped. */
export interface SupplyRecord {
  readonly forecasts: readonly SupplyForecast[];
  /**
   * How far what was shipped in 2024, and in 2025, is from what packaging gives with yield × use fitted on the years
   * before. One number a year from single published capacities, so that it has no interval.
   */
  readonly packagingFits: readonly YieldUseFit[];
}

/** The vendor's supply as it could be foreseen from the catalog alone, and as it came. */
export function supplyForecasts(): SupplyRecord {
  const facts = factsOf();
  const past = pastOf(facts);
  const share = (from: string): number => shipped(facts.amazon, from) / shipped(facts.blackwell, from);
  const forecasts = [
    ...packageForecasts(past, '2025-04-01'),
    ...rackForecasts({
      year: 2025,
      expected: { low: facts.expectedLow, high: facts.expectedHigh },
      slipMonths: facts.slip,
      came: facts.racks,
    }),
    shareForecast({
      customer: 'Amazon',
      share: share('2024-10-01'),
      error: ERROR_OF_SHARE,
      came: share('2025-10-01'),
    }),
  ];
  const quarters = past.map(({ from, ...quarter }) => ({ ...quarter, year: Number(from.slice(0, 4)) }));
  return { forecasts, packagingFits: [2024, 2025].map((year) => fitYieldUse(quarters, year)) };
}

function factsOf(): Facts {
  const source = { name: 'supply', tree: FACTS };
  return loadScenario({ source, schema: factsSchema, catalog: openShippedCatalog() }).scenario;
}

/** The vendor's packaging, quarter by quarter. */
function pastOf({ output, hopper, h20, blackwell, ...facts }: Facts): PackagedPast[] {
  if (output.kind !== 'packaging') throw new Error(`output: ${output.kind}, expected packaging`);
  const [hopperAWafer, blackwellAWafer] = [median(facts.hopperAWafer), median(facts.blackwellAWafer)];
  const levels = Object.fromEntries(
    ['capacity', 'vendorShare', 'otherAssemblers', 'yieldUse', 'packagesPerWafer', 'inventory', 'memory'].map(
      (name) => [name, MIDDLE],
    ),
  ) as unknown as Parameters<typeof packagedQuarters>[1]['levels'];
  return packagedQuarters(output, {
    levels,
    dayOf: (date) => dayNumber(FIRST, date),
    needs: () => ({ wafers: 1, gigabytes: 0 }),
  }).map(({ from, wafers }) => {
    const newest = shipped(blackwell, from);
    const older = shipped(hopper, from) + shipped(h20, from);
    return {
      from,
      wafersIn: wafers,
      idealWafers: older / hopperAWafer + newest / blackwellAWafer,
      packages: newest,
      packagesPerWafer: blackwellAWafer,
    };
  });
}

function shipped(points: readonly SeriesPoint<number>[], from: string): number {
  return points.find(({ date }) => date === from)?.value ?? 0;
}
