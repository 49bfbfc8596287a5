import { expect, test } from 'vitest';
import { integratedSteps, type RackMaker } from '../../../../models/rollout/chips/makers.ts';
import { vendorLots, type OutputOptions } from '../../../../models/rollout/chips/output.ts';
import { dayNumber } from '../../../../models/rollout/calendars.ts';
import { constant } from '../../../../src/random/index.ts';

const FLOW = 100;

function maker(share: number, over: Partial<RackMaker> = {}): RackMaker {
  return { share, racksPerDay: 1000, backlog: 0, holidays: [], ...over };
}

function steps(makers: RackMaker[], horizonDays = 700) {
  return integratedSteps({
    makers,
    due: (from, to) => FLOW * (to - from),
    stepDays: 7,
    leadInSteps: 20,
    horizonDays,
  });
}

test('with capacity to spare every maker finishes what is due', () => {
  for (const { racks, queue } of steps([maker(0.6), maker(0.4)])) {
    expect(racks).toBeCloseTo(FLOW * 7, 9);
    expect(queue).toBe(0);
  }
});

test('a maker below its flow finishes its capacity from the first day on, and its queue grows by the rest', () => {
  const list = steps([maker(0.5, { racksPerDay: 40 }), maker(0.5)]);
  expect(list[0]!.racks).toBeCloseTo(7 * (40 + 50), 9);
  // Ten racks a day over the lead-in and the first week.
  expect(list[0]!.queue).toBeCloseTo(10 * 7 * 21, 9);
  expect(list[10]!.queue - list[0]!.queue).toBeCloseTo(10 * 70, 9);
});

test("racks due in one maker's holidays come out afterwards: none is lost", () => {
  const holidays = [{ from: 100, to: 114 }];
  const closed = steps([maker(1, { racksPerDay: 110, holidays })]);
  const open = steps([maker(1, { racksPerDay: 110 })]);
  const finished = (list: typeof open, until: number): number =>
    list.filter(({ from }) => from < until).reduce((sum, { racks }) => sum + racks, 0);
  expect(finished(closed, 112)).toBeLessThan(finished(open, 112));
  expect(finished(closed, 300)).toBeCloseTo(finished(open, 300), 6);
});

test('a backlog on day 0 comes out with the first free capacity', () => {
  const list = steps([maker(1, { racksPerDay: 120, backlog: 280 })]);
  expect(list[0]!.racks).toBeCloseTo(7 * 120, 9);
  expect(list.slice(0, 3).reduce((sum, { racks }) => sum + racks, 0)).toBeCloseTo(21 * FLOW + 280, 6);
});

const OPTIONS: OutputOptions = {
  level: 0.5,
  gpusPerRack: 72,
  packageToRackDays: 28,
  horizonDays: 360,
  makerHolidays: [],
  dayOf: (isoDate) => dayNumber('2026-01-01', isoDate),
};
const SERIES = {
  kind: 'series' as const,
  quarters: ['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01'].map((from) => ({
    from,
    packages: constant(72 * 9000),
  })),
  monthWeights: [1 / 3, 1 / 3, 1 / 3],
  lotEvery: 7,
};

test('the pipeline is full at the start: racks in hand on day 0 are flow × time of work, by Little', () => {
  const lots = vendorLots(SERIES, { ...OPTIONS, makers: [maker(1)] });
  const inHand = lots
    .filter(({ finishedDay }) => finishedDay < 28)
    .reduce((sum, { racks }) => sum + racks, 0);
  // The series begins on day 0; what comes out before it could is what the makers had in hand: 3,000 a month of 31 days.
  expect(inHand).toBeCloseTo((3000 / 31) * 28, 6);
});

test('makers with capacity to spare change nothing about the lots', () => {
  const earlier = {
    ...SERIES,
    quarters: [{ from: '2025-10-01', packages: constant(72 * 9000) }, ...SERIES.quarters],
  };
  const plain = vendorLots(earlier, OPTIONS);
  const queued = vendorLots(earlier, { ...OPTIONS, makers: [maker(0.7), maker(0.3)] });
  expect(queued.map(({ finishedDay }) => finishedDay)).toEqual(plain.map(({ finishedDay }) => finishedDay));
  queued.forEach(({ racks }, i) => expect(racks).toBeCloseTo(plain[i]!.racks, 9));
});
