import fc from 'fast-check';
import { expect, test } from 'vitest';
import { queueShares, type Customer } from '../../../../models/rollout/chips/allotmentQueue.ts';
import { customersOf } from '../../../../models/rollout/chips/customers.ts';

const LOTS = Array.from({ length: 60 }, (_, k) => ({ finishedDay: 7 * (k + 1), racks: 900 + 37 * (k % 5) }));

function customer(share: number, over: Partial<Customer> = {}): Customer {
  return { share, contracted: 0, priority: 1, backlogRacks: 0, deals: [], ...over };
}

// Parts of the Blackwell packages of Q4 2025 (Epoch AI): Microsoft, Meta, Amazon, Google, Oracle.
const TODAY = [0.204, 0.129, 0.089, 0.076, 0.076] as const;

test("without new deals every customer gets today's share of every lot", () => {
  const listed = TODAY.map((share, i) => customer(share, { contracted: share * 0.7, priority: (i % 3) + 1 }));
  const rest = 1 - TODAY.reduce((sum, share) => sum + share, 0);
  const parts = queueShares(LOTS, [...listed, customer(rest, { priority: 3 })]);
  TODAY.forEach((share, i) => {
    for (const part of parts[i]!) expect(part).toBeCloseTo(share, 12);
  });
});

test('a new deal of one customer comes out of the others of its priority, pro rata, never out of contracts', () => {
  const deal = { from: 70, to: 140, racks: 4000 };
  const parts = queueShares(LOTS, [
    customer(0.2, { deals: [deal] }),
    customer(0.3, { contracted: 0.3 }),
    customer(0.5),
  ]);
  expect(parts[0]![5]).toBeCloseTo(0.2, 12);
  expect(Math.max(...parts[0]!)).toBeGreaterThan(0.25);
  for (const part of parts[1]!) expect(part).toBeCloseTo(0.3, 12);
  expect(Math.min(...parts[2]!)).toBeLessThan(0.45);
});

test('what is left by contracts goes to the first priority until its orders are served', () => {
  const parts = queueShares(
    [{ finishedDay: 1, racks: 100 }],
    [
      customer(0.25, { backlogRacks: 60, priority: 1 }),
      customer(0.25, { contracted: 0.1, priority: 2 }),
      customer(0.5, { priority: 2 }),
    ],
  );
  expect(parts[0]![0]).toBeCloseTo(0.85, 12);
  expect(parts[1]![0]! + parts[2]![0]!).toBeCloseTo(0.15, 12);
});

test('shares that do not sum to 1 are refused', () => {
  expect(() => queueShares(LOTS, [customer(0.4), customer(0.4)])).toThrow('shares: 0.8 in all, expected 1');
});

test('where contracts take all, an order of however little gets nothing, whatever the rounding of their sum', () => {
  const shares = [0.016468449656950393, 0.9835315503430496];
  const parts = queueShares(
    LOTS,
    shares.map((share) => customer(share, { contracted: share, backlogRacks: 5e-324 })),
  );
  // In floating point the contracts of some lots sum to more than the lot.
  const excess = LOTS.map(({ racks }) => racks - shares.reduce((sum, share) => sum + share * racks, 0));
  expect(Math.min(...excess)).toBeLessThan(0);
  shares.forEach((share, i) => {
    for (const part of parts[i]!) expect(part).toBeCloseTo(share, 12);
  });
});

test('every lot is divided whole, whatever the deals, priorities and backlogs', () => {
  const any = fc.record({
    weight: fc.double({ min: 0.01, max: 1, noNaN: true }),
    contractedPart: fc.double({ min: 0, max: 1, noNaN: true }),
    priority: fc.integer({ min: 1, max: 3 }),
    backlogRacks: fc.double({ min: 0, max: 1e5, noNaN: true }),
    racks: fc.double({ min: 0, max: 1e5, noNaN: true }),
    from: fc.integer({ min: 0, max: 400 }),
    over: fc.integer({ min: 0, max: 300 }),
  });
  fc.assert(
    fc.property(fc.array(any, { minLength: 1, maxLength: 6 }), (list) => {
      const total = list.reduce((sum, { weight }) => sum + weight, 0);
      const customers = list.map(({ weight, contractedPart, priority, backlogRacks, racks, from, over }) =>
        customer(weight / total, {
          contracted: (weight / total) * contractedPart,
          priority,
          backlogRacks,
          deals: [{ from, to: from + over, racks }],
        }),
      );
      const parts = queueShares(LOTS, customers);
      LOTS.forEach((_, lot) => {
        const sum = parts.reduce((all, part) => all + part[lot]!, 0);
        expect(sum).toBeCloseTo(1, 9);
        for (const part of parts) expect(part[lot]).toBeGreaterThanOrEqual(-1e-12);
      });
    }),
    { numRuns: 100 },
  );
});

test('the provider takes its drawn share, and the others keep their proportions', () => {
  const customers = customersOf(
    {
      kind: 'queue',
      provider: 'aws',
      customers: [
        { name: 'microsoft', share: 0.2, contracted: 0.1, priority: 1 },
        { name: 'aws', share: 0.1, contracted: 0.1, priority: 1 },
        { name: 'meta', share: 0.1, contracted: 0.05, priority: 2 },
      ],
    },
    { providerShare: 0.145, gpusPerRack: 72, dayOf: () => 0 },
  );
  expect(customers.map(({ share }) => share)).toEqual([
    0.145,
    expect.closeTo(0.19, 12),
    expect.closeTo(0.095, 12),
    expect.closeTo(0.57, 12),
  ]);
});
