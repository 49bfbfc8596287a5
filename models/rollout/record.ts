import type { Outcome } from '../../src/experiment/model.ts';
import { financeRecord } from './contract/finance.ts';
import { dayNumber } from './calendars.ts';
import { shortfallName } from './outputs.ts';
import type { RolloutRun } from './simulate.ts';
import { attribution } from './tally/attribution.ts';
import { availabilityOf } from './tally/availability.ts';
import { dwell } from './tally/dwell.ts';
import { siteStageRecord } from './tally/siteStageRecord.ts';
import { bindingOverTime } from './tally/binding.ts';
import { integrals, levels, type Curve } from './tally/curve.ts';

const HOURS_A_DAY = 24;

/** Reads the columns of a record off a finished run. */
export function rolloutRecord(run: RolloutRun): Outcome {
  const { deployment } = run;
  const binding = bindingOverTime(deployment);
  // Hundreds of names: a table from the start, where a literal would pass through hundreds of shapes.
  const outcome = Object.create(null) as Record<string, Outcome[string]>;
  return Object.assign(
    outcome,
    scalars(run, binding.ties),
    milestones(run),
    shortfalls(run),
    attribution(run.world.simulation, deployment.milestones, run.world.tables.attribution),
    fan(run),
    spend(run),
    financeRecord(deployment, run.contractGpus),
    Object.fromEntries(Object.entries(binding.blocked).map(([name, values]) => [`blocked_${name}`, values])),
    {
      'binding.racks_waiting': levels(deployment.tally.racksWaiting),
      'binding.positions_waiting': levels(deployment.tally.positionsWaiting),
    },
    dwell(deployment),
    sites(run),
    siteStageRecord(deployment),
  );
}

function milestones({ world, deployment }: RolloutRun): Outcome {
  const names = world.tables.milestones;
  return Object.fromEntries(names.map((name, i) => [name, deployment.milestones.days[i]!]));
}

function shortfalls({ world, deployment }: RolloutRun): Outcome {
  return Object.fromEntries(
    world.tables.milestones.map((name, i) => [
      shortfallName(name),
      deployment.milestones.shortfall(i, world.horizonDays),
    ]),
  );
}

function scalars(run: RolloutRun, bindingTies: number): Outcome {
  const { world, deployment, vendor, contractGpus } = run;
  const { scenario, inputs } = world;
  const { tally, gpusPerRack } = deployment;
  const waits = waitingTimes(run);
  const gpuDays = gpuDaysBy(run, world.horizonDays);
  const gpusAtTarget = gpusInServiceBy(run, dayNumber(scenario.start, scenario.target.by) + 1);
  const gpusAtHorizon = deployment.acceptedRacks * gpusPerRack;
  const dollarsPerGpuDay = inputs.price * HOURS_A_DAY;
  const termDays = dayNumber(scenario.start, scenario.contract.termEnds);
  const kilowattsPerRack = inputs.facilityKilowatts * gpusPerRack;
  return {
    contract_gpus: contractGpus,
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`input_${name}`, value])),
    gpus_at_target_date: gpusAtTarget,
    part_at_target_date: Math.min(1, gpusAtTarget / (scenario.target.fraction * contractGpus)),
    gpus_at_horizon: gpusAtHorizon,
    racks_never_placed: deployment.waiting.length,
    racks_not_delivered:
      deployment.neededRacks + deployment.racksToReplace - deployment.placedCount - deployment.waiting.length,
    racks_not_accepted: deployment.placedCount - deployment.racksEverAccepted,
    racks_diverted: tally.divertedRacks,
    racks_reworked: waits.reworked,
    racks_dead_on_arrival: waits.dead,
    racks_to_replace: deployment.racksToReplace,
    racks_waiting_for_positions: waits.position,
    racks_waiting_for_crews: waits.crew,
    positions_waiting_for_racks: waits.positionsForRacks,
    position_waiting_energy: (waits.positionsForRacks * kilowattsPerRack) / 1000,
    chips_waiting_for_halls: waits.position * gpusPerRack,
    chips_waiting_value: waits.position * gpusPerRack * dollarsPerGpuDay,
    halls_waiting_for_chips: waits.positionsForRacks * gpusPerRack,
    halls_waiting_value: waits.positionsForRacks * gpusPerRack * dollarsPerGpuDay,
    displaced_load: tally.displacedGpuDays,
    displaced_power: tally.displacedMegawattDays,
    gpu_days: gpuDays,
    spend_at_horizon: gpuDays * dollarsPerGpuDay,
    spend_over_term: (gpuDays + gpusAtHorizon * Math.max(0, termDays - world.horizonDays)) * dollarsPerGpuDay,
    vendor_racks: vendor.finished,
    rival_racks: vendor.rivals,
    other_tenant_racks: vendor.otherTenants,
    tenant_racks: vendor.tenant,
    binding_ties: bindingTies,
    events: world.simulation.executedEvents,
  };
}

