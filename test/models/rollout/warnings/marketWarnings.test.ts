import { describe, expect, test } from 'vitest';
import { handSolvedMarket } from '../market/handSolvedMarket.ts';

/** The warnings of the hand-solved market with lines laid over it, each as line:column: path: message. */
function warnings(...lines: string[]): string[] {
  return handSolvedMarket(...lines).warnings.map(
    ({ line, column, path, message }) => `${line}:${column}: ${path}: ${message}`,
  );
}

const deals = (...terms: string[]): string =>
  `deals: [${terms.map((each, index) => `{ name: E${index}, provider: Q, tenant: B, ${each} }`).join(', ')}]`;

/** The same without D. */
const alone = (...terms: string[]): string =>
  deals(...terms).replace(' }]', ' }, { name: D, remove: true }]');

// Half the flow: 18 steps of 1.25 MW, 180 racks, 12,960 GPUs.
const HALF = 'providers: [{ name: Q, flow: { added: 22.828125 MW/year } }]';

test('the hand-solved market has nothing to warn of', () => {
  expect(warnings()).toEqual([]);
});

describe('a milestone of a market', () => {
  test('of a further tenant is held against its own contract, at its own line: B buys 2,160 GPUs', () => {
    const own = (gpus: number) => warnings(`tenants: [{ name: B, milestones: { gpus: [${gpus} gpu] } }]`);
    expect(own(2160)).toEqual([]);
    expect(own(2161)).toEqual([
      '2:43: tenants[0].milestones.gpus[0]: a milestone of 2,161 GPUs, and the contract of B buys 2,160: it is not reached',
    ]);
  });

  test('that stands in what is inherited is said at the contract that was made smaller', () => {
    expect(warnings('tenants: [{ name: B, contract: { gpus: 1440 gpu } }]')).toEqual([
      expect.stringMatching(
        /^2:40: tenants\[0\]\.milestones\.gpus\[1\]: .* the contract of B buys 1,440: it is not reached \(.*handSolvedMarket\.yaml:\d+:\d+\)$/,
      ),
    ]);
  });

  test('counts the deals of its tenant at their high end, and none that is taken out: 2,160 and 720 GPUs', () => {
    const tenant = 'tenants: [{ name: B, milestones: { gpus: [2880 gpu] } }]';
    const bought = deals('signed: 2026-03-01, gpus: 720 gpu, orders: { over: 9 days }');
    expect(warnings(tenant)).toHaveLength(1);
    expect(warnings(tenant, bought)).toEqual([]);
    expect(warnings(tenant.replace('2880', '2881'), bought)).toEqual([
      expect.stringContaining(
        'a milestone of 2,881 GPUs, and the contract of B with its deals buys at most 2,880 in nine draws of ten',
      ),
    ]);
    expect(warnings(tenant, bought.replace(' }]', ', removed: vanish }]'))).toHaveLength(1);
    // From 360 to 720 GPUs: at the high end the milestone is reached.
    expect(warnings(tenant, bought.replace('720', '360 / 500 / 720'))).toEqual([]);
  });
});

