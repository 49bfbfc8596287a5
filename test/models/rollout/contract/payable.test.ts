import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber } from '../../../../models/rollout/calendars.ts';
import { bills } from '../../../../models/rollout/contract/payable.ts';
import { quartersOf, quarterToDate } from '../../../../models/rollout/contract/quarters.ts';
import { scheduledDollars, scheduleTable, shortfall } from '../../../../models/rollout/contract/schedule.ts';

const USAGE = new Float64Array([10, 30, 60, 120]);
const SCHEDULED = new Float64Array([40, 80, 120, 160]);

test('without a clause the tenant owes what it uses', () => {
  const { payable, paid } = bills({}, USAGE, SCHEDULED);
  expect(payable).toEqual(USAGE);
  expect(paid).toEqual(USAGE);
});

test('take-or-pay: each bill is the larger of use and the floor of its schedule', () => {
  const { payable } = bills({ takeOrPay: { floor: 0.5, schedule: 'ramp' } }, USAGE, SCHEDULED);
  // Uses 10, 20, 30, 60 against a floor of 20 a period.
  expect([...payable]).toEqual([20, 40, 70, 130]);
});

test('a prepayment is paid first and credited against bills, no more than its part of each', () => {
  const { payable, paid } = bills({ prepayment: { amount: 40, creditPart: 0.5 } }, USAGE);
  expect([...payable]).toEqual([10, 30, 60, 120]);
  // Credits 5, 10, 15 and the last 10 of the 40.
  expect([...paid]).toEqual([45, 55, 70, 120]);
});

test('what is paid covers what is owed, and the difference is the credit that is left', () => {
  const amounts = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 24 });
  fc.assert(
    fc.property(amounts, fc.double({ min: 0, max: 500, noNaN: true }), (steps, amount) => {
      let sum = 0;
      const usage = Float64Array.from(steps, (value) => (sum += value));
      const { payable, paid } = bills({ prepayment: { amount, creditPart: 1 } }, usage);
      paid.forEach((cash, i) => expect(cash).toBeCloseTo(Math.max(amount, payable[i]!), 6));
    }),
  );
});

const OPTIONS = {
  ends: Float64Array.of(31, 59, 90),
  dollarsADay: 100,
  dayOf: (isoDate: string) => dayNumber('2026-01-01', isoDate),
};

test('a schedule of capacity bills its part of the contract day by day', () => {
  const capacity = [
    { mark: 'from' as const, date: '2026-01-11', value: 0.5 },
    { mark: 'from' as const, date: '2026-02-01', value: 1 },
  ];
  expect([...scheduledDollars(scheduleTable({ name: 'ramp', capacity }, OPTIONS), OPTIONS)]).toEqual([
    1050, 3850, 6950,
  ]);
});

test('a straight ramp between two dates bills the area of its triangle', () => {
  const capacity = [
    { mark: 'at' as const, date: '2025-12-31', value: 0 },
    { mark: 'at' as const, date: '2026-03-31', value: 1 },
  ];
  expect(scheduledDollars(scheduleTable({ name: 'ramp', capacity }, OPTIONS), OPTIONS)[2]).toBeCloseTo(
    (90 * 100) / 2,
    9,
  );
});

test('a schedule of spend is the sum itself, and a shortfall is what usage lacks of it', () => {
  const spend = [
    { mark: 'at' as const, date: '2026-01-31', value: 1000 },
    { mark: 'at' as const, date: '2026-03-31', value: 3000 },
  ];
  const scheduled = scheduledDollars(scheduleTable({ name: 'steps', spend }, OPTIONS), OPTIONS);
  expect(scheduled[0]).toBe(1000);
  expect(scheduled[2]).toBe(3000);
  expect([...shortfall(scheduled, [400, 2500, 2900])]).toEqual([600, 0, 100]);
});

test('sums since the start become sums of the quarter to date', () => {
  const days = [30, 58, 89, 119, 150, 180];
  const quarters = quarterToDate([1, 3, 6, 10, 15, 21], quartersOf(days, '2026-01-01'));
  expect([...quarters]).toEqual([1, 3, 6, 4, 9, 15]);
});
