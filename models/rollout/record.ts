import type { Outcome } from '../../src/experiment/model.ts';
import { financeRecord } from './contract/finance.ts';
import { dayNumber } from './calendars.ts';
import type { Racks } from './deployment/racks.ts';
import { lotTotals } from './market/market.ts';
import type { Programme } from './market/programme.ts';
import type { Provider } from './market/provider.ts';
import { reachedMilestones } from './market/reached.ts';
import { tenantRecord } from './market/tenantColumns.ts';
import { shortfallName } from './outputs.ts';
import { gpusInService, observedRecord } from './observed/record.ts';
import type { RolloutRun } from './simulate.ts';
import { attribution } from './tally/attribution.ts';
import { availabilityOf } from './tally/availability.ts';
import { dwell } from './tally/dwell.ts';
import { installedSlots } from './tally/installed.ts';
import { siteStageRecord } from './tally/siteStageRecord.ts';
import { bindingOverTime } from './tally/binding.ts';
import { integrals, levels, levelsIn, type Curve } from './tally/curve.ts';

const HOURS_A_DAY = 24;

/** The programme whose columns bear no tenant's name, and its provider. */
interface First {
  readonly programme: Programme;
  readonly provider: Provider;
}

function firstOf({ programmes, providers }: RolloutRun): First {
  const programme = programmes[0]!;
  return { programme, provider: providers[programme.provider]! };
}

/** Reads the columns of a record off a finished run. */
export function rolloutRecord(run: RolloutRun): Outcome {
  const { world, floor, providers } = run;
  const { grid } = world.tables;
  const { programme, provider } = firstOf(run);
  const { racks } = floor.fleet;
  const binding = bindingOverTime(floor.fleet, programme, grid);
  // Hundreds of names: a table from the start, where a literal would pass through hundreds of shapes.
  const outcome = Object.create(null) as Record<string, Outcome[string]>;
  Object.assign(
    outcome,
    scalars(run, binding.ties),
    milestones(run),
    shortfalls(run),
    tenantRecord(world.scenario, { programmes: run.programmes, market: run.market, grid }),
    fan(run),
    spend(run),
    financeRecord(world, { racks, programme, provider, grid }),
    {
      'binding.racks_waiting': levels(programme.tally.racksWaiting),
      'binding.positions_waiting': levels(provider.tally.positionsWaiting),
    },
    dwell(racks, programme.index, grid),
  );
  world.tables.blocked.forEach((name, i) => {
    outcome[name] = binding.blocked[i]!;
  });
  attribution(world.simulation, reachedMilestones(run.programmes), world.tables.attribution, outcome);
  addSites(run, outcome);
  const stagesOf = (site: number) => providers[floor.sites[site]!.provider]!.tally.stages;
  siteStageRecord(world.tables.siteStages, floor.fleet, stagesOf, outcome);
  const tallyOf = (site: number | undefined) =>
    (site === undefined ? provider : providers[floor.sites[site]!.provider]!).tally;
  Object.assign(outcome, observedRecord(world.tables.observed, floor.fleet, tallyOf));
  return outcome;
}

function milestones({ world, programmes }: RolloutRun): Outcome {
  const reached = reachedMilestones(programmes);
  return Object.fromEntries(world.tables.milestones.map((name, i) => [name, reached[i]!.day]));
}

function shortfalls({ world, programmes }: RolloutRun): Outcome {
  const reached = reachedMilestones(programmes);
  return Object.fromEntries(
    world.tables.milestones.map((name, i) => [shortfallName(name), reached[i]!.shortfall(world.horizonDays)]),
  );
}

function scalars(run: RolloutRun, bindingTies: number): Outcome {
  const { world, market } = run;
  const { scenario, inputs } = world;
  const { programme, provider } = firstOf(run);
  const { need, product, queue, tally } = programme;
  const { gpusPerRack, kilowattsPerRack } = product;
  const lots = lotTotals(market, programme);
  const waits = waitingTimes(run);
  const gpuDays = gpuDaysBy(run, world.horizonDays);
  const gpusAtTarget = gpusInService(run.floor.fleet, dayNumber(scenario.start, scenario.target.by) + 1);
  const gpusAtHorizon = need.acceptedGpus;
  const dollarsPerGpuDay = programme.price * HOURS_A_DAY;
  const termDays = dayNumber(scenario.start, scenario.contract.termEnds);
  return {
    contract_gpus: need.gpus,
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`input_${name}`, value])),
    gpus_at_target_date: gpusAtTarget,
    part_at_target_date: Math.min(1, gpusAtTarget / (scenario.target.fraction * need.gpus)),
    gpus_at_horizon: gpusAtHorizon,
    racks_never_placed: queue.length,
    racks_not_delivered: (need.gpus + need.replacedGpus - need.placedGpus) / gpusPerRack - queue.length,
    racks_not_accepted: need.placedRacks - need.acceptedRacks,
    racks_diverted: tally.diverted.racks,
    racks_reworked: waits.reworked,
    racks_dead_on_arrival: waits.dead,
    racks_to_replace: need.replacedGpus / gpusPerRack,
    racks_waiting_for_positions: waits.position,
    racks_waiting_for_crews: waits.crew,
    positions_waiting_for_racks: waits.positionsForRacks,
    position_waiting_energy: (waits.positionsForRacks * kilowattsPerRack) / 1000,
    chips_waiting_for_halls: waits.position * gpusPerRack,
    chips_waiting_value: waits.position * gpusPerRack * dollarsPerGpuDay,
    halls_waiting_for_chips: waits.positionsForRacks * gpusPerRack,
    halls_waiting_value: waits.positionsForRacks * gpusPerRack * dollarsPerGpuDay,
    displaced_load: provider.tally.displaced.gpuDays,
    displaced_power: provider.tally.displaced.megawattDays,
    gpu_days: gpuDays,
    spend_at_horizon: gpuDays * dollarsPerGpuDay,
    spend_over_term: (gpuDays + gpusAtHorizon * Math.max(0, termDays - world.horizonDays)) * dollarsPerGpuDay,
    vendor_racks: lots.finished,
    rival_racks: lots.rivals,
    other_tenant_racks: lots.otherTenants,
    tenant_racks: lots.tenant,
    binding_ties: bindingTies,
    events: world.simulation.executedEvents,
  };
}

