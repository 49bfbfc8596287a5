import type { Simulation } from '../../src/kernel/index.ts';
import type { Streams } from '../../src/random/index.ts';
import { openFlow } from './capacity/flow.ts';
import { openReadyHalls, reassignFleet, startRetrofits } from './capacity/existing.ts';
import { scheduleReturns } from './capacity/returns.ts';
import type { Floor } from './deployment/floor.ts';
import { newRacks, type Racks } from './deployment/racks.ts';
import { drawInputs } from './inputs.ts';
import type { Deals } from './market/deals.ts';
import { scheduleDeliveries } from './market/deliveries.ts';
import type { Market } from './market/market.ts';
import { openMarket, openParties } from './market/open.ts';
import type { Programme } from './market/programme.ts';
import type { Provider } from './market/provider.ts';
import { scheduleSignings } from './market/signings.ts';
import { openTransformerPools } from './power/pools.ts';
import { openStock } from './procurement/stock.ts';
import type { RolloutScenario } from './scenario.ts';
import { scenarioTables, type ScenarioTables } from './scenarioTables.ts';
import { startDedicatedSite } from './sites/dedicated.ts';
import { withFlowSites } from './sites/flowSites.ts';
import { openSharedLabour } from './sites/regions.ts';
import { openWorld, type World } from './world.ts';

/** Everything one replication of a rollout left behind. */
export interface RolloutRun {
  readonly world: World;
  readonly market: Market;
  readonly providers: readonly Provider[];
  /** One a tenant; the first is that of the contract which the scenario itself states. */
  readonly programmes: readonly Programme[];
  readonly deals: Deals;
  readonly floor: Floor;
}

// Rounding every delay to 2⁻²⁰ day (0.08 s) makes sums and differences of times exact.
const RESOLUTION_DAYS = 2 ** -20;

/** What replications of one scenario have in common: its tables, and the room that the racks of the last one took. */
export interface KeptBetweenRuns {
  readonly tables?: ScenarioTables;
  readonly racks?: Racks;
}

/** Simulates one replication of a rollout up to its horizon; with `racks` it overwrites those of the run before. */
export function simulateRollout(
  simulation: Simulation,
  given: RolloutScenario,
  streams: Streams,
  { tables, racks = newRacks(0) }: KeptBetweenRuns = {},
): RolloutRun {
  const scenario = withFlowSites(given);
  return simulateWith(simulation, scenario, streams, { tables: tables ?? scenarioTables(scenario), racks });
}

function simulateWith(
  simulation: Simulation,
  scenario: RolloutScenario,
  streams: Streams,
  { tables, racks }: Required<KeptBetweenRuns>,
): RolloutRun {
  simulation.reset({ startTime: Math.floor(tables.firstDay), resolutionDays: RESOLUTION_DAYS });
  const inputs = drawInputs(scenario, streams, tables);
  const world = openWorld({ simulation, scenario, streams, inputs, tables, racks });
  const { products, providers, programmes, deals, floor } = openParties(world);
  startSites(world, providers, floor);
  const market = openMarket(world, products, deals);
  scheduleSignings(world, programmes, deals.signed);
  scheduleDeliveries(world, floor, market);
  simulation.run({ until: world.horizonDays });
  return { world, market, providers, programmes, deals, floor };
}

function startSites(world: World, providers: readonly Provider[], floor: Floor): void {
  const { scenario } = world;
  const labour = openSharedLabour(
    world,
    providers.map(({ commissioningTeams }) => commissioningTeams),
  );
  const works = providers.map((provider) => ({
    world,
    provider,
    floor,
    labour: labour[provider.index]!,
    pools: openTransformerPools(world),
    stock: openStock(world),
  }));
  for (const { policies } of floor.programmes) scheduleReturns(world, floor, policies.returns ?? []);
  scenario.sites.forEach((site, index) => {
    const state = floor.sites[index]!;
    const context = works[state.provider]!;
    switch (site.kind) {
      case 'reassigned':
        return reassignFleet(context, site, state);
      case 'ready':
        return openReadyHalls(context, site, state);
      case 'retrofit':
        return startRetrofits(context, site, state);
      case 'dedicated':
        return startDedicatedSite(context, site, state);
      case 'flow':
        return openFlow(context, site, state);
    }
  });
}
