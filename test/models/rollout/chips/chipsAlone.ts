import { openProducts } from '../../../../models/rollout/market/open.ts';
import { openVendors } from '../../../../models/rollout/chips/open.ts';
import { contractRacks } from '../../../../models/rollout/contract/size.ts';
import { drawInputs } from '../../../../models/rollout/inputs.ts';
import type { RolloutScenario } from '../../../../models/rollout/index.ts';
import { openWorld } from '../../../../models/rollout/world.ts';
import { Simulation } from '../../../../src/kernel/index.ts';
import { Streams } from '../../../../src/random/index.ts';

const DAYS_A_MONTH = 30.4375;

// Freight, then dock to service at a ready hall: their usual values, a week and seven weeks.
const FREIGHT_DAYS = 7;
const DOCK_TO_SERVICE_DAYS = 49;

/** Months to a part of the contract's racks in service when halls hold nothing back, one value a replication, sorted. */
export function monthsOfChipsAlone(
  scenario: RolloutScenario,
  { part, replications }: { part: number; replications: number },
): number[] {
  const streams = new Streams({ seed: 'chips alone' });
  const simulation = new Simulation();
  const months: number[] = [];
  for (let replication = 0; replication < replications; replication++) {
    streams.begin(replication);
    const inputs = drawInputs(scenario, streams);
    const world = openWorld({ simulation, scenario, streams, inputs });
    const { gpusPerRack } = scenario.product;
    const needed = part * contractRacks(scenario.contract, { pricePerGpuHour: inputs.price, gpusPerRack });
    months.push(serviceDay(world, needed) / DAYS_A_MONTH);
  }
  return months.sort((a, b) => a - b);
}

function serviceDay(world: ReturnType<typeof openWorld>, needed: number): number {
  const [vendor] = openVendors(world, openProducts(world), []);
  let racks = 0;
  const caps = vendor!.shares.offers[0]!.caps[0]!.racks;
  for (const [index, { finishedDay }] of vendor!.lots.entries()) {
    if (finishedDay < vendor!.allottedFrom) continue;
    racks += caps[index]!;
    if (racks >= needed) return finishedDay + FREIGHT_DAYS + DOCK_TO_SERVICE_DAYS;
  }
  return Number.POSITIVE_INFINITY;
}
