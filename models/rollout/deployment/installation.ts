import { halfSpeedFinish } from './crewCalendar.ts';
import { programmeOf, siteOf, slotsOf, type Floor } from './floor.ts';
import { joinPod, onRackPassed } from './pods.ts';
import { callTravellingCrew, sendCrewOn } from './travellingCrews.ts';

/** A rack stands at its position: it joins the pod that is being filled, and the job's last rack calls a crew. */
export function onPlaced(floor: Floor, rack: number): void {
  joinPod(floor, rack);
  const job = floor.fleet.racks.closesJob[rack]!;
  if (job < 0) return;
  const { site } = floor.fleet.jobs[job]!;
  const { callbacks, labels } = floor.steps;
  site.crew.request(callbacks.crewGranted, job, labels.installCrew, site.entity);
  callTravellingCrew(floor, site);
}

/** The crew installs a job's racks one after another. */
export function onCrewGranted({ clock, fleet, steps }: Floor, job: number): void {
  const { placed, racks, jobs } = fleet;
  const { site, first, count } = jobs[job]!;
  const { simulation, calendars } = clock;
  const { callbacks, labels, rackEntity } = steps;
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
export function onInstalled(floor: Floor, rack: number): void {
  const { clock, fleet, steps } = floor;
  const site = siteOf(floor, rack);
  site.toInstall--;
  if (fleet.racks.closesJob[rack]! >= 0) {
    site.crew.release(1);
    sendCrewOn(floor, site);
  }
  programmeOf(floor, rack).tally.rackInstalled(clock.simulation.now, slotsOf(floor, rack));
  const { callbacks, labels, rackEntity } = steps;
  clock.simulation.schedule(0, callbacks.poweredOn, rack, labels.powerOn, rackEntity + rack);
}

// A rack that fails this often is replaced in its slot; with a share of 40 % one in 4,000 gets there.
const MOST_FAILURES = 9;

/** A powered rack soaks under load, unless it turns out to be dead. */
export function onPoweredOn(floor: Floor, rack: number): void {
  const { clock, plan, fleet, steps } = floor;
  const { racks } = fleet;
  const { deadOnArrival } = plan;
  if (deadOnArrival !== undefined) {
    const { draws } = programmeOf(floor, rack);
    const attempt = racks.deaths[rack]!;
    const serial = racks.serial[rack]!;
    if (attempt < MOST_FAILURES && draws.dead.chance(draws.deadShare, serial, attempt)) {
      racks.deaths[rack] = attempt + 1;
      const days = draws.repairDays.draw(deadOnArrival.repair, serial, attempt);
      const entity = steps.rackEntity + rack;
      clock.simulation.schedule(days, steps.callbacks.repaired, rack, steps.labels.deadOnArrival, entity);
      return;
    }
  }
  startBurnIn(floor, rack);
}

/** A rack that fails its soak is mended and soaks again; one that passes counts in its pod. */
export function onBurntIn(floor: Floor, rack: number): void {
  const { clock, plan, fleet, steps } = floor;
  const { racks } = fleet;
  const { draws } = programmeOf(floor, rack);
  const attempt = racks.reworks[rack]!;
  const serial = racks.serial[rack]!;
  if (attempt >= MOST_FAILURES || !draws.fails.chance(clock.reworkShare, serial, attempt)) {
    onRackPassed(floor, rack);
    return;
  }
  racks.reworks[rack] = attempt + 1;
  const days = draws.reworkDays.draw(plan.rework, serial, attempt);
  const { callbacks, labels, rackEntity } = steps;
  clock.simulation.schedule(days, callbacks.reworked, rack, labels.rework, rackEntity + rack);
}

/** A mended rack soaks again. */
export function onReworked(floor: Floor, rack: number): void {
  startBurnIn(floor, rack);
}

function startBurnIn(floor: Floor, rack: number): void {
  const { clock, fleet, steps } = floor;
  const { serial, reworks } = fleet.racks;
  const { burnIn } = siteOf(floor, rack);
  const days = programmeOf(floor, rack).draws.burnIn.draw(burnIn, serial[rack], reworks[rack]);
  const { callbacks, labels, rackEntity } = steps;
  clock.simulation.schedule(days, callbacks.burntIn, rack, labels.burnIn, rackEntity + rack);
}
