import type { Signal } from '../../../src/kernel/index.ts';
import { startBuilding, type HallBuilding } from '../building/shells.ts';
import { hallLoad, type HallLoad } from '../cooling/heat.ts';
import { coolingPlan, startCooling } from '../cooling/plant.ts';
import type { Floor } from '../deployment/floor.ts';
import { openPositions } from '../deployment/matching.ts';
import type { SiteState } from '../deployment/site.ts';
import { startNetwork } from '../network/plant.ts';
import { startTrunk } from '../network/trunk.ts';
import type { Provider } from '../market/provider.ts';
import type { TransformerPools } from '../power/pools.ts';
import type { Stock } from '../procurement/secured.ts';
import { startReadiness } from '../readiness/hall.ts';
import type { DedicatedSite, Hall } from '../scenario.ts';
import { begunOn } from '../stages.ts';
import { planOf } from './planOf.ts';
import { worldOfSite } from './practice.ts';
import type { SharedLabour } from './regions.ts';
import { startSitePower, type PoweredHall } from './power.ts';
import type { World } from '../world.ts';

/** Builds a dedicated campus: its power, and hall by hall its building, cooling, network and commissioning. */
export function startDedicatedSite(context: DedicatedContext, site: DedicatedSite, state: SiteState): void {
  const { provider, floor, labour, pools, stock } = context;
  const world = worldOfSite(context.world, site, { provider: provider.key, stock, tempo: state.tempo });
  const { tally, pace } = provider;
  const { simulation } = world;
  const startDay = world.dayOf(site.start);
  const { entity } = state;
  const halls = site.halls.map((hall): CampusHall => ({
    hall,
    entity: simulation.entity(`${site.name} ${hall.name}`),
    powered: simulation.signal(`${site.name} ${hall.name} powered`),
    plantComplete:
      site.power.bridging === undefined
        ? undefined
        : simulation.signal(`${site.name} ${hall.name} plant complete`),
    load: loadOf(world, site, hall, state),
  }));
  const power = startSitePower(world, site, { state, startDay, halls, pools, pace, tally });
  const trades = {
    campus:
      site.trades === undefined ? undefined : simulation.resource('campus trades', { capacity: site.trades }),
    region: labour.trades(site),
  };
  const hallEntity = (hall: Hall): number => halls.find((each) => each.hall === hall)!.entity;
  const buildings = startBuilding(world, site, { entity, hallEntity, startDay, pace, trades });
  const trunk = startTrunk(world, site, { entity, startDay });
  const campus: Campus = { provider, floor, labour, world, site, state, startDay, trunk };
  halls.forEach((hall, index) =>
    startHall(campus, hall, {
      index,
      building: buildings[index]!,
      commissioningPower: power.commissioning[index],
    }),
  );
}

interface CampusHall extends PoweredHall {
  readonly load: HallLoad;
}

/** What all halls of a campus share. */
interface Campus extends Pick<DedicatedContext, 'provider' | 'floor' | 'labour' | 'world'> {
  readonly site: DedicatedSite;
  readonly state: SiteState;
  readonly startDay: number;
  readonly trunk: Signal | undefined;
}

/** Fits out one hall of a campus, whose shell is under way, and opens its positions once it is commissioned. */
function startHall(
  { provider, floor, labour, world, site, state, startDay, trunk }: Campus,
  { hall, entity, powered, plantComplete, load: { positions, peakKilowatts } }: CampusHall,
  {
    index,
    building: { shellReady, buildingDone },
    commissioningPower,
  }: { index: number; building: HallBuilding; commissioningPower: Signal | undefined },
): void {
  const { simulation } = world;
  const { tally, forecast } = provider;
  const { kilowattsPerRack, gpusPerRack } = state.layout;
  const orders = { index, entity, orderDay: startDay + hall.startsAfter, shellReady };
  const cooling = startCooling(world, site, hall, orders);
  const network = startNetwork(world, site, hall, { ...orders, gpus: positions * gpusPerRack, trunk });
  const megawatts = (positions * kilowattsPerRack) / 1000;
  cooling.subscribe(() => tally.cooled(simulation.now, megawatts));
  const from = stageStarts(world, site, hall, startDay);
  tally.stages.part(state.index, 'substation', from.substation, powered);
  tally.stages.part(state.index, 'building', from.building, buildingDone);
  tally.stages.part(state.index, 'cooling', from.cooling, cooling);
  tally.stages.part(state.index, 'network', from.network, network);
  tally.stages.expect(state.index, 'commissioning');
  startReadiness(world, site, hall, {
    index,
    entity,
    teams: labour.commissioningTeams(site),
    earlyTeams: labour.earlyTeams(site),
    plantComplete,
    signals: { power: powered, commissioningPower, building: buildingDone, cooling, network },
    forecast: (readyDay) => forecast.expect(readyDay, positions),
    ready: ({ builtAt, ...readiness }) => {
      tally.stages.over(state.index, 'commissioning', builtAt, simulation.now);
      openPositions(floor, state, {
        count: positions,
        taken: 0,
        readyAt: simulation.now,
        kilowatts: peakKilowatts,
        ...readiness,
      });
    },
  });
}

/** When the stages of a hall begin on its schedule: as planned, or as they did. */
function stageStarts(world: World, site: DedicatedSite, hall: Hall, startDay: number) {
  const { substation, building, network } = world.scenario.construction;
  const works = planOf(building, site.building);
  const cooling = coolingPlan(world, site, hall);
  const switches = planOf(network, site.network, hall.network);
  const cleared = begunOn(world, [works.sitePreparation, works.permits], startDay);
  const planned = startDay + hall.startsAfter;
  return {
    substation: begunOn(
      world,
      [planOf(substation, site.power.stages).concept],
      startDay - site.power.leadBeforeClearing,
    ),
    building: cleared === startDay ? planned : cleared,
    cooling: begunOn(
      world,
      [
        cooling.heatRejectionLeadTime,
        cooling.coolantDistributionLeadTime,
        cooling.heatExchangerLeadTime,
        cooling.fanWallLeadTime,
      ],
      planned,
    ),
    network: begunOn(world, [switches.switchLeadTime, switches.opticsLeadTime], planned),
  };
}

export interface DedicatedContext {
  readonly world: World;
  readonly provider: Provider;
  readonly floor: Floor;
  readonly labour: SharedLabour;
  readonly pools: TransformerPools;
  readonly stock: Stock;
}

function loadOf(world: World, site: DedicatedSite, hall: Hall, { layout }: SiteState) {
  const { product, construction } = world.scenario;
  const rackKilowatts =
    product.rackPower && world.streams.open('cooling', 'all racks', 'rack power').draw(product.rackPower, 0);
  return hallLoad(hall, {
    plant: coolingPlan(world, site, hall).plant,
    kilowattsPerRack: layout.kilowattsPerRack,
    referencePue: construction.referencePue,
    rackKilowatts,
    podRacks: layout.podRacks,
  });
}
