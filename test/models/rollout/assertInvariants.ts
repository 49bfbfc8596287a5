import { expect } from 'vitest';
import { milestoneNames } from '../../../models/rollout/milestoneNames.ts';
import { simulateRollout, type RolloutRun, type RolloutScenario } from '../../../models/rollout/index.ts';
import { rolloutRecord } from '../../../models/rollout/record.ts';
import { BINDING_CLASSES } from '../../../models/rollout/tally/bindingClasses.ts';
import { levels } from '../../../models/rollout/tally/curve.ts';
import { drivingPath, Simulation, type View } from '../../../src/kernel/index.ts';
import { Streams } from '../../../src/random/index.ts';

// Megawatts are sums of products: far below a rack, far above their rounding error.
const ROUNDING = 1e-6;

/** One replication on a simulation that may have been used before. */
export function replication(
  scenario: RolloutScenario,
  index: number,
  { seed = 'invariants', simulation = new Simulation() }: { seed?: string; simulation?: Simulation } = {},
): RolloutRun {
  const streams = new Streams({ seed });
  streams.begin(index);
  return simulateRollout(simulation, scenario, streams);
}

/** Asserts every invariant of one finished replication. */
export function assertInvariants(run: RolloutRun): void {
  const record = rolloutRecord(run) as Record<string, number & Float64Array>;
  assertConserved(run);
  assertNested(run, record);
  assertPowered(run, record);
  assertMilestones(run, record);
  assertBinding(run, record);
  assertPaths(run);
}

/** Every rack is in one state: the vendor's output is shared out, and the tenant's part is diverted, waiting, placed or on its way. */
function assertConserved({ deployment, vendor, world }: RolloutRun): void {
  const { racks, waiting, placedCount, racksEverAccepted, acceptedRacks, tally } = deployment;
  const neededRacks = deployment.neededRacks + deployment.racksToReplace;
  const { policies } = world.scenario;
  expect(vendor.finished).toBe(vendor.rivals + vendor.otherTenants + vendor.tenant);
  const counts = { onTheWay: 0, diverted: 0, waiting: 0, installing: 0, accepted: 0, reassigned: 0 };
  for (let rack = 0; rack < racks.count; rack++) {
    if (racks.lot[rack]! < 0) counts.reassigned++;
    if (Number.isNaN(racks.dockedAt[rack]!)) counts.onTheWay++;
    else if (racks.diverted[rack] === 1) counts.diverted++;
    else if (Number.isNaN(racks.placedAt[rack]!)) counts.waiting++;
    else if (Number.isNaN(racks.inServiceAt[rack]!)) counts.installing++;
    else counts.accepted++;
  }
  expect(racks.count).toBe(vendor.tenant + counts.reassigned);
  expect(counts.diverted).toBe(tally.divertedRacks);
  expect(counts.waiting).toBe(waiting.length);
  // A hall that goes back withdraws positions for which racks may be on their way.
  if (policies.stagingLimit !== undefined && policies.returns === undefined)
    expect(counts.waiting).toBeLessThanOrEqual(policies.stagingLimit);
  expect(counts.onTheWay).toBe(deployment.racksOnTheWay);
  expect(counts.accepted).toBe(racksEverAccepted);
  expect(acceptedRacks).toBe(Math.min(deployment.neededRacks, racksEverAccepted));
  expect(counts.accepted + counts.installing).toBe(placedCount);
  expect(placedCount).toBeLessThanOrEqual(neededRacks);
  expect(racks.count - counts.diverted).toBeLessThanOrEqual(neededRacks);
  for (let rack = 0; rack < racks.count; rack++) {
    const stamps = [racks.dockedAt, racks.placedAt, racks.installStartAt, racks.inServiceAt].map(
      (column) => column[rack]!,
    );
    const reached = stamps.filter((stamp) => !Number.isNaN(stamp));
    expect(stamps.slice(0, reached.length)).toEqual(reached);
    expect(reached.toSorted((a, b) => a - b)).toEqual(reached);
    expect(reached.every((stamp) => stamp < world.horizonDays)).toBe(true);
  }
}

