import type { Command } from '../../../src/kernel/index.ts';
import { variate } from '../../../src/random/index.ts';
import { PLANT_CLASS } from '../tally/bindingClasses.ts';
import type { Deployment } from '../deployment/deployment.ts';
import { openPositions } from '../deployment/matching.ts';
import { onInService } from '../deployment/service.ts';
import { addRack } from '../deployment/racks.ts';
import type { SiteState } from '../deployment/site.ts';
import type { ReadySite, ReassignedSite, RetrofitSite } from '../scenario.ts';
import { stageDays, stageMedian } from '../stages.ts';
import type { ReadinessForecast } from './forecast.ts';
import { positionsFor } from './positions.ts';

const MONTH_DAYS = 30.4375;
const RETROFIT_STAGES = ['retrofit', 'flush', 'L4/L5 commissioning'] as const;

/** What the sources of existing capacity share: the deployment, what is known of readiness, and the kW of a rack. */
export interface ExistingContext {
  readonly deployment: Deployment;
  readonly forecast: ReadinessForecast;
  readonly kilowattsPerRack: number;
}

/** A fleet that serves others today and is handed over, evenly, during the reassignment period: no installation. */
export function reassignFleet(
  { deployment, kilowattsPerRack }: ExistingContext,
  scenario: ReassignedSite,
  site: SiteState,
): void {
  const { world, racks, tally } = deployment;
  const drawn = world.streams.open('existing', site.name, 'fleet').draw(scenario.gpus, 0);
  const count = Math.min(
    Math.floor(drawn / deployment.gpusPerRack),
    deployment.neededRacks - deployment.committedRacks,
  );
  deployment.committedRacks += count;
  const inService = (rack: number): void => {
    const now = world.simulation.now;
    for (const column of [racks.dockedAt, racks.placedAt, racks.readyAt, racks.plantAt, racks.installStartAt])
      column[rack] = now;
    racks.site[rack] = site.index;
    racks.plantClass[rack] = PLANT_CLASS.existing;
    deployment.placed.push(rack);
    deployment.placedCount++;
    site.ready++;
    site.filled++;
    tally.live(site, now, kilowattsPerRack / 1000);
    tally.rackReassigned(site, now);
    tally.stages.over(site.index, 'existing halls', world.dayOf(world.scenario.start), now);
    onInService(deployment, rack);
  };
  for (let i = 0; i < count; i++) {
    const rack = addRack(racks, -1, i);
    const day = (scenario.over * (i + 1)) / count;
    world.simulation.scheduleAt(
      day,
      inService,
      rack,
      world.label('fleet reassignment'),
      deployment.rackEntity + rack,
    );
  }
}

/** Liquid-ready halls that come free as a flow: some on day 0, then a monthly amount up to a ceiling. */
export function openReadyHalls(context: ExistingContext, scenario: ReadySite, site: SiteState): void {
  const { deployment, forecast, kilowattsPerRack } = context;
  const { world } = deployment;
  const { podRacks } = world.scenario.deployment;
  const monthly = variate(scenario.monthly, world.inputs.hallShare);
  const ceiling = Math.max(scenario.initial, variate(scenario.ceiling, world.inputs.hallShare));
  const handOver = (positions: number): void => {
    if (site.closed) return;
    const now = world.simulation.now;
    deployment.tally.stages.over(site.index, 'existing halls', firstDay, now);
    deployment.tally.live(site, now, (positions * kilowattsPerRack) / 1000);
    openPositions(deployment, site, block(positions, now));
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
  const { deployment } = context;
  const { world } = deployment;
  const { simulation } = world;
  scenario.halls.forEach((hall, index) => {
    const entity = simulation.entity(`${site.name} ${hall.name}`);
    deployment.tally.stages.expect(site.index, 'existing halls');
    simulation.process(`${site.name} ${hall.name} retrofit`, () => retrofit(context, site, hall, index), {
      entity,
      delay: world.dayOf(hall.start) - simulation.now,
      delayLabel: world.label('planned start'),
    });
  });
}

function* retrofit(
  { deployment, forecast, kilowattsPerRack }: ExistingContext,
  site: SiteState,
  hall: RetrofitSite['halls'][number],
  index: number,
): Generator<Command, void, unknown> {
  const { world, tally } = deployment;
  const { podRacks } = world.scenario.deployment;
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
  openPositions(deployment, site, block(positions, now));
}

function block(count: number, now: number) {
  return { count, taken: 0, readyAt: now, plantAt: now, plantClass: PLANT_CLASS.existing };
}
