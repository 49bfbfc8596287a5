import { startBuilding } from '../building/shells.ts';
import type { ReadinessForecast } from '../capacity/forecast.ts';
import { hallLoad } from '../cooling/heat.ts';
import { coolingPlan, startCooling } from '../cooling/plant.ts';
import type { Deployment } from '../deployment/deployment.ts';
import { openPositions } from '../deployment/matching.ts';
import type { SiteState } from '../deployment/site.ts';
import { startNetwork } from '../network/plant.ts';
import { startTrunk } from '../network/trunk.ts';
import type { TransformerPools } from '../power/pools.ts';
import { startReadiness } from '../readiness/hall.ts';
import type { DedicatedSite, Hall } from '../scenario.ts';
import type { SharedLabour } from './regions.ts';
import { startSitePower } from './power.ts';

/** Builds a dedicated campus: its power, and hall by hall its building, cooling, network and commissioning. */
export function startDedicatedSite(context: DedicatedContext, site: DedicatedSite, state: SiteState): void {
  const { deployment, forecast, kilowattsPerRack, labour, pools } = context;
  const { world } = deployment;
  const { simulation } = world;
  const startDay = world.dayOf(site.start);
  const { entity } = state;
  const halls = site.halls.map((hall) => ({
    hall,
    entity: simulation.entity(`${site.name} ${hall.name}`),
    powered: simulation.signal(`${site.name} ${hall.name} powered`),
    plantComplete:
      site.power.bridging === undefined
        ? undefined
        : simulation.signal(`${site.name} ${hall.name} plant complete`),
    load: loadOf(context, site, hall),
  }));
  const power = startSitePower(world, site, { state, startDay, halls, pools, tally: deployment.tally });
  const trades = {
    campus:
      site.trades === undefined ? undefined : simulation.resource('campus trades', { capacity: site.trades }),
    region: labour.trades(site),
  };
  const hallEntity = (hall: Hall): number => halls.find((each) => each.hall === hall)!.entity;
  const buildings = startBuilding(world, site, { entity, hallEntity, startDay, trades });
  const trunk = startTrunk(world, site, { entity, startDay });
  halls.forEach(
    ({ hall, entity: own, powered, plantComplete, load: { positions, peakKilowatts } }, index) => {
      const { shellReady, buildingDone } = buildings[index]!;
      const orders = { index, entity: own, orderDay: startDay + hall.startsAfter, shellReady };
      const cooling = startCooling(world, site, hall, orders);
      const network = startNetwork(world, site, hall, {
        ...orders,
        gpus: positions * deployment.gpusPerRack,
        trunk,
      });
      const { tally } = deployment;
      const megawatts = (positions * kilowattsPerRack) / 1000;
      cooling.subscribe(() => tally.cooled(simulation.now, megawatts));
      const substationFrom = startDay - site.power.leadBeforeClearing;
      tally.stages.part(state.index, 'substation', substationFrom, powered);
      tally.stages.part(state.index, 'building', orders.orderDay, buildingDone);
      tally.stages.part(state.index, 'cooling', orders.orderDay, cooling);
      tally.stages.part(state.index, 'network', orders.orderDay, network);
      tally.stages.expect(state.index, 'commissioning');
      startReadiness(world, site, hall, {
        index,
        entity: own,
        teams: labour.commissioningTeams(site),
        earlyTeams: labour.earlyTeams(site),
        plantComplete,
        signals: {
          power: powered,
          commissioningPower: power.commissioning[index],
          building: buildingDone,
          cooling,
          network,
        },
        forecast: (readyDay) => forecast.expect(readyDay, positions),
        ready: ({ builtAt, ...readiness }) => {
          tally.stages.over(state.index, 'commissioning', builtAt, simulation.now);
          openPositions(deployment, state, {
            count: positions,
            taken: 0,
            readyAt: simulation.now,
            kilowatts: peakKilowatts,
            ...readiness,
          });
        },
      });
    },
  );
}

export interface DedicatedContext {
  readonly deployment: Deployment;
  readonly forecast: ReadinessForecast;
  readonly kilowattsPerRack: number;
  readonly labour: SharedLabour;
  readonly pools: TransformerPools;
}

function loadOf({ deployment, kilowattsPerRack }: DedicatedContext, site: DedicatedSite, hall: Hall) {
  const { world } = deployment;
  const { product, construction, deployment: plan } = world.scenario;
  const rackKilowatts =
    product.rackPower && world.streams.open('cooling', 'all racks', 'rack power').draw(product.rackPower, 0);
  return hallLoad(hall, {
    plant: coolingPlan(world, site, hall).plant,
    kilowattsPerRack,
    referencePue: construction.referencePue,
    rackKilowatts,
    podRacks: plan.podRacks,
  });
}
