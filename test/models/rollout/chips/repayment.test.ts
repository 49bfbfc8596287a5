import { expect, test } from 'vitest';
import { variedPaper } from '../variedPaper.ts';

/*
 * Lots of 100 racks every 25 days, half of them the provider's, 20 of those the tenant's; freight takes 5 days. Lots 1 and 2 fill the 40
 * positions of E1. Lot 3 docks on day 80 and finds none until E2 opens on day 90: with a patience of 5 days its 20 racks go to others on
 * day 85. Of lot 4, on day 100, the tenant's cap is 20 again, and the 20 racks owed come on top: 40 of the provider's 50.
 */
const lotFour = (
  repaid: boolean,
  repayCeiling = '100 %',
): { racks: number; diverted: number; tenant: number } => {
  const { record, inService } = variedPaper(({ policies }) => {
    policies.divert = { kind: 'after', after: '5 days', repaid, repayCeiling };
  });
  const racks = inService(4).reduce((sum, [day, count]) => sum + (Number.isFinite(day) ? count : 0), 0);
  return { racks, diverted: record['racks_diverted']!, tenant: record['tenant_racks']! };
};

test('racks given to others are repaid out of the next lot', () => {
  expect(lotFour(true).racks).toBe(40);
});

test('racks given to others are gone where they are not repaid', () => {
  expect(lotFour(false).racks).toBe(20);
});

test('take and repayment together stay within the ceiling', () => {
  // 60 % of the provider's 50 racks.
  expect(lotFour(true, '60 %').racks).toBe(30);
  expect(lotFour(true, '40 %').racks).toBe(20);
});

test('what is never repaid is missing at the end', () => {
  const without = lotFour(false);
  const repaid = lotFour(true);
  expect(without.diverted).toBeGreaterThan(0);
  // Twelve lots bring twelve times the cap, and not a rack more.
  expect(without.tenant).toBe(12 * 20);
  // And no more is ever repaid than was given away.
  expect(repaid.tenant).toBeGreaterThan(12 * 20);
  expect(repaid.tenant - 12 * 20).toBeLessThanOrEqual(repaid.diverted);
});
