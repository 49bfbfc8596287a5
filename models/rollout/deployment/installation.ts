import { halfSpeedFinish } from './crewCalendar.ts';
import type { Floor } from './floor.ts';
import { setPatience } from './partialPods.ts';
import { joinPods, onRackBegun } from './pods.ts';
import { soakRacks } from './soak.ts';
import { askForCrews, offerCrews } from './crewPolicy.ts';
import { callTravellingCrew, sendCrewOn } from './travellingCrews.ts';

/** The racks of a job stand at their positions: they join the pods that are being filled, and call a crew. */
export function onPlaced(floor: Floor, job: number): void {
  const { site } = floor.fleet.jobs[job]!;
  joinPods(floor, job);
  const { callbacks, labels } = floor.steps;
  site.crew.request(callbacks.crewGranted, job, labels.installCrew, site.entity);
  callTravellingCrew(floor, site);
  askForCrews(floor, site);
}

/**
 * The crew installs a job's racks one after another. Nothing interferes with a rack from here until its pod is whole,
 * so that it is known now when each is installed and when it passes burn-in.
 */
export function onCrewGranted(floor: Floor, job: number): void {
  const { clock, fleet, steps } = floor;
  const { placed, racks, jobs } = fleet;
  const { simulation, calendars } = clock;
  const own = jobs[job]!;
  const { site, first, count } = own;
  const start = simulation.now;
  own.begunBy = simulation.currentEvent;
  site.underWay.push(job);
  const { installStartAt, turnAt, installedAt } = racks;
  let turn = start;
  for (let i = 0; i < count; i++) {
    const rack = placed[first + i]!;
    installStartAt[rack] = start;
    turnAt[rack] = turn;
    const days = site.installTime ?? site.installDays * (i + 1);
    turn = halfSpeedFinish(calendars.halfCrews, start, days);
    installedAt[rack] = simulation.rounded(turn);
  }
  soakRacks(floor, own);
  for (let place = first; place < first + count; place++) {
    const rack = placed[place]!;
    onRackBegun(floor, rack);
    setPatience(floor, racks.pod[rack]!);
  }
  const last = placed[first + count - 1]!;
  const { callbacks, labels, rackEntity } = steps;
  simulation.scheduleAt(turn, callbacks.installed, job, labels.install, rackEntity + last);
}

/** The last rack of a job is bolted, cabled and plumbed: the crew is free. */
export function onInstalled(floor: Floor, job: number): void {
  const { site, count } = floor.fleet.jobs[job]!;
  floor.fleet.jobs[job]!.doneBy = floor.clock.simulation.currentEvent;
  site.toInstall -= count;
  site.underWay.splice(site.underWay.indexOf(job), 1);
  site.crew.release(1);
  sendCrewOn(floor, site);
  offerCrews(floor, site);
}
