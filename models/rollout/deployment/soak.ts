import type { Stream } from '../../../src/random/index.ts';
import { placeAt } from '../market/place.ts';
import { programmeOf, type Floor, type InstallJob } from './floor.ts';
import { addStepEnd } from './stepEnds.ts';

// A rack that fails this often is replaced in its slot; with a share of 40 % one in 4,000 gets there.
const MOST_FAILURES = 9;

/**
 * When the racks of a job, of which it is known when they are installed, will have passed burn-in: a dead one is
 * repaired and powered on again, one that fails its soak is mended and soaks again. The end of each of these steps is
 * kept.
 */
export function soakRacks(
  { clock, plan, fleet, programmes }: Floor,
  { site: { burnIn, provider }, first, count }: InstallJob,
): void {
  const { simulation, reworkShare } = clock;
  const { racks, placed } = fleet;
  const { stepEnds } = racks;
  const { draws } = placeAt(programmeOf({ programmes, fleet }, placed[first]!), provider);
  const serials: number[] = [];
  for (let place = first; place < first + count; place++) serials.push(racks.serial[placed[place]!]!);
  const dead = draws.deadShare === 0 ? [] : draws.dead.chanceEach(draws.deadShare, serials);
  const fails = draws.fails.chanceEach(reworkShare, serials);
  const burnInDays = draws.burnIn.drawEach(burnIn, serials);
  for (let place = 0; place < count; place++) {
    const rack = placed[first + place]!;
    const serial = serials[place]!;
    const deaths = dead[place] === true ? failures(draws.dead, draws.deadShare, serial) : 0;
    const reworks = fails[place] === true ? failures(draws.fails, reworkShare, serial) : 0;
    racks.deaths[rack] = deaths;
    racks.reworks[rack] = reworks;
    racks.firstStep[rack] = stepEnds.count;
    let time = racks.installedAt[rack]!;
    for (let death = 0; death < deaths; death++) {
      time = simulation.rounded(time + draws.repairDays.draw(plan.deadOnArrival!.repair, serial, death));
      addStepEnd(stepEnds, time);
    }
    for (let soaked = 0; soaked <= reworks; soaked++) {
      if (soaked > 0) {
        time = simulation.rounded(time + draws.reworkDays.draw(plan.rework, serial, soaked - 1));
        addStepEnd(stepEnds, time);
      }
      racks.lastSoakAt[rack] = time;
      const days = soaked === 0 ? burnInDays[place]! : draws.burnIn.draw(burnIn, serial, soaked);
      time = simulation.rounded(time + days);
      addStepEnd(stepEnds, time);
    }
    racks.passedAt[rack] = time;
  }
}

/** How often a rack fails that has failed once. */
function failures(draws: Stream, share: number, serial: number): number {
  let count = 1;
  while (count < MOST_FAILURES && draws.chance(share, serial, count)) count++;
  return count;
}

/**
 * Puts on record the steps of a rack from its crew until it passed, as far as they are over; gives the row of the
 * last.
 */
export function recordSoak(floor: Floor, rack: number): number {
  const { clock, fleet, steps } = floor;
  const { racks } = fleet;
  const { simulation } = clock;
  const { now } = simulation;
  const { labels, rackEntity } = steps;
  const deaths = racks.deaths[rack]!;
  const count = deaths + 1 + 2 * racks.reworks[rack]!;
  racks.onRecord[rack] = 1;
  let row = installedBy(floor, rack);
  for (let step = 0; step < count; step++) {
    const end = racks.stepEnds.days[racks.firstStep[rack]! + step]!;
    if (end > now) break;
    const label =
      step < deaths ? labels.deadOnArrival : (step - deaths) % 2 === 0 ? labels.burnIn : labels.rework;
    row = simulation.recordStep(row, end, label, rackEntity + rack);
  }
  return row;
}

/** The row at which a rack is installed: the event of its job for the last rack, else a step of its own. */
function installedBy({ clock, fleet, steps }: Floor, rack: number): number {
  const { racks, placed, jobs } = fleet;
  const { first, count, begunBy, doneBy } = jobs[racks.job[rack]!]!;
  if (doneBy >= 0 && placed[first + count - 1] === rack) return doneBy;
  const { labels, rackEntity } = steps;
  return clock.simulation.recordStep(begunBy, racks.installedAt[rack]!, labels.install, rackEntity + rack);
}

/** Puts the steps of every rack on record up to now, for who wants to see all that happened. */
export function recordEveryRack(floor: Floor): void {
  const { clock, fleet } = floor;
  const { racks, placed } = fleet;
  const { now } = clock.simulation;
  for (const rack of placed)
    if (racks.job[rack]! >= 0 && racks.onRecord[rack] === 0 && racks.installedAt[rack]! < now)
      recordSoak(floor, rack);
}
