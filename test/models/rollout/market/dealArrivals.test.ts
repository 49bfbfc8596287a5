import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrivalDays, type Candidate } from '../../../../models/rollout/market/dealArrivals.ts';
import { Streams } from '../../../../src/random/index.ts';

const UNTIL = 1000;
const RATE = 1 / 400;

/** A deal that may be signed by chance, at the point u of its own draw. */
const chance = (tenant: number, u: number, from = 0, until = UNTIL): Candidate => ({
  tenant,
  arrives: { from, until, ratePerDay: RATE, threshold: -Math.log1p(-u) },
});

describe('days on which deals are signed', () => {
  test('are those that are known, as far as they come', () => {
    const known = [10, 500, 2000].map((signed) => ({ tenant: 0, signed }));
    expect(arrivalDays(known, { until: UNTIL })).toEqual([10, 500, Infinity]);
  });

  test('are exponential without rivals: at u the day is −ln(1 − u) over the rate', () => {
    const [day] = arrivalDays([chance(0, 0.5)], { until: UNTIL });
    expect(day).toBeCloseTo(Math.LN2 * 400, 9);
    const [later] = arrivalDays([chance(0, 0.5, 100)], { until: UNTIL });
    expect(later).toBeCloseTo(100 + Math.LN2 * 400, 9);
    expect(arrivalDays([chance(0, 0.5, 0, 200)], { until: UNTIL })).toEqual([Infinity]);
  });

  test("come sooner within the window after a rival's, by the rate that is higher there, and only then", () => {
    const reaction = { factor: 3, windowDays: 90 };
    const rival = { tenant: 1, signed: 100 };
    // −ln(1 − u) = 100 λ + 3 (t − 100) λ within the window, and one more stretch of 90 · 2 λ behind it.
    const hazard = (t: number): number => 1 - Math.exp(-t * RATE);
    const [within] = arrivalDays([chance(0, hazard(100 + 3 * 50)), rival], { until: UNTIL, reaction });
    expect(within).toBeCloseTo(150, 9);
    const [after] = arrivalDays([chance(0, hazard(100 + 270 + 60)), rival], { until: UNTIL, reaction });
    expect(after).toBeCloseTo(250, 9);
    const own = { tenant: 0, signed: 100 };
    const [alone] = arrivalDays([chance(0, hazard(250)), own], { until: UNTIL, reaction });
    expect(alone).toBeCloseTo(250, 9);
  });

  test('are as often within a time as the closed form says: 1 − e^(−λ(t + (m − 1)w)) with a rival on the first day', () => {
    const streams = new Streams({ seed: 'arrivals' });
    const replications = 4000;
    let signed = 0;
    for (let i = 0; i < replications; i++) {
      streams.begin(i);
      const u = streams.open('contract', 'deal', 'arrival').uniform(0);
      const days = arrivalDays([chance(0, u), { tenant: 1, signed: 0 }], {
        until: 300,
        reaction: { factor: 2, windowDays: 100 },
      });
      if (days[0]! <= 300) signed++;
    }
    const p = 1 - Math.exp(-RATE * (300 + 100));
    expect(Math.abs(signed / replications - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / replications));
  });

  test('never come later for a rival more where windows do not end', () => {
    const candidates = fc.array(
      fc
        .record({
          tenant: fc.integer({ min: 0, max: 2 }),
          u: fc.double({ min: 0.001, max: 0.999, noNaN: true }),
          from: fc.integer({ min: 0, max: 500 }),
        })
        .map(({ tenant, u, from }) => chance(tenant, u, from)),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(candidates, fc.integer({ min: 0, max: 900 }), (list, day) => {
        // A window that opens sooner also ends sooner, and a deal behind its end may then come later.
        const reaction = { factor: 4, windowDays: 2 * UNTIL };
        const without = arrivalDays(list, { until: UNTIL, reaction });
        const rival = { tenant: 9, signed: day };
        const withRival = arrivalDays([...list, rival], { until: UNTIL, reaction });
        without.forEach((before, index) => {
          expect(withRival[index]).toBeLessThanOrEqual(before + 1e-6);
        });
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});