function gpuDaysBy({ floor, programmes }: RolloutRun, by: number): number {
  const { racks, placed } = floor.fleet;
  const { index, product } = programmes[0]!;
  const { gpusPerRack } = product;
  let slotDays = 0;
  for (const rack of placed)
    if (racks.programme[rack] === index && racks.inServiceAt[rack]! < by)
      slotDays += (by - racks.inServiceAt[rack]!) * (racks.slotGpus[rack]! / gpusPerRack);
  return slotDays * gpusPerRack;
}

function waitingTimes({ floor, programmes, world }: RolloutRun) {
  const { racks } = floor.fleet;
  const { index } = programmes[0]!;
  const end = world.horizonDays;
  let position = 0;
  let crew = 0;
  let positionsForRacks = 0;
  let reworked = 0;
  let dead = 0;
  for (let rack = 0; rack < racks.count; rack++) {
    const docked = racks.dockedAt[rack]!;
    const placed = racks.placedAt[rack]!;
    if (racks.programme[rack] !== index || racks.diverted[rack] === 1 || Number.isNaN(docked)) continue;
    position += (Number.isNaN(placed) ? end : placed) - docked;
    if (Number.isNaN(placed)) continue;
    positionsForRacks += placed - racks.readyAt[rack]!;
    if (racks.deaths[rack]! > 0 && racks.installedAt[rack]! < end) dead++;
    if (racks.reworks[rack]! > 0 && !Number.isNaN(racks.inServiceAt[rack]!)) reworked++;
    if (racks.lot[rack]! >= 0) crew += crewWait(racks, rack, end);
  }
  return { position, crew, positionsForRacks, reworked, dead };
}

/** Days from a rack's placing to its own turn with the crew. */
function crewWait(racks: Racks, rack: number, end: number): number {
  const turn = racks.turnAt[rack]!;
  return (Number.isNaN(turn) ? end : turn) - racks.placedAt[rack]!;
}

function fan(run: RolloutRun): Outcome {
  const { world, floor } = run;
  const { programme, provider } = firstOf(run);
  const { tally } = programme;
  const { gpusPerRack } = programme.product;
  const gpus = (curve: Curve): Float64Array => levelsIn(curve, { times: gpusPerRack });
  const availability = availabilityOf(world, floor, programme);
  const accepted = gpus(tally.inService);
  const available = availability.available.map((racks) => racks * gpusPerRack);
  const ofSites = (curves: readonly Curve[]): Float64Array =>
    sum(provider.sites.map(({ index }) => curves[index]!));
  const megawatts = (curves: readonly Curve[]): Float64Array =>
    ofSites(curves).map((positions) => (positions * provider.layout.kilowattsPerRack) / 1000);
  return {
    gpus: accepted,
    available_gpus: available,
    billable_gpus: world.scenario.deployment.billable === 'available' ? available : accepted,
    largest_cluster_gpus: availability.largestCluster.map((racks) => racks * gpusPerRack),
    docked_gpus: gpus(tally.docked),
    installed_gpus: installedSlots(floor, programme, world.tables.grid).map((slots) => slots * gpusPerRack),
    energized_mw: ofSites(provider.tally.energizedMegawatts),
    cooled_mw: levels(provider.tally.cooledMegawatts),
    ready_mw: megawatts(provider.tally.ready),
    filled_mw: megawatts(provider.tally.filled),
    racks_waiting: levels(tally.racksWaiting),
    positions_waiting: levels(provider.tally.positionsWaiting),
  };
}

function sum(curves: readonly Curve[]): Float64Array {
  const total = levels(curves[0]!);
  for (const curve of curves.slice(1)) {
    const values = levels(curve);
    for (let i = 0; i < total.length; i++) total[i]! += values[i]!;
  }
  return total;
}

function spend({ world, programmes }: RolloutRun): Outcome {
  const { tally, price, product } = programmes[0]!;
  const dollarsPerRackDay = price * HOURS_A_DAY * product.gpusPerRack;
  const dollars = integrals(tally.inService, world.tables.grid).map(
    (rackDays) => rackDays * dollarsPerRackDay,
  );
  const { commitment } = world.scenario.contract;
  return { spend: dollars, committed_part: dollars.map((value) => value / commitment) };
}

/** Adds the series of every site, in the order of `SITE_SERIES`. */
function addSites({ world, floor, providers }: RolloutRun, outcome: Record<string, Outcome[string]>): void {
  for (const { index, provider, layout } of floor.sites) {
    const { tally } = providers[provider]!;
    const megawatts = { times: layout.kilowattsPerRack, over: 1000 };
    const [energized, ready, filled, serving] = world.tables.siteSeries[index]!;
    outcome[energized!] = levels(tally.energizedMegawatts[index]!);
    outcome[ready!] = levelsIn(tally.ready[index]!, megawatts);
    outcome[filled!] = levelsIn(tally.filled[index]!, megawatts);
    outcome[serving!] = levelsIn(tally.serving[index]!, megawatts);
  }
}
