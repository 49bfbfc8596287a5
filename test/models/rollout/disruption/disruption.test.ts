import { expect, test } from 'vitest';
import { drawDisruptions } from '../../../../models/rollout/disruption/events.ts';
import type { DisruptionScenario } from '../../../../models/rollout/disruption/schema.ts';
import { NO_SHOCKS, shocksOf } from '../../../../models/rollout/disruption/shocks.ts';
import { simulateRollout, type RolloutScenario } from '../../../../models/rollout/index.ts';
import { dayNumber } from '../../../../models/rollout/calendars.ts';
import { lotTotals } from '../../../../models/rollout/market/market.ts';
import { Simulation } from '../../../../src/kernel/index.ts';
import { constant, Streams, uniform } from '../../../../src/random/index.ts';
import { shippedScenario } from '../shippedScenario.ts';

const dayOf = (isoDate: string): number => dayNumber('2026-01-01', isoDate);
const LAGS = { waferToPackageDays: 140, packageToRackDays: 30 };

const QUAKE: DisruptionScenario = {
  name: 'quake',
  kind: 'quake',
  timing: { kind: 'rate', rate: constant(0.4) },
  at: 'wafer',
  length: constant(2),
  effect: { kind: 'lowers', loss: constant(1) },
};
const HOLD: DisruptionScenario = {
  name: 'defect',
  kind: 'defect',
  timing: { kind: 'known', from: '2026-03-01' },
  at: 'rack',
  length: constant(40),
  effect: { kind: 'holds' },
};

function draw(
  disruptions: DisruptionScenario[],
  replication: number,
  horizonDays = 3652.5,
  atPlan: string[] = [],
) {
  const streams = new Streams({ seed: 'shocks', atPlan });
  streams.begin(replication);
  return drawDisruptions(disruptions, { streams, horizonDays, dayOf });
}

test('shocks at a rate come as a Poisson stream: its mean and variance over 2,000 replications', () => {
  const counts = Array.from({ length: 2000 }, (_, replication) => draw([QUAKE], replication).length);
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (counts.length - 1);
  // Ten years at 0.4: mean 4, and four standard errors of mean and variance.
  expect(Math.abs(mean - 4)).toBeLessThan(4 * (2 / Math.sqrt(2000)));
  expect(Math.abs(variance - 4)).toBeLessThan(4 * Math.sqrt((4 + 2 * 16) / 2000));
});

test('a shock keeps its days when another is listed and when the horizon grows', () => {
  const alone = draw([QUAKE], 7);
  expect(draw([HOLD, QUAKE], 7).filter(({ disruption }) => disruption.name === 'quake')).toEqual(alone);
  expect(draw([QUAKE], 7, 8000).slice(0, alone.length)).toEqual(alone);
});

test('at plan a rare shock does not come, and a frequent one comes evenly spaced', () => {
  expect(draw([QUAKE], 0, 365, ['disruption'])).toEqual([]);
  const rules: DisruptionScenario = { ...QUAKE, timing: { kind: 'rate', rate: constant(2) } };
  expect(draw([rules], 0, 365.25, ['disruption']).map(({ day }) => day)).toEqual([
    365.25 / 4,
    (365.25 * 3) / 4,
  ]);
});

test('a shock with a probability comes that often, at most once, inside its window', () => {
  const once: DisruptionScenario = {
    ...QUAKE,
    timing: { kind: 'once', probability: 0.3, from: '2026-03-01', to: '2026-03-31' },
  };
  let hits = 0;
  for (let replication = 0; replication < 1000; replication++) {
    for (const { day } of draw([once], replication)) {
      hits++;
      expect(day).toBeGreaterThanOrEqual(59);
      expect(day).toBeLessThan(90);
    }
  }
  expect(Math.abs(hits / 1000 - 0.3)).toBeLessThan(4 * Math.sqrt((0.3 * 0.7) / 1000));
});

