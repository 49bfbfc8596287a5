import { moneyOf, type Money } from './contract/money.ts';
import { serviceOf, type Service } from './deployment/inService.ts';
import { waitsOf, type Waits } from './deployment/waits.ts';
import { dayNumber } from './calendars.ts';
import { lockInOf, type LockIn } from './gravity/lockIn.ts';
import { lotTotals, type LotTotals } from './market/market.ts';
import type { Programme } from './market/programme.ts';
import type { Provider } from './market/provider.ts';
import { reachedMilestones, type ReachedMilestone } from './market/reached.ts';
import type { RolloutRun } from './simulate.ts';
import { attribution, type MilestonePath } from './tally/attribution.ts';
import { availabilityOf, type Availability } from './tally/availability.ts';
import { bindingOverTime, type Binding } from './tally/binding.ts';
import { dwell } from './tally/dwell.ts';
import type { Grid } from './tally/grid.ts';
import { siteStageDays, type SiteStageDays } from './tally/siteStageDays.ts';

/** One replication that is over, with what more than one output is read from worked out once. */
export interface FinishedRun extends RolloutRun {
  readonly grid: Grid;
  /** The programme whose outputs bear no tenant's name, and its provider. */
  readonly programme: Programme;
  readonly provider: Provider;
  /** Milestones of all tenants, and the driving path of each, in the order of `milestoneNames`. */
  readonly reached: readonly ReachedMilestone[];
  readonly paths: readonly MilestonePath[];
  /** What became of all lots, by programme. */
  readonly lots: readonly LotTotals[];
  readonly service: Service;
  readonly waits: Waits;
  readonly availability: Availability;
  readonly binding: Binding;
  /** Racks at the dock on the report dates, in the order of `DOCK_AGES`. */
  readonly dwell: readonly Float64Array[];
  readonly stageDays: SiteStageDays;
  readonly money: Money;
  readonly lockIn: LockIn | undefined;
}

/** Works out what outputs have in common. */
export function finishedRun(run: RolloutRun): FinishedRun {
  const { world, market, providers, programmes, deals, floor } = run;
  const { tables, scenario, horizonDays } = world;
  const { grid } = tables;
  const programme = programmes[0]!;
  const provider = providers[programme.provider]!;
  const { fleet } = floor;
  const reached = reachedMilestones(programmes);
  // Named one by one, as V8 finds no shape for so many behind a spread.
  return {
    world,
    market,
    providers,
    programmes,
    deals,
    floor,
    grid,
    programme,
    provider,
    reached,
    paths: attribution(world.simulation, reached),
    lots: programmes.map((each) => lotTotals(market, each)),
    service: serviceOf(fleet, programme, {
      targetEnd: dayNumber(scenario.start, scenario.target.by) + 1,
      horizonDays,
    }),
    waits: waitsOf(fleet.racks, programme.index, horizonDays),
    availability: availabilityOf(world, floor, programme),
    binding: bindingOverTime(fleet, programme, grid),
    dwell: dwell(fleet.racks, programme.index, grid),
    stageDays: siteStageDays(
      fleet,
      floor.sites.map((site) => providers[site.provider]!.tally.stages),
    ),
    lockIn: lockInOf(world, { programme, sites: floor.sites }),
    money: moneyOf(world, { racks: fleet.racks, programme, provider, grid }),
  };
}
