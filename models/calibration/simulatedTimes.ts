import { simulateRollout, type RolloutScenario } from '../rollout/index.ts';
import { reachedMilestones } from '../rollout/market/reached.ts';
import { scenarioTables } from '../rollout/scenarioTables.ts';
import { Simulation } from '../../src/kernel/index.ts';
import { Streams } from '../../src/random/index.ts';
import { campusScenario } from './campusScenario.ts';
import type { SiteKind } from './siteOfRecord.ts';

/** What the mechanistic chain says of one site: a number a replication, in days. */
export interface SimulatedTimes {
  /** Site start to the first block in operation: a hall full of racks, all accepted. */
  readonly firstBlock: Float64Array;
  /** One hall to the next, over all halls of all replications. */
  readonly gaps: Float64Array;
}

// A gap of no days has no logarithm; two halls that come within a day are one step of it.
const LEAST_DAYS = 1;

/**
 * Simulates a site of the record with the rooms of the rollout: power, building, cooling, network and commissioning.
 *
 * A block is in operation when as many GPUs are in service as the template's first milestone says. Pure in its
 * arguments: the draws belong to the site's name.
 */
export function simulatedTimes(
  template: RolloutScenario,
  site: { name: string; kind: SiteKind; start: string },
  { draws, seed, simulation = new Simulation() }: { draws: number; seed: string; simulation?: Simulation },
): SimulatedTimes {
  const scenario = campusScenario(template, site);
  const tables = scenarioTables(scenario);
  const streams = new Streams({ seed });
  const firstBlock = new Float64Array(draws);
  const gaps: number[] = [];
  for (let replication = 0; replication < draws; replication++) {
    streams.begin(replication);
    const { floor, programmes } = simulateRollout(simulation, scenario, streams, { tables });
    const days = floor.sites[0]!.blocks.map(({ readyAt }) => readyAt).sort((a, b) => a - b);
    firstBlock[replication] = Math.max(LEAST_DAYS, reachedMilestones(programmes)[0]!.day);
    for (let k = 1; k < days.length; k++) gaps.push(Math.max(LEAST_DAYS, days[k]! - days[k - 1]!));
  }
  return { firstBlock, gaps: Float64Array.from(gaps) };
}
