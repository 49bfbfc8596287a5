import { uniform, variate } from '../../../src/random/index.ts';
import { openPositions } from '../deployment/matching.ts';
import type { SiteState } from '../deployment/site.ts';
import { PLANT_CLASS } from '../tally/bindingClasses.ts';
import type { World } from '../world.ts';
import type { ExistingContext } from './existing.ts';
import type { FlowSite } from './flowSite.ts';
import { flowSteps } from './flowSteps.ts';
import { positionsFor } from './positions.ts';

const LEVEL = uniform(0, 1);

/** Opens the flow of a provider that is not modelled site by site: its positions become ready step by step. */
export function openFlow({ world, provider, floor }: ExistingContext, flow: FlowSite, site: SiteState): void {
  const { simulation, horizonDays, dayOf } = world;
  const { kilowattsPerRack, podRacks } = site.layout;
  const { tally, forecast } = provider;
  const slip = slipDays(world, flow);
  const firstDay = dayOf(flow.from) + slip;
  const handOver = (count: number): void => {
    const { now } = simulation;
    tally.stages.over(site.index, 'existing halls', firstDay, now);
    tally.live(site, now, (count * kilowattsPerRack) / 1000);
    openPositions(floor, site, {
      count,
      taken: 0,
      readyAt: now,
      plantAt: now,
      plantClass: PLANT_CLASS.existing,
    });
  };
  let handedOver = 0;
  for (const { day, megawatts } of flowSteps(flow, {
    level: provider.hallShare,
    until: horizonDays,
    dayOf,
  })) {
    const count = positionsFor({ megawatts, kilowattsPerRack, podRacks }) - handedOver;
    if (count <= 0) continue;
    handedOver += count;
    forecast.expect(day + slip, count, site);
    simulation.scheduleAt(day + slip, handOver, count, world.label('existing hall hand-over'), site.entity);
  }
}

/** How late a flow is in this replication; providers' flows follow what moves the trades of all regions. */
function slipDays({ streams, drivers }: World, { name, slip }: FlowSite): number {
  if (slip === undefined) return 0;
  const { campusTrades } = drivers.correlations;
  const level = streams
    .open('existing', name, 'slip')
    .drawShared(LEVEL, drivers.campus(name), campusTrades, 0);
  return Math.max(0, variate(slip, level));
}