test('a stop at the wafers takes its days out of the packages one pipeline later', () => {
  const shocks = shocksOf([{ disruption: QUAKE, day: 100, lengthDays: 7, size: 1 }], LAGS);
  expect(shocks.factor(200, 240)).toBe(1);
  expect(shocks.factor(240, 247)).toBe(0);
  expect(shocks.factor(233, 247)).toBeCloseTo(0.5, 12);
});

test('what is made up afterwards gives back its part of the loss', () => {
  const effect = { kind: 'lowers' as const, loss: constant(0.5), madeUp: 0.6, over: 90 };
  const shocks = shocksOf(
    [{ disruption: { ...QUAKE, at: 'package', effect }, day: 0, lengthDays: 10, size: 0.5 }],
    LAGS,
  );
  const lost = 10 * (1 - shocks.factor(0, 10));
  const regained = 90 * (shocks.factor(10, 100) - 1);
  expect(lost).toBeCloseTo(5, 12);
  expect(regained).toBeCloseTo(3, 12);
});

test('two shocks at once multiply, and no output falls below nothing', () => {
  const event = { disruption: { ...QUAKE, at: 'package' as const }, day: 0, lengthDays: 10, size: 0.5 };
  expect(shocksOf([event, event], LAGS).factor(0, 10)).toBeCloseTo(0.25, 12);
  expect(shocksOf([{ ...event, size: 1 }, event], LAGS).factor(0, 10)).toBe(0);
});

test('an export rule raises what buyers who are still served get', () => {
  const rule: DisruptionScenario = {
    ...QUAKE,
    kind: 'export-rule',
    at: 'package',
    effect: { kind: 'raises', gain: uniform(0, 0.03) },
  };
  expect(
    shocksOf([{ disruption: rule, day: 0, lengthDays: 100, size: 0.02 }], LAGS).factor(0, 100),
  ).toBeCloseTo(1.02);
});

test('a hold releases finished racks when it ends, and holds that follow each other add up', () => {
  const shocks = shocksOf(
    [
      { disruption: HOLD, day: 10, lengthDays: 20, size: 0 },
      { disruption: HOLD, day: 25, lengthDays: 20, size: 0 },
    ],
    LAGS,
  );
  expect([5, 10, 29, 44, 45].map((day) => shocks.released(day))).toEqual([5, 45, 45, 45, 45]);
  expect(NO_SHOCKS.released(12)).toBe(12);
});

function run(scenario: RolloutScenario) {
  const streams = new Streams({ seed: 'any' });
  streams.begin(0);
  return simulateRollout(new Simulation(), scenario, streams);
}

const BASE = shippedScenario('paper-and-pencil').scenario;

test('a hold of the generation delays the hand-solved lots of its days and no others', () => {
  const { racks } = run({ ...BASE, disruptions: [HOLD] }).floor.fleet;
  const docks = Array.from({ length: 12 }, (_, lot) => racks.dockedAt[racks.lot.indexOf(lot)]!);
  // Day 59 to 99: the lots of days 75 wait until 99, that of day 50 and that of day 100 do not.
  expect(docks.slice(0, 5)).toEqual([30, 55, 104, 105, 130]);
});

test('a loss lowers everybody, and the shares stay', () => {
  const loss: DisruptionScenario = {
    ...QUAKE,
    timing: { kind: 'known', from: '2026-01-01' },
    at: 'package',
    length: constant(400),
    effect: { kind: 'lowers', loss: constant(0.1) },
  };
  const { market, programmes } = run({ ...BASE, disruptions: [loss] });
  expect(lotTotals(market, programmes[0]!)).toEqual({
    finished: 1080,
    rivals: 540,
    otherTenants: 324,
    tenant: 216,
  });
});

test('an empty list changes nothing', () => {
  expect(run({ ...BASE, disruptions: [] }).programmes[0]!.milestones.days).toEqual(
    run(BASE).programmes[0]!.milestones.days,
  );
});
