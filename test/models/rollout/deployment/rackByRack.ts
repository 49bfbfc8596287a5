import type { RolloutRun } from '../../../../models/rollout/index.ts';
import { halfSpeedFinish } from '../../../../models/rollout/deployment/crewCalendar.ts';
import { blackoutEnd, Simulation } from '../../../../src/kernel/index.ts';

const MOST_FAILURES = 9;

interface Pod {
  readonly serial: number;
  expected: number;
  members: number[];
  passed: number;
}

/**
 * The reference model of racks from their positions to service: every rack has an event for each of its steps, and nothing is known of a
 * rack before it happens.
 *
 * From a finished run of one tenant and product it takes when each rack was placed and when its crew began, and the draws. Gives the day
 * of service of each rack, NaN for those not in service by the horizon. Where two pods of a site are split in one instant it may number
 * them the other way round, so that each gets the other's draws.
 */
export function rackByRack({ world, floor, programmes }: RolloutRun): Float64Array {
  const { fleet, plan, sites, clock } = floor;
  const { racks, placed, jobs } = fleet;
  const { places, policies, need, product } = programmes[0]!;
  const { draws } = places[0]!;
  const { horizonDays, calendars } = world;
  const simulation = new Simulation({ startTime: world.tables.firstDay, resolutionDays: 2 ** -20 });
  const inService = new Float64Array(racks.count).fill(Number.NaN);
  const hasPassed = new Set<number>();
  const podOf = new Map<number, Pod>();
  const siteOf = new Map<Pod, number>();
  const openPods = sites.map((): Pod | undefined => undefined);
  const podsOpened = sites.map(() => 0);
  let placedRacks = 0;
  let replacedRacks = 0;

  const newPod = (site: number, expected: number): Pod => {
    const pod = { serial: podsOpened[site]!++, expected, members: [] as number[], passed: 0 };
    siteOf.set(pod, site);
    return pod;
  };

  const accept = (pod: Pod): void => {
    const site = sites[siteOf.get(pod)!]!;
    const share = site.shares[0]!;
    const open = blackoutEnd(calendars.networkFreeze, simulation.now);
    simulation.scheduleAt(open, () => {
      const bringUp = plan.bringUp === undefined ? 0 : share.bringUp.draw(plan.bringUp, pod.serial);
      simulation.schedule(bringUp, () => {
        const tests =
          plan.podAcceptance === undefined ? 0 : share.podAcceptance.draw(plan.podAcceptance, pod.serial);
        simulation.schedule(tests, () => {
          simulation.schedule(site.acceptanceDays, () => {
            for (const rack of pod.members) inService[rack] = simulation.now;
          });
        });
      });
    });
  };

  const patienceEnds = (pod: Pod): void => {
    if (pod.passed === pod.expected) return;
    const site = siteOf.get(pod)!;
    const next = newPod(site, pod.expected - pod.passed);
    next.members = pod.members.filter((rack) => !hasPassed.has(rack));
    for (const rack of next.members) podOf.set(rack, next);
    pod.members = pod.members.filter((rack) => hasPassed.has(rack));
    pod.expected = pod.passed;
    if (openPods[site] === pod) openPods[site] = next;
    accept(pod);
  };

  const closePod = (site: number): void => {
    const pod = openPods[site];
    if (pod === undefined) return;
    openPods[site] = undefined;
    pod.expected = pod.members.length;
    if (pod.expected > 0 && pod.passed === pod.expected) accept(pod);
  };

  const pass = (rack: number): void => {
    const pod = podOf.get(rack)!;
    hasPassed.add(rack);
    pod.passed++;
    if (pod.passed === pod.expected) accept(pod);
    else if (pod.passed === 1 && policies.partialPods !== undefined)
      simulation.schedule(policies.partialPods.after, () => patienceEnds(pod));
  };

  const burnIn = (rack: number, failures: number): void => {
    const serial = racks.serial[rack]!;
    simulation.schedule(draws.burnIn.draw(sites[racks.site[rack]!]!.burnIn, serial, failures), () => {
      if (failures >= MOST_FAILURES || !draws.fails.chance(clock.reworkShare, serial, failures)) pass(rack);
      else
        simulation.schedule(draws.reworkDays.draw(plan.rework, serial, failures), () =>
          burnIn(rack, failures + 1),
        );
    });
  };

  const powerOn = (rack: number, deaths: number): void => {
    const serial = racks.serial[rack]!;
    const { deadOnArrival } = plan;
    if (
      deadOnArrival !== undefined &&
      deaths < MOST_FAILURES &&
      draws.dead.chance(draws.deadShare, serial, deaths)
    )
      simulation.schedule(draws.repairDays.draw(deadOnArrival.repair, serial, deaths), () =>
        powerOn(rack, deaths + 1),
      );
    else burnIn(rack, 0);
  };

  const place = (together: readonly number[]): void => {
    placedRacks += together.length;
    for (const rack of together) {
      if (racks.lot[rack]! < 0) continue;
      const site = racks.site[rack]!;
      const pod = (openPods[site] ??= newPod(site, product.podRacks));
      podOf.set(rack, pod);
      pod.members.push(rack);
      if (pod.members.length === pod.expected) openPods[site] = undefined;
      if (rack === together.at(-1) && placedRacks >= need.gpus / product.gpusPerRack + replacedRacks)
        sites.forEach((_, each) => closePod(each));
    }
  };

  for (const { site: name, on, notice } of policies.returns ?? []) {
    const site = sites.findIndex((each) => each.name === name);
    simulation.scheduleAt(Math.max(simulation.now, world.dayOf(on) - notice), () => {
      replacedRacks += placed.filter(
        (rack) => racks.site[rack] === site && racks.placedAt[rack]! <= simulation.now,
      ).length;
      closePod(site);
    });
  }
  for (const day of new Set(placed.map((rack) => racks.placedAt[rack]!)))
    simulation.scheduleAt(day, () => place(placed.filter((rack) => racks.placedAt[rack] === day)));
  for (const { site, first, count } of jobs)
    for (let i = 0; i < count; i++) {
      const rack = placed[first + i]!;
      const start = racks.installStartAt[rack]!;
      if (Number.isNaN(start)) continue;
      const end = halfSpeedFinish(calendars.halfCrews, start, site.installDays * (i + 1));
      simulation.scheduleAt(start, () => simulation.scheduleAt(end, () => powerOn(rack, 0)));
    }
  simulation.run({ until: horizonDays });
  // A fleet that is only handed over is in service at once.
  for (const rack of placed) if (racks.lot[rack]! < 0) inService[rack] = racks.placedAt[rack]!;
  return inService;
}
