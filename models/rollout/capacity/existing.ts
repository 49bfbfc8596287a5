import { MONTH_DAYS } from '../../../src/kernel/lengths.ts';
import type { Command } from '../../../src/kernel/index.ts';
import { variate } from '../../../src/random/index.ts';
import { PLANT_CLASS } from '../tally/bindingClasses.ts';
import type { Floor } from '../deployment/floor.ts';
import { openPositions } from '../deployment/matching.ts';
import { putInService } from '../deployment/service.ts';
import { addRack } from '../deployment/racks.ts';
import type { SiteState } from '../deployment/site.ts';
import { placeAt } from '../market/place.ts';
import { loadOf } from '../market/product.ts';
import type { Provider } from '../market/provider.ts';
import type { ReadySite, ReassignedSite, RetrofitSite } from '../scenario.ts';
import { stageDays, stageMedian } from '../stages.ts';
import type { World } from '../world.ts';
import { positionsFor } from './positions.ts';

const RETROFIT_STAGES = ['retrofit', 'flush', 'L4/L5 commissioning'] as const;

/**
 * What a source of existing capacity needs: the world, the provider that lends, and the floor that its positions open
 * on.
 */
export interface ExistingContext {
  readonly world: World;
  readonly provider: Provider;
  readonly floor: Floor;
}

/**
 * A fleet that serves others today and is handed over, evenly, during the reassignment period: no installation.
 *
 * It goes to the first of the provider's tenants, up to what that may have there.
 */
export function reassignFleet(
  { world, provider, floor }: ExistingContext,
  scenario: ReassignedSite,
  site: SiteState,
): void {
  const programme = floor.programmes.find((each) => each.provider === provider.index);
  if (programme === undefined) return;
  const { need, product } = programme;
  const { racks, placed } = floor.fleet;
  const { rackEntity } = floor.steps;
  const load = loadOf(product, site.layout);
  const drawn = world.streams.open('existing', site.name, 'fleet').draw(scenario.gpus, 0);
  const place = placeAt(programme, provider.index);
  // What a deal adds is bought when it is signed, and not handed over before.
  const open = Math.min(need.signedGpus - need.committedGpus, place.quotaGpus - place.committedGpus);
  const count = Math.floor(Math.min(drawn, open) / product.gpusPerRack);
  need.committedGpus += count * product.gpusPerRack;
  place.committedGpus += count * product.gpusPerRack;
  place.committedPositions += count * load;
  const inService = (rack: number): void => {
    const now = world.simulation.now;
    racks.dockedAt[rack] = racks.placedAt[rack] = racks.readyAt[rack] = racks.plantAt[rack] = now;
    racks.installStartAt[rack] = racks.installedAt[rack] = now;
    racks.site[rack] = site.index;
    racks.plantClass[rack] = PLANT_CLASS.existing;
    placed.push(rack);
    need.placedGpus += product.gpusPerRack;
    need.placedRacks++;
    need.lastPlaced = rack;
    site.ready += load;
    site.filled += load;
    const share = site.shares[programme.index]!;
    share.gpus += product.gpusPerRack;
    share.positions += load;
    provider.tally.live(site, now, product.kilowattsPerRack / 1000);
    programme.tally.rackReassigned(now, 1);
    provider.tally.rackReassigned(site, now, load);
    provider.tally.stages.over(site.index, 'existing halls', world.dayOf(world.scenario.start), now);
    putInService(floor, [rack]);
  };
  for (let i = 0; i < count; i++) {
    const rack = addRack(racks, {
      lot: -1,
      serial: i,
      programme: programme.index,
      product: product.index,
      askedLater: false,
    });
    const day = (scenario.over * (i + 1)) / count;
    world.simulation.scheduleAt(day, inService, rack, world.label('fleet reassignment'), rackEntity + rack);
  }
}

/** Liquid-ready halls that come free as a flow: some on day 0, then a monthly amount up to a ceiling. */
export function openReadyHalls(context: ExistingContext, scenario: ReadySite, site: SiteState): void {
  const { world, provider, floor } = context;
  const { kilowattsPerRack, podRacks } = site.layout;
  const { tally, forecast } = provider;
  const monthly = variate(scenario.monthly, provider.hallShare);
  const ceiling = Math.max(scenario.initial, variate(scenario.ceiling, provider.hallShare));
  const handOver = (positions: number): void => {
    if (site.closed) return;
    const now = world.simulation.now;
    tally.stages.over(site.index, 'existing halls', firstDay, now);
    tally.live(site, now, (positions * kilowattsPerRack) / 1000);
    openPositions(floor, site, block(positions, now));
  };
  let handedOver = 0;
  const firstDay = world.dayOf(scenario.from);
  for (let month = 0; ; month++) {
    const day = firstDay + month * MONTH_DAYS;
    const megawatts = Math.min(ceiling, scenario.initial + month * monthly);
    const positions = positionsFor({ megawatts, kilowattsPerRack, podRacks }) - handedOver;
    handedOver += positions;
    if (positions > 0) {
      forecast.expect(day, positions, site);
      world.simulation.scheduleAt(
        day,
        handOver,
        positions,
        world.label('existing hall hand-over'),
        site.entity,
      );
    }
    if (megawatts >= ceiling || monthly <= 0 || day > world.horizonDays) break;
  }
}

/** Air halls that are converted to carry liquid-cooled racks, one after another, displacing the load they had. */
export function startRetrofits(context: ExistingContext, scenario: RetrofitSite, site: SiteState): void {
  const { world, provider } = context;
  const { simulation } = world;
  scenario.halls.forEach((hall, index) => {
    const entity = simulation.entity(`${site.name} ${hall.name}`);
    provider.tally.stages.expect(site.index, 'existing halls');
    simulation.process(`${site.name} ${hall.name} retrofit`, () => retrofit(context, site, hall, index), {
      entity,
      delay: world.dayOf(hall.start) - simulation.now,
      delayLabel: world.label('planned start'),
    });
  });
}

function* retrofit(
  { world, provider, floor }: ExistingContext,
  site: SiteState,
  hall: RetrofitSite['halls'][number],
  index: number,
): Generator<Command, void, unknown> {
  const { tally, forecast } = provider;
  const { kilowattsPerRack, podRacks } = site.layout;
  const positions = positionsFor({ megawatts: hall.power, kilowattsPerRack, podRacks });
  const start = world.dayOf(hall.start);
  const driver = {
    normal: world.drivers.campus(site.name),
    correlation: world.drivers.correlations.campusTrades,
  };
  const parts = [hall.retrofit, hall.flush, hall.commissioning] as const;
  forecast.expect(start + parts.reduce((sum, part) => sum + stageMedian(part), 0), positions, site);
  for (const [part, stage] of parts.entries()) {
    const draws = world.streams.open('existing', site.name, RETROFIT_STAGES[part]!);
    const days = stageDays(world, stage, { draws, serial: index, driver });
    if (days > 0) yield world.activity(RETROFIT_STAGES[part]!).lasting(days);
  }
  const now = world.simulation.now;
  tally.stages.over(site.index, 'existing halls', start, now);
  tally.retrofitDone({ start, now, displaced: hall.displaced });
  if (site.closed) return;
  tally.live(site, now, (positions * kilowattsPerRack) / 1000);
  openPositions(floor, site, block(positions, now));
}

function block(count: number, now: number) {
  return { count, taken: 0, readyAt: now, plantAt: now, plantClass: PLANT_CLASS.existing };
}