// The flow of Q has 18 steps of 20 racks by the horizon: 360 racks, 25,920 GPUs. E1 of P has 10 MW: 80 racks, 5,760 GPUs.
describe('a deal', () => {
  const signed = (gpus: string, over = '9 days') =>
    `signed: 2026-03-01, gpus: ${gpus} gpu, orders: { over: ${over} }`;

  test('that the flow of its provider cannot hold by the horizon is said so at its size', () => {
    expect(warnings(alone(signed('25920')))).toEqual([]);
    expect(warnings(alone(signed('25921')))).toEqual([
      '2:71: deals[0].gpus: 25,921 GPUs of this deal are ordered by 2026-12-31, and the halls of Q hold at most 25,920 by then: some have no place',
    ]);
  });

  test('that the sites of its provider cannot hold is too, with halls as they have grown by then', () => {
    const atP = (gpus: number) => deals(signed(`${gpus}`)).replace('provider: Q', 'provider: P');
    expect(warnings(atP(5760))).toEqual([]);
    expect(warnings(atP(5761))).toEqual([
      expect.stringContaining('the halls of P hold at most 5,760 by then'),
    ]);
    // 0.5 MW and 12 months of 0.5: 6.5 MW, two pods of 20 racks.
    const slow = 'sites: [{ name: E1, initial: 0.5 MW, monthly: 0.5 MW/month, ceiling: 10 MW }]';
    expect(warnings(atP(2881), slow)).toEqual([
      expect.stringContaining('the halls of P hold at most 2,880 by then'),
    ]);
    // Halls that come after the horizon hold nothing.
    const late = 'sites: [{ name: E1, from: 2027-06-01 }]';
    expect(warnings(atP(72), late)).toContainEqual(
      expect.stringContaining('the halls of P hold at most 0 by then'),
    );
  });

  test('counts what is ordered by the horizon alone: 305 days of 610, half of 25,922 GPUs', () => {
    expect(warnings(HALF, alone(signed('25920', '610 days')))).toEqual([]);
    expect(warnings(HALF, alone(signed('25922', '610 days')))).toEqual([
      expect.stringContaining(': 12,961 GPUs of this deal are ordered by 2026-12-31, and'),
    ]);
    expect(warnings(HALF, alone(signed('25922').replace('{ over', '{ after: 306 days, over')))).toEqual([]);
  });

  test('that is stated in inherited lines stands at the flow that was made smaller', () => {
    expect(warnings('providers: [{ name: Q, flow: { added: 2.5 MW/year } }]')).toContainEqual(
      expect.stringMatching(
        /^2:39: deals\[0\]\.gpus: 1,728 GPUs of this deal .*handSolvedMarket\.yaml:\d+:\d+\)$/,
      ),
    );
  });

  test('is held against the room with those before it: 15,000 and 9,193 GPUs beside the 1,728 of D', () => {
    expect(warnings(deals(signed('15000'), signed('9192')))).toEqual([]);
    expect(warnings(deals(signed('15000'), signed('9193'), signed('72')))).toEqual([
      expect.stringContaining(
        'deals[2].gpus: with those of the deals before it at Q at least 25,921 GPUs are ordered by 2026-12-31',
      ),
    ]);
  });

  test('that may come is held against the room by itself, at its low end and on its first day', () => {
    const chance = (gpus: string) =>
      `arrives: { from: 2026-03-01, rate: 1 event/year }, gpus: ${gpus} gpu, orders: { over: 9 days }`;
    expect(warnings(HALF, alone(chance('12000'), chance('12000')))).toEqual([]);
    expect(warnings(HALF, alone(chance('12950 / 13500 / 14400')))).toEqual([]);
    expect(warnings(HALF, alone(chance('13000 / 13500 / 14400')))).toEqual([
      expect.stringMatching(
        /at least 13,00\d GPUs of this deal are ordered by 2026-12-31 if it is signed on 2026-03-01, and the halls of Q hold at most 12,960/,
      ),
    ]);
  });

  test('that is taken out needs no room', () => {
    expect(warnings(HALF, alone(signed('20000')))).toHaveLength(1);
    expect(warnings(HALF, alone(`${signed('20000')}, removed: vanish`))).toEqual([]);
  });
});

test('a strategy of a tenant that buys of one provider alone spreads nothing', () => {
  expect(warnings('strategy: neutral')).toEqual([
    '2:11: strategy: the strategy is "neutral", and the tenant buys of one provider alone: it spreads nothing',
  ]);
  expect(warnings('tenants: [{ name: B, strategy: committed }]')).toEqual([
    expect.stringContaining('tenants[0].strategy: the strategy is "committed"'),
  ]);
  expect(warnings('strategy: neutral\nalsoAt: [{ provider: Q, tenantCap: 30 % }]')).toEqual([]);
});