/** docked ⊇ installed ⊇ accepted, accepted never falls, and its sites sum to it. */
function assertNested({ deployment }: RolloutRun, record: Record<string, Float64Array>): void {
  const { docked_gpus: docked, installed_gpus: installed, gpus, available_gpus: available } = record;
  const bySite = deployment.tally.slots.map(levels);
  const serving = deployment.tally.serving.map(levels);
  for (let i = 0; i < gpus!.length; i++) {
    expect(installed![i]).toBeLessThanOrEqual(docked![i]!);
    expect(gpus![i]).toBeLessThanOrEqual(installed![i]!);
    if (i > 0) expect(gpus![i]).toBeGreaterThanOrEqual(gpus![i - 1]!);
    const summed = bySite.reduce((sum, site) => sum + site[i]!, 0);
    expect(summed * deployment.gpusPerRack).toBe(gpus![i]);
    const standing = serving.reduce((sum, site) => sum + site[i]!, 0);
    expect(available![i]).toBeLessThanOrEqual(standing * deployment.gpusPerRack);
    expect(record.largest_cluster_gpus![i]).toBeLessThanOrEqual(available![i]! + ROUNDING);
  }
}

/** Serving MW ≤ filled MW ≤ ready MW ≤ energized MW, site by site and date by date. */
function assertPowered({ deployment }: RolloutRun, record: Record<string, Float64Array>): void {
  for (const { name } of deployment.sites) {
    const [serving, filled, ready, energized] = ['serving', 'filled', 'ready', 'energized'].map(
      (state) => record[`${state}_mw:${name}`]!,
    );
    for (let i = 0; i < ready!.length; i++) {
      expect(serving![i], name).toBeLessThanOrEqual(filled![i]! + ROUNDING);
      expect(filled![i], name).toBeLessThanOrEqual(ready![i]! + ROUNDING);
      expect(ready![i], name).toBeLessThanOrEqual(energized![i]! + ROUNDING);
    }
  }
}

/** N(t) ≥ K exactly where T(K) is no later than the end of that date. */
function assertMilestones(run: RolloutRun, record: Record<string, number & Float64Array>): void {
  const { milestones, tally } = run.deployment;
  milestoneNames(run.world.scenario).forEach((name, index) => {
    const threshold = milestones.thresholds[index]!;
    tally.grid.days.forEach((day, i) => {
      expect(record.gpus![i]! >= threshold, `${name} at the end of day ${day}`).toBe(record[name]! < day + 1);
    });
  });
}

/** A contract slot is in service or blocked by one class. */
function assertBinding({ deployment }: RolloutRun, record: Record<string, Float64Array>): void {
  const { neededRacks, gpusPerRack, tally } = deployment;
  tally.grid.days.forEach((_, i) => {
    let blocked = 0;
    for (const name of BINDING_CLASSES) {
      expect(record[`blocked_${name}`]![i]).toBeGreaterThanOrEqual(0);
      blocked += record[`blocked_${name}`]![i]!;
    }
    expect(blocked + record.gpus![i]! / gpusPerRack).toBe(neededRacks);
  });
}

/** From day 0 on the segments of a driving path share end points and sum to the milestone, to the bit. */
function assertPaths({ deployment, world }: RolloutRun): void {
  const { milestones } = deployment;
  for (const [index, event] of milestones.events.entries()) {
    if (event < 0) continue;
    for (const view of ['stop', 'pass-through'] satisfies View[]) {
      const path = drivingPath(world.simulation, event, { view, since: 0 });
      let at = 0;
      let sum = 0;
      for (const { from, to } of path) {
        expect(from).toBe(at);
        sum += to - from;
        at = to;
      }
      expect(sum).toBe(milestones.days[index]);
    }
  }
}
