import { expect } from 'vitest';
import { milestoneNames } from '../../../models/rollout/milestoneNames.ts';
import { simulateRollout, type RolloutRun, type RolloutScenario } from '../../../models/rollout/index.ts';
import { lotTotals, unallotted } from '../../../models/rollout/market/market.ts';
import { racksAtDock } from '../../../models/rollout/market/place.ts';
import type { Programme } from '../../../models/rollout/market/programme.ts';
import { reachedMilestones } from '../../../models/rollout/market/reached.ts';
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

/** Every lot is shared out, and every rack of a tenant is in one state: diverted, waiting, placed or on its way. */
function assertConserved(run: RolloutRun): void {
  assertLots(run);
  for (const programme of run.programmes) assertRacks(run, programme);
}

/** In every lot what is allotted and what is not sum to what was made, and nobody takes more than its provider has. */
function assertLots({ market, programmes }: RolloutRun): void {
  for (const allotment of market.allotments) {
    const allotted = allotment.takes.reduce((sum, { taken }) => sum + taken, 0);
    expect(allotted).toBeGreaterThanOrEqual(0);
    expect(allotted).toBeLessThanOrEqual(allotment.produced);
    expect(allotted + unallotted(allotment)).toBe(allotment.produced);
    for (const { repaid, taken } of allotment.takes) expect(repaid).toBeLessThanOrEqual(taken);
  }
  for (const programme of programmes) {
    const { finished, rivals, otherTenants, tenant } = lotTotals(market, programme);
    expect(rivals + otherTenants + tenant).toBe(finished);
  }
}

function assertRacks({ floor, market, world }: RolloutRun, programme: Programme): void {
  const { racks } = floor.fleet;
  const { need, policies, places, tally, product, gpusOfRack } = programme;
  // The last rack of another product may count for more than the contract still lacks.
  const neededGpus = need.gpus + need.replacedGpus + Math.max(...gpusOfRack) - product.gpusPerRack;
  const counts = { onTheWay: 0, diverted: 0, waiting: 0, installing: 0, accepted: 0, reassigned: 0 };
  let all = 0;
  for (let rack = 0; rack < racks.count; rack++) {
    if (racks.programme[rack] !== programme.index) continue;
    all++;
    if (racks.lot[rack]! < 0) counts.reassigned++;
    if (Number.isNaN(racks.dockedAt[rack]!)) counts.onTheWay++;
    else if (racks.diverted[rack] === 1) counts.diverted++;
    else if (Number.isNaN(racks.placedAt[rack]!)) counts.waiting++;
    else if (Number.isNaN(racks.inServiceAt[rack]!)) counts.installing++;
    else counts.accepted++;
    const stamps = [racks.dockedAt, racks.placedAt, racks.installStartAt, racks.inServiceAt].map(
      (column) => column[rack]!,
    );
    const reached = stamps.filter((stamp) => !Number.isNaN(stamp));
    expect(stamps.slice(0, reached.length)).toEqual(reached);
    expect(reached.toSorted((a, b) => a - b)).toEqual(reached);
    expect(reached.every((stamp) => stamp < world.horizonDays)).toBe(true);
  }
  expect(all).toBe(lotTotals(market, programme).tenant + counts.reassigned);
  expect(counts.diverted).toBe(tally.diverted.racks);
  expect(counts.waiting).toBe(racksAtDock(programme));
  // A hall that goes back withdraws positions for which racks may be on their way.
  if (policies.stagingLimit !== undefined && policies.returns === undefined)
    expect(counts.waiting).toBeLessThanOrEqual(policies.stagingLimit * places.length);
  expect(counts.onTheWay).toBe(places.reduce((sum, { racksOnTheWay }) => sum + racksOnTheWay, 0));
  expect(places.reduce((sum, { committedGpus }) => sum + committedGpus, 0)).toBe(need.committedGpus);
  expect(need.signedGpus).toBe(need.gpus);
  expect(counts.accepted).toBe(need.acceptedRacks);
  expect(counts.accepted + counts.installing).toBe(need.placedRacks);
  expect(need.acceptedGpus).toBeLessThanOrEqual(need.gpus);
  if (gpusOfRack.length === 1)
    expect(need.acceptedGpus).toBe(Math.min(need.gpus, need.acceptedRacks * product.gpusPerRack));
  expect(need.placedGpus).toBeLessThanOrEqual(neededGpus);
  expect(need.committedGpus).toBeLessThanOrEqual(neededGpus);
}

