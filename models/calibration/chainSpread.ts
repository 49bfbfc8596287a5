import { simulateRollout, type RolloutScenario } from '../rollout/index.ts';
import { reachedMilestones } from '../rollout/market/reached.ts';
import { scenarioTables } from '../rollout/scenarioTables.ts';
import { Simulation } from '../../src/kernel/index.ts';
import { Streams } from '../../src/random/index.ts';
import { quantile7 } from '../../src/statistics/index.ts';

// From the 10 % to the 90 % point of a normal law.
const TEN_TO_NINETY = 2.5631;

/**
 * Spread of the logarithm of durations: the distance of their 10 % and 90 % points, in standard deviations of a
 * normal law.
 */
export function logSpreadOf(days: Float64Array): number {
  const sorted = days.toSorted();
  return Math.log(quantile7(sorted, 0.9)! / quantile7(sorted, 0.1)!) / TEN_TO_NINETY;
}

/** Days to the first milestone of a scenario by its own chain: at the usual tempo, with more chips than it can take. */
export function chainDays(
  scenario: RolloutScenario,
  { draws, seed }: { draws: number; seed: string },
): Float64Array {
  const { chips, provider, start } = scenario;
  const constant = (value: number) => ({ kind: 'constant', value }) as const;
  const ample: RolloutScenario = {
    ...scenario,
    provider: { ...provider, tempo: undefined },
    chips: {
      ...chips,
      output: {
        ...(chips.output as Extract<typeof chips.output, { kind: 'series' }>),
        quarters: [{ from: start, packages: constant(AMPLE), eligible: 1 }],
      },
      products: undefined,
      providerShare: constant(1),
      rackScalePart: constant(1),
      tenantCap: constant(1),
    },
  };
  const tables = scenarioTables(ample);
  const streams = new Streams({ seed });
  const simulation = new Simulation();
  return Float64Array.from({ length: draws }, (_, replication) => {
    streams.begin(replication);
    return reachedMilestones(simulateRollout(simulation, ample, streams, { tables }).programmes)[0]!.day;
  });
}

const AMPLE = 20_000_000;
