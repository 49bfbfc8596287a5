import { Simulation } from '../../src/kernel/index.ts';
import { Streams } from '../../src/random/index.ts';
import type { RolloutScenario } from '../rollout/index.ts';
import { campus, FIRST_BLOCK, hallReady } from './campus.ts';
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
 * The times of a site from what `campus` records of it.
 *
 * @param column values of a column of the campus, one a replication; nothing where it has no such column
 */
export function timesOf(column: (name: string) => ArrayLike<number> | undefined): SimulatedTimes {
  const halls: ArrayLike<number>[] = [];
  for (let days = column(hallReady(1)); days !== undefined; days = column(hallReady(halls.length + 1)))
    halls.push(days);
  const firstBlock = Float64Array.from(column(FIRST_BLOCK)!, (day) => Math.max(LEAST_DAYS, day));
  const gaps: number[] = [];
  for (let replication = 0; replication < firstBlock.length; replication++)
    for (let hall = 1; hall < halls.length; hall++) {
      const day = halls[hall]![replication]!;
      if (Number.isFinite(day)) gaps.push(Math.max(LEAST_DAYS, day - halls[hall - 1]![replication]!));
    }
  return { firstBlock, gaps: Float64Array.from(gaps) };
}

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
  const run = campus.prepared!(scenario);
  const streams = new Streams({ seed });
  const columns = new Map(
    campus.outputs(scenario).columns.map(({ name }) => [name, new Float64Array(draws)]),
  );
  for (let replication = 0; replication < draws; replication++) {
    streams.begin(replication);
    const days = run(simulation, streams);
    [...columns.values()].forEach((values, column) => {
      values[replication] = days[column] as number;
    });
  }
  return timesOf((name) => columns.get(name));
}
