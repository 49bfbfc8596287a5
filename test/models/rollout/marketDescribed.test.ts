import { describe, expect, test } from 'vitest';
import { describeRollout } from '../../../models/rollout/description/description.ts';
import { withFlowSites } from '../../../models/rollout/sites/flowSites.ts';
import { handSolvedMarket } from './market/handSolvedMarket.ts';
import { shippedScenario } from './shippedScenario.ts';

/** A line of the hand-solved market in words, with lines of YAML laid over it. */
function text(title: string, what: string, ...lines: string[]): string | undefined {
  return describeRollout(handSolvedMarket(...lines).scenario)
    .find((part) => part.title === title)
    ?.lines.find((line) => line.what === what)?.text;
}

const market = (what: string, ...lines: string[]) => text('The market', what, ...lines);
const deal = (terms: string, name = 'E'): string => `deals: [{ name: ${name}, ${terms} }]`;
const orders = 'orders: { over: 2 months }';

describe('a tenant in words', () => {
  test('has its contract, its provider, its cap, its deals and its target: A wants 40 racks and 24 by D, B 30', () => {
    expect(market('A')).toBe(
      'a contract for 2,880 GPUs in 40 racks at P alone; at most 40 % of what comes to P; about 1,728 GPUs more by D, 4,608 in all; target 100 % of it by 2026-12-31',
    );
    expect(market('B', 'tenants: [{ name: B, target: { fraction: 50 %, by: 2026-06-30 } }]')).toBe(
      'a contract for 2,160 GPUs in 30 racks at Q alone; at most 50 % of what comes to Q; target 50 % of it by 2026-06-30',
    );
  });

  test('has its providers by its strategy', () => {
    const at = (strategy: string) =>
      market('A', `strategy: ${strategy}`, 'alsoAt: [{ provider: Q, tenantCap: 40 % }]');
    expect(at('neutral')).toContain(
      'in 40 racks spread evenly over P and Q (neutral); at most 40 % of what comes to P and Q;',
    );
    expect(at('committed')).toContain('in 40 racks all at P and none at Q (committed)');
    expect(at('opportunistic')).toContain(
      'in 40 racks wherever capacity comes first of P and Q (opportunistic)',
    );
  });

  test('has what may come apart from what is signed, and nothing of a deal that is taken out', () => {
    const chance = deal(
      `tenant: B, arrives: { from: 2026-03-01, rate: 1 event/year }, gpus: 720 gpu, ${orders}`,
    );
    expect(market('B', chance)).toContain('; about 720 GPUs more if E should be signed;');
    expect(market('A', 'deals: [{ name: D, removed: vanish }]')).not.toContain('more');
    expect(market('A', 'deals: [{ name: D, removed: divert }]')).toContain('1,728 GPUs more by D');
  });
});

test('the contract counts its deals: 2,880 and 1,728 GPUs', () => {
  expect(text('The contract', 'with deals')).toBe('about 1,728 GPUs more by D, 4,608 in all');
  expect(text('The contract', 'with deals', 'deals: [{ name: D, tenant: B }]')).toBeUndefined();
});

describe('a deal in words', () => {
  test('has its size, tenant, provider, day and orders, and what is paid ahead', () => {
    expect(market('D')).toBe(
      '1,728 GPUs for A at Q; signed on 2026-02-10; ordered all at once on signing; $100M paid ahead give its orders priority 1 and 4,383 packages a month more to all, from 50 days after signing',
    );
    expect(market('D', 'deals: [{ name: D, orders: { after: 20 days } }]')).toContain(
      '; ordered all at once 20 days after signing; ',
    );
    expect(
      market(
        'E',
        deal(`signed: 2026-03-01, gpus: 72 gpu, prepayment: { value: $5M, priority: 1 }, ${orders}`),
      ),
    ).toBe(
      '72 GPUs for A at P; signed on 2026-03-01; ordered evenly over 8.7 weeks from signing on; $5M paid ahead give its orders priority 1',
    );
  });

  test('of power or dollars has about so many GPUs: 125 kW a rack, and $3 × 24 × 365.25 a GPU and year', () => {
    expect(market('E', deal(`signed: 2026-03-01, power: 2.5 MW, ${orders}`))).toContain(
      'about 1,440 GPUs (2.5 MW) for A at P',
    );
    expect(
      market('E', deal(`signed: 2026-03-01, value: $26298000, effectiveTerm: 1 year, ${orders}`)),
    ).toContain('about 1,000 GPUs ($26.3M over 12 months of full service) for A at P');
  });

  test('that comes by chance has its days and its rate', () => {
    const arrives = (days: string) =>
      market('E', deal(`arrives: { ${days}, rate: 0.5 event/year }, gpus: 72 gpu, ${orders}`));
    expect(arrives('from: 2026-03-01')).toContain(
      '; it comes by chance, once at most, from 2026-03-01 on, at a rate of 0.5 a year; ',
    );
    expect(arrives('from: 2026-03-01, until: 2026-06-01')).toContain(', from 2026-03-01 to 2026-06-01, at');
  });

  test('that is taken out is bought by nobody, or of the other providers', () => {
    expect(market('D', 'deals: [{ name: D, removed: vanish }]')).toBe(
      'taken out: nobody buys what is meant for A at Q',
    );
    expect(market('D', 'deals: [{ name: D, removed: divert }]')).toMatch(
      /^1,728 GPUs for A at the other providers than Q, by their shares; signed/,
    );
  });
});

