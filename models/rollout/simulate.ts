import type { Simulation } from '../../src/kernel/index.ts';
import type { Streams } from '../../src/random/index.ts';
import { openReadyHalls, reassignFleet, startRetrofits } from './capacity/existing.ts';
import { scheduleReturns } from './capacity/returns.ts';
import { openForecast } from './capacity/forecast.ts';
import { scheduleDeliveries, type VendorLedger } from './chips/deliveries.ts';
import { contractRacks } from './contract/size.ts';
import type { Deployment } from './deployment/deployment.ts';
import { openDeployment } from './deployment/open.ts';
import { drawInputs } from './inputs.ts';
import type { RolloutScenario } from './scenario.ts';
import { scenarioTables } from './scenarioTables.ts';
import { openTransformerPools } from './power/pools.ts';
import { startDedicatedSite } from './sites/dedicated.ts';
import { openSharedLabour } from './sites/regions.ts';
import { watchMilestones } from './tally/milestones.ts';
import { openTally } from './tally/tally.ts';
import { openWorld, type World } from './world.ts';

/** Everything one replication of a rollout left behind. */
export interface RolloutRun {
  readonly world: World;
  readonly deployment: Deployment;
  readonly vendor: VendorLedger;
  readonly contractGpus: number;
}

// Rounding every delay to 2⁻²⁰ day (0.08 s) makes sums and differences of times exact.
const RESOLUTION_DAYS = 2 ** -20;

/** Simulates one replication of a rollout up to its horizon; `tables` are those of the scenario, for who runs many. */
export function simulateRollout(
  simulation: Simulation,
  scenario: RolloutScenario,
  streams: Streams,
  tables = scenarioTables(scenario),
): RolloutRun {
  simulation.reset({ startTime: Math.floor(tables.firstDay), resolutionDays: RESOLUTION_DAYS });
  const inputs = drawInputs(scenario, streams, tables);
  const world = openWorld({ simulation, scenario, streams, inputs, tables });
  const { gpusPerRack } = scenario.product;
  const neededRacks = contractRacks(scenario.contract, { pricePerGpuHour: inputs.price, gpusPerRack });
  const contractGpus = neededRacks * gpusPerRack;
  const deployment = openDeployment(world, {
    neededRacks,
    tally: openTally(simulation, tables.grid, scenario.sites.length),
    milestones: watchMilestones(milestoneGpus(scenario, contractGpus)),
  });
  const vendor: VendorLedger = { finished: 0, rivals: 0, otherTenants: 0, tenant: 0 };
  const forecast = openForecast();
  startSites(deployment, forecast);
  scheduleDeliveries(deployment, forecast, vendor);
  simulation.run({ until: world.horizonDays });
  return { world, deployment, vendor, contractGpus };
}

/** The thresholds of a scenario in GPUs: its absolute milestones, its fractions of the contract, then the target. */
export function milestoneGpus(scenario: RolloutScenario, contractGpus: number): number[] {
  const { gpus, fractions } = scenario.milestones;
  return [
    ...gpus,
    ...[...fractions, scenario.target.fraction].map((part) => Math.ceil(part * contractGpus - 1e-6)),
  ];
}

function startSites(deployment: Deployment, forecast: ReturnType<typeof openForecast>): void {
  const { world, sites } = deployment;
  const { scenario } = world;
  const kilowattsPerRack = world.inputs.facilityKilowatts * scenario.product.gpusPerRack;
  const labour = openSharedLabour(world);
  const pools = openTransformerPools(world);
  const context = { deployment, forecast, kilowattsPerRack, labour, pools };
  scheduleReturns(deployment, forecast, kilowattsPerRack);
  scenario.sites.forEach((site, index) => {
    const state = sites[index]!;
    switch (site.kind) {
      case 'reassigned':
        return reassignFleet(context, site, state);
      case 'ready':
        return openReadyHalls(context, site, state);
      case 'retrofit':
        return startRetrofits(context, site, state);
      case 'dedicated':
        return startDedicatedSite(context, site, state);
    }
  });
}