/** GPUs in service before time `by`, from the racks themselves. */
function gpusInServiceBy({ deployment }: RolloutRun, by: number): number {
  const { racks, placed, gpusPerRack } = deployment;
  let count = 0;
  for (const rack of placed) if (racks.inServiceAt[rack]! < by && racks.replaces[rack] === 0) count++;
  return count * gpusPerRack;
}

function gpuDaysBy({ deployment }: RolloutRun, by: number): number {
  const { racks, placed, gpusPerRack } = deployment;
  let rackDays = 0;
  for (const rack of placed)
    if (racks.inServiceAt[rack]! < by && racks.replaces[rack] === 0)
      rackDays += by - racks.inServiceAt[rack]!;
  return rackDays * gpusPerRack;
}

function waitingTimes({ deployment, world }: RolloutRun) {
  const { racks } = deployment;
  const end = world.horizonDays;
  let position = 0;
  let crew = 0;
  let positionsForRacks = 0;
  let reworked = 0;
  let dead = 0;
  for (let rack = 0; rack < racks.count; rack++) {
    const docked = racks.dockedAt[rack]!;
    const placed = racks.placedAt[rack]!;
    if (racks.diverted[rack] === 1 || Number.isNaN(docked)) continue;
    position += (Number.isNaN(placed) ? end : placed) - docked;
    if (Number.isNaN(placed)) continue;
    positionsForRacks += placed - racks.readyAt[rack]!;
    if (racks.deaths[rack]! > 0) dead++;
    if (racks.reworks[rack]! > 0 && !Number.isNaN(racks.inServiceAt[rack]!)) reworked++;
    if (racks.lot[rack]! >= 0) crew += crewWait(deployment, rack, end);
  }
  return { position, crew, positionsForRacks, reworked, dead };
}

/** Days from a rack's placing to its own turn with the crew. */
function crewWait({ racks }: RolloutRun['deployment'], rack: number, end: number): number {
  const turn = racks.turnAt[rack]!;
  return (Number.isNaN(turn) ? end : turn) - racks.placedAt[rack]!;
}

function fan({ world, deployment }: RolloutRun): Outcome {
  const { tally, gpusPerRack } = deployment;
  const kilowattsPerRack = world.inputs.facilityKilowatts * gpusPerRack;
  const gpus = (curve: Curve): Float64Array => levels(curve).map((racks) => racks * gpusPerRack);
  const availability = availabilityOf(deployment);
  const accepted = gpus(tally.inService);
  const available = availability.available.map((racks) => racks * gpusPerRack);
  const megawatts = (curves: readonly Curve[]): Float64Array =>
    sum(curves).map((positions) => (positions * kilowattsPerRack) / 1000);
  return {
    gpus: accepted,
    available_gpus: available,
    billable_gpus: world.scenario.deployment.billable === 'available' ? available : accepted,
    largest_cluster_gpus: availability.largestCluster.map((racks) => racks * gpusPerRack),
    docked_gpus: gpus(tally.docked),
    installed_gpus: gpus(tally.installed),
    energized_mw: sum(tally.energizedMegawatts),
    cooled_mw: levels(tally.cooledMegawatts),
    ready_mw: megawatts(tally.ready),
    filled_mw: megawatts(tally.filled),
    racks_waiting: levels(tally.racksWaiting),
    positions_waiting: levels(tally.positionsWaiting),
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

function spend({ world, deployment }: RolloutRun): Outcome {
  const { tally, gpusPerRack } = deployment;
  const dollarsPerRackDay = world.inputs.price * HOURS_A_DAY * gpusPerRack;
  const dollars = integrals(tally.inService, tally.grid).map((rackDays) => rackDays * dollarsPerRackDay);
  const { commitment } = world.scenario.contract;
  return { spend: dollars, committed_part: dollars.map((value) => value / commitment) };
}

function sites({ world, deployment }: RolloutRun): Outcome {
  const { tally, sites: states, gpusPerRack } = deployment;
  const kilowattsPerRack = world.inputs.facilityKilowatts * gpusPerRack;
  const megawatts = (curve: Curve): Float64Array =>
    levels(curve).map((positions) => (positions * kilowattsPerRack) / 1000);
  return Object.fromEntries(
    states.flatMap(({ name, index }) => [
      [`energized_mw:${name}`, levels(tally.energizedMegawatts[index]!)],
      [`ready_mw:${name}`, megawatts(tally.ready[index]!)],
      [`filled_mw:${name}`, megawatts(tally.filled[index]!)],
      [`serving_mw:${name}`, megawatts(tally.serving[index]!)],
    ]),
  );
}