/** docked ⊇ installed ⊇ accepted, accepted never falls, and its sites sum to it. */
function assertNested(
  { floor, programmes, providers }: RolloutRun,
  record: Record<string, Float64Array>,
): void {
  const { docked_gpus: docked, installed_gpus: installed, gpus, available_gpus: available } = record;
  const { tally, product, places, gpusOfRack } = programmes[0]!;
  // A rack of a successor stands for more than it holds.
  const countsWhatItHolds = floor.products.every(({ gpusPerRack }, i) => gpusOfRack[i] === gpusPerRack);
  const bySite = tally.slots.map(levels);
  const serving = places.flatMap(({ provider }) => providers[provider]!.tally.serving.map(levels));
  for (let i = 0; i < gpus!.length; i++) {
    expect(installed![i]).toBeLessThanOrEqual(docked![i]!);
    expect(gpus![i]).toBeLessThanOrEqual(installed![i]!);
    if (i > 0) expect(gpus![i]).toBeGreaterThanOrEqual(gpus![i - 1]!);
    const summed = bySite.reduce((sum, site) => sum + site[i]!, 0);
    expect(summed * product.gpusPerRack).toBe(gpus![i]);
    const standing = serving.reduce((sum, site) => sum + site[i]!, 0);
    if (countsWhatItHolds) expect(available![i]).toBeLessThanOrEqual(standing * product.gpusPerRack);
    expect(record.largest_cluster_gpus![i]).toBeLessThanOrEqual(available![i]! + ROUNDING);
  }
}

/** Serving MW ≤ filled MW ≤ ready MW ≤ energized MW, site by site and date by date. */
function assertPowered({ floor }: RolloutRun, record: Record<string, Float64Array>): void {
  for (const { name } of floor.sites) {
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

/** N(t) ≥ K exactly where T(K) is no later than the end of that date, for every tenant. */
function assertMilestones(run: RolloutRun, record: Record<string, number & Float64Array>): void {
  const names = milestoneNames(run.world.scenario);
  const gpus = run.programmes.flatMap(({ milestones, tally, product }) => {
    const own = levels(tally.inService).map((slots) => slots * product.gpusPerRack);
    return milestones.thresholds.map(() => own);
  });
  reachedMilestones(run.programmes).forEach(({ threshold }, index) => {
    const name = names[index]!;
    run.world.tables.grid.days.forEach((day, i) => {
      expect(gpus[index]![i]! >= threshold, `${name} at the end of day ${day}`).toBe(record[name]! < day + 1);
    });
  });
}

/** A contract slot is in service or blocked by one class. */
function assertBinding({ programmes, world }: RolloutRun, record: Record<string, Float64Array>): void {
  const { need, product } = programmes[0]!;
  world.tables.grid.days.forEach((_, i) => {
    let blocked = 0;
    for (const name of BINDING_CLASSES) {
      expect(record[`blocked_${name}`]![i]).toBeGreaterThanOrEqual(0);
      blocked += record[`blocked_${name}`]![i]!;
    }
    expect(blocked + record.gpus![i]! / product.gpusPerRack).toBe(need.gpus / product.gpusPerRack);
  });
}

/** From day 0 on the segments of a driving path share end points and sum to the milestone, to the bit. */
function assertPaths({ programmes, world }: RolloutRun): void {
  for (const programme of programmes) assertPathsOf(world, programme);
}

function assertPathsOf({ simulation }: RolloutRun['world'], { milestones }: Programme): void {
  for (const [index, event] of milestones.events.entries()) {
    if (event < 0) continue;
    for (const view of ['stop', 'pass-through'] satisfies View[]) {
      const path = drivingPath(simulation, event, { view, since: 0 });
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
