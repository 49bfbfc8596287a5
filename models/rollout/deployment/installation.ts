import { halfSpeedFinish } from './crewCalendar.ts';
import type { Deployment } from './deployment.ts';
import { joinPod, onRackPassed } from './pods.ts';
import { callTravellingCrew, sendCrewOn } from './travellingCrews.ts';

/** A rack stands at its position: it joins the pod that is being filled, and the job's last rack calls a crew. */
export function onPlaced(deployment: Deployment, rack: number): void {
  joinPod(deployment, rack);
  const job = deployment.racks.closesJob[rack]!;
  if (job < 0) return;
  const { site } = deployment.jobs[job]!;
  site.crew.request(deployment.callbacks.crewGranted, job, deployment.labels.installCrew, site.entity);
  callTravellingCrew(deployment, site);
}

/** The crew installs a job's racks one after another. */
export function onCrewGranted(deployment: Deployment, job: number): void {
  const { world, placed, racks, callbacks, labels, rackEntity } = deployment;
  const { site, first, count } = deployment.jobs[job]!;
  const { simulation, calendars } = world;
  const start = simulation.now;
  let turn = start;
  for (let i = 0; i < count; i++) {
    const rack = placed[first + i]!;
    racks.installStartAt[rack] = start;
    racks.turnAt[rack] = turn;
    turn = halfSpeedFinish(calendars.halfCrews, start, site.installDays * (i + 1));
    simulation.scheduleAt(turn, callbacks.installed, rack, labels.install, rackEntity + rack);
  }
}

/** A rack is bolted, cabled and plumbed: the crew is free after the job's last one, and the rack is powered on. */
export function onInstalled(deployment: Deployment, rack: number): void {
  const { world, racks, sites, callbacks, tally, labels } = deployment;
  const site = sites[racks.site[rack]!]!;
  site.toInstall--;
  if (racks.closesJob[rack]! >= 0) {
    site.crew.release(1);
    sendCrewOn(deployment, site);
  }
  tally.rackInstalled(world.simulation.now);
  world.simulation.schedule(0, callbacks.poweredOn, rack, labels.powerOn, deployment.rackEntity + rack);
}

// A rack that fails this often is replaced in its slot; with a share of 40 % one in 4,000 gets there.
const MOST_FAILURES = 9;

/** A powered rack soaks under load, unless it turns out to be dead. */
export function onPoweredOn(deployment: Deployment, rack: number): void {
  const { world, racks, draws, callbacks, labels } = deployment;
  const { deadOnArrival } = world.scenario.deployment;
  if (deadOnArrival !== undefined) {
    const attempt = racks.deaths[rack]!;
    const serial = racks.serial[rack]!;
    if (attempt < MOST_FAILURES && draws.dead.chance(draws.deadShare, serial, attempt)) {
      racks.deaths[rack] = attempt + 1;
      const days = draws.repairDays.draw(deadOnArrival.repair, serial, attempt);
      const entity = deployment.rackEntity + rack;
      world.simulation.schedule(days, callbacks.repaired, rack, labels.deadOnArrival, entity);
      return;
    }
  }
  startBurnIn(deployment, rack);
}

/** A rack that fails its soak is mended and soaks again; one that passes counts in its pod. */
export function onBurntIn(deployment: Deployment, rack: number): void {
  const { world, racks, draws, callbacks, labels } = deployment;
  const attempt = racks.reworks[rack]!;
  const serial = racks.serial[rack]!;
  if (attempt >= MOST_FAILURES || !draws.fails.chance(world.inputs.reworkShare, serial, attempt)) {
    onRackPassed(deployment, rack);
    return;
  }
  racks.reworks[rack] = attempt + 1;
  const days = draws.reworkDays.draw(world.scenario.deployment.rework, serial, attempt);
  world.simulation.schedule(days, callbacks.reworked, rack, labels.rework, deployment.rackEntity + rack);
}

/** A mended rack soaks again. */
export function onReworked(deployment: Deployment, rack: number): void {
  startBurnIn(deployment, rack);
}

function startBurnIn(deployment: Deployment, rack: number): void {
  const { world, racks, draws, callbacks, labels } = deployment;
  const days = draws.burnIn.draw(world.scenario.deployment.burnIn, racks.serial[rack], racks.reworks[rack]);
  world.simulation.schedule(days, callbacks.burntIn, rack, labels.burnIn, deployment.rackEntity + rack);
}
