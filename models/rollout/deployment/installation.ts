import { halfSpeedFinish } from './crewCalendar.ts';
import type { Deployment } from './deployment.ts';
import { joinPod, onRackPassed } from './pods.ts';

/** A rack stands at its position: it joins the pod that is being filled, and the job's last rack calls the crew. */
export function onPlaced(deployment: Deployment, rack: number): void {
  joinPod(deployment, rack);
  const job = deployment.racks.closesJob[rack]!;
  if (job < 0) return;
  const { site } = deployment.jobs[job]!;
  site.crew.request(
    deployment.callbacks.crewGranted,
    job,
    deployment.world.label('install crew'),
    site.entity,
  );
}

/** The crew installs a job's racks one after another. */
export function onCrewGranted(deployment: Deployment, job: number): void {
  const { world, placed, racks, callbacks } = deployment;
  const { site, first, count } = deployment.jobs[job]!;
  const { simulation, calendars } = world;
  const start = simulation.now;
  for (let i = 0; i < count; i++) {
    const rack = placed[first + i]!;
    racks.installStartAt[rack] = start;
    racks.turnAt[rack] = halfSpeedFinish(calendars.halfCrews, start, site.installDays * i);
    const finish = halfSpeedFinish(calendars.halfCrews, start, site.installDays * (i + 1));
    simulation.scheduleAt(
      finish,
      callbacks.installed,
      rack,
      world.label('install'),
      deployment.rackEntity + rack,
    );
  }
}

/** A rack is bolted, cabled and plumbed: the crew is free after the job's last one, and the rack is powered on. */
export function onInstalled(deployment: Deployment, rack: number): void {
  const { world, racks, sites, callbacks, tally } = deployment;
  const site = sites[racks.site[rack]!]!;
  if (racks.closesJob[rack]! >= 0) site.crew.release(1);
  tally.rackInstalled(world.simulation.now);
  world.simulation.schedule(
    0,
    callbacks.poweredOn,
    rack,
    world.label('power-on'),
    deployment.rackEntity + rack,
  );
}

/** A powered rack soaks under load. */
export function onPoweredOn(deployment: Deployment, rack: number): void {
  startBurnIn(deployment, rack);
}

/** A rack that fails its soak is mended and soaks again; one that passes counts in its pod. */
export function onBurntIn(deployment: Deployment, rack: number): void {
  const { world, racks, callbacks } = deployment;
  const { deployment: scenario } = world.scenario;
  const attempt = racks.reworks[rack]!;
  const fails =
    attempt < MOST_REWORKS &&
    deployment.reworkDraws.chance(world.inputs.reworkShare, racks.serial[rack], attempt);
  if (!fails) {
    onRackPassed(deployment, rack);
    return;
  }
  racks.reworks[rack] = attempt + 1;
  const days = deployment.reworkDaysDraws.draw(scenario.rework, racks.serial[rack], attempt);
  world.simulation.schedule(
    days,
    callbacks.reworked,
    rack,
    world.label('rack rework'),
    deployment.rackEntity + rack,
  );
}

/** A mended rack soaks again. */
export function onReworked(deployment: Deployment, rack: number): void {
  startBurnIn(deployment, rack);
}

// A rack that fails this often is replaced in its slot; with a share of 40 % one in 4,000 gets there.
const MOST_REWORKS = 9;

function startBurnIn(deployment: Deployment, rack: number): void {
  const { world, racks, callbacks } = deployment;
  const days = deployment.burnInDraws.draw(
    world.scenario.deployment.burnIn,
    racks.serial[rack],
    racks.reworks[rack],
  );
  world.simulation.schedule(
    days,
    callbacks.burntIn,
    rack,
    world.label('burn-in'),
    deployment.rackEntity + rack,
  );
}