test('rivals react, or do not, or have nothing to hasten', () => {
  const reaction = 'reaction: { factor: 3, window: 30 days }';
  const chance = deal(`arrives: { from: 2026-03-01, rate: 0.5 event/year }, gpus: 72 gpu, ${orders}`);
  expect(market('rivals', reaction)).toBe('do not react: no deal comes by chance');
  expect(market('rivals', chance)).toBe('do not react: each deal comes by itself');
  expect(market('rivals', chance, reaction)).toBe(
    'react: for 30 days after a deal of another tenant those that come by chance are signed 3 times as often',
  );
});

test('a queue allots the racks of the vendor among its customers, and what shares leave of 100 % is of all others', () => {
  const queue = (who: string) =>
    `the vendor's racks are allotted by orders, contracts first and then by priority, to ${who}`;
  expect(market('queue')).toBe(
    queue('P (50 % today, priority 2) and Q (30 % today, priority 2), and all others with 20 %'),
  );
  const rival =
    '{ name: R, share: 20 %, contracted: 5 %, priority: 1, backlog: 720 package, deals: [{ name: F, from: 2026-03-01, over: 9 days, packages: 144 package }] }';
  expect(market('queue', `chips: { allotment: { customers: [${rival}] } }`)).toBe(
    queue(
      'P (50 % today, priority 2), Q (30 % today, priority 2) and R (20 % today, 5 % by contract, priority 1, 720 packages on the book, F: 144 packages ordered from 2026-03-01 on)',
    ),
  );
});

describe('the halls of a market in words', () => {
  test('are a flow with its megawatts, how late it may come, and the time to install: 18 steps of 20 racks in a year', () => {
    expect(text('Sites', 'Q halls')).toBe(
      'halls of Q as a flow: 45.7 MW a year, from 2026-01-01; a rack is installed in 10 days. About 360 racks; the first not before 2026-01-21, with every stage at its low end',
    );
    const more = 'providers: [{ name: Q, flow: { initial: 5 MW, slip: 9 days } }]';
    expect(text('Sites', 'Q halls', more)).toContain(
      ', from 2026-01-01; 5 MW at first; all of it 9 days later; a rack is installed in 10 days. About 400 racks;',
    );
  });

  test('are for all contracts and their deals: 80 and 360 racks, for 40 and 30 and the 24 of D', () => {
    expect(text('Sites', 'all together')).toBe(
      'room for about 440 racks; all contracts are for about 70, with the deals that are signed 94',
    );
    const chance = deal(`arrives: { from: 2026-03-01, rate: 0.5 event/year }, gpus: 720 gpu, ${orders}`);
    expect(text('Sites', 'all together', chance)).toContain('signed 94, with those that may come 104');
  });

  test('count racks of half the power as half: 40 of A and 15 of B', () => {
    const half = 'products: [{ name: half, gpusPerRack: 36 gpu, facilityPower: 1.7361111111111112 kW/gpu }]';
    // 1,080 GPUs are 30 racks of 36, each of which takes half of a position.
    expect(
      text(
        'Sites',
        'all together',
        half,
        'tenants: [{ name: B, product: half, contract: { gpus: 1080 gpu } }]',
      ),
    ).toContain(
      'all contracts are for about 55 (counted as racks of the first product, by the power that they draw), ',
    );
  });

  test('have crews only where one is used', () => {
    const crews = (...lines: string[]) => text('From the dock into service', 'crews', ...lines);
    expect(crews()).toBe('1 at each campus, each installing 4 racks a day');
    const flow = (installs: string) => [
      `provider: { flow: { from: 2026-01-01, added: 40 MW/year, ${installs} } }`,
      'sites: [{ name: E1, remove: true }]',
    ];
    expect(crews(...flow('installTime: 9 days'))).toBeUndefined();
    expect(crews(...flow('crews: 3 crew'))).toBe('as many as each flow has, each installing 4 racks a day');
    expect(text('Sites', 'P halls', ...flow('crews: 3 crew'))).toContain('; 3 crews install racks. About');
  });
});

test('the arms race is no longer one tenant with 2,084 racks, and no crew of it installs any', () => {
  const parts = describeRollout(withFlowSites(shippedScenario('arms-race').scenario));
  const whats = (title: string) => parts.find((part) => part.title === title)!.lines.map(({ what }) => what);
  expect(whats('The market')).toHaveLength(6 + 7 + 2);
  expect(whats('From the dock into service')).toEqual(['burn-in', 'acceptance', 'out of service']);
});

test('one tenant without deals has no market', () => {
  for (const name of ['openai-aws-38b', 'paper-and-pencil', 'greenfield-1gw']) {
    const parts = describeRollout(withFlowSites(shippedScenario(name).scenario));
    expect(parts.map(({ title }) => title)).not.toContain('The market');
    expect(parts.flatMap(({ lines }) => lines.map(({ what }) => what))).not.toContain('with deals');
  }
});
