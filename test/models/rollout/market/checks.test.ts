import { expect, test } from 'vitest';
import { ScenarioError } from '../../../../src/scenario/index.ts';
import { scenarioOf } from '../randomScenario.ts';
import { paperTree } from '../variedPaper.ts';

const CONTRACT = {
  commitment: '$1000000',
  effectiveTerm: '1 year',
  termEnds: '2027-01-01',
  price: '$3/gpu/hour',
  gpus: '720 gpu',
};
const TENANT = { name: 'B', contract: CONTRACT, tenantCap: '10 %' };

const PAPER = paperTree();
const PROVIDER = PAPER.provider;
const CHIPS = PAPER['chips'] as Record<string, unknown>;
const VENDOR = {
  name: 'V',
  output: CHIPS['output'],
  providerShare: '10 %',
  packageToRack: '9 days',
  freight: '3 days',
};

/** Where a changed hand-solved scenario is refused, and why. */
function refusal(change: Record<string, unknown>): string {
  try {
    scenarioOf(paperTree((tree) => void Object.assign(tree, change)));
  } catch (error) {
    if (error instanceof ScenarioError)
      return error.issues.map(({ path, message }) => `${path}: ${message}`).join('\n');
    throw error;
  }
  return '';
}

test.each<[string, Record<string, unknown>, RegExp]>([
  [
    'a contract with an unknown provider',
    { tenants: [{ ...TENANT, provider: 'X' }] },
    /^tenants.*provider: expected the name of a provider \(the provider\), got "X"/,
  ],
  [
    'a contract for an unknown product',
    { tenants: [{ ...TENANT, product: 'X' }] },
    /product: expected the name of a product .*got "X"/,
  ],
  [
    'a cap of an unknown vendor',
    { tenants: [{ ...TENANT, caps: [{ vendor: 'X', cap: '1 %' }] }] },
    /expected the name of a vendor, got "X"/,
  ],
  ['two tenants of one name', { tenants: [TENANT, TENANT] }, /"B"/],
  [
    'a tenant named as the first',
    { tenant: 'B', tenants: [TENANT] },
    /expected another name than that of the first, got "B" again/,
  ],
  [
    'a provider named as the first in another encoding, with the place of both',
    { provider: { ...PROVIDER, name: 'caf\u00e9 1' }, providers: [{ name: 'cafe\u0301\u00a01', pace: 1 }] },
    /^providers\[0\]\.name: expected another name than that of the first, got "caf\u00e9 1" again, first at provider\.name/,
  ],
  [
    'two shares of one vendor',
    {
      chips: { ...CHIPS, otherVendors: [VENDOR] },
      providers: [
        {
          name: 'P',
          pace: 1,
          shares: [
            { vendor: 'V', share: '10 %' },
            { vendor: 'V', share: '20 %' },
          ],
        },
      ],
    },
    /^providers\[0\]\.shares\[1\]\.vendor: expected each vendor once, got "V" again, first at providers\[0\]\.shares\[0\]\.vendor/m,
  ],
  ...[
    ['a tenant', (caps: unknown) => ({ tenants: [{ ...TENANT, caps }] }), 'tenants\\[0\\]'],
    [
      'the first tenant elsewhere',
      (caps: unknown) => ({ alsoAt: [{ provider: 'P', caps }] }),
      'alsoAt\\[0\\]',
    ],
    [
      'a tenant elsewhere',
      (caps: unknown) => ({ tenants: [{ ...TENANT, alsoAt: [{ provider: 'P', caps }] }] }),
      'tenants\\[0\\]\\.alsoAt\\[0\\]',
    ],
  ].flatMap(([whose, change, place]): [string, Record<string, unknown>, RegExp][] => {
    const among = {
      chips: { ...CHIPS, otherVendors: [VENDOR] },
      providers: [{ name: 'P', pace: 1, providerShare: '10 %' }],
    };
    const cap = { vendor: 'V', cap: '10 %' };
    const made = change as (caps: unknown) => Record<string, unknown>;
    return [
      [
        `two caps of one vendor of ${String(whose)}`,
        { ...among, ...made([cap, cap]) },
        new RegExp(
          `^${String(place)}\\.caps\\[1\\]\\.vendor: expected each vendor once, got "V" again, first at`,
          'm',
        ),
      ],
      [
        `a cap of an unknown vendor of ${String(whose)}`,
        { ...among, ...made([{ ...cap, vendor: 'W' }]) },
        new RegExp(
          `^${String(place)}\\.caps\\[0\\]\\.vendor: expected the name of a vendor \\(V\\), got "W"`,
          'm',
        ),
      ],
    ];
  }),
  [
    'a provider twice',
    {
      providers: [{ name: 'P', pace: 1, providerShare: '10 %' }],
      alsoAt: [
        { provider: 'P', tenantCap: '1 %' },
        { provider: 'P', tenantCap: '1 %' },
      ],
    },
    /^alsoAt\[1\]\.provider: .* got "P" again, first at alsoAt\[0\]\.provider/m,
  ],
  [
    'a provider named as the first',
    { providers: [{ name: 'the provider', pace: 1 }] },
    /expected another name than that of the first/,
  ],
  [
    'a tenant that could get nothing',
    { tenants: [{ ...TENANT, tenantCap: undefined }] },
    /expected tenantCap or caps, got neither/,
  ],
  [
    'shares of more than all output',
    { providers: [{ name: 'Q', pace: 1, providerShare: '60 %' }] },
    /expected shares of the vendor of at most 1 in all, got 1.1/,
  ],
  [
    'a target before the start',
    { tenants: [{ ...TENANT, target: { fraction: '100 %', by: '2025-01-01' } }] },
    /target\.by: expected a date from 2026-01-01/,
  ],
  [
    'a contract of more racks than a run can hold',
    {
      tenants: [{ ...TENANT, contract: { ...CONTRACT, gpus: '20000000 gpu' } }],
      products: [],
      product: { name: 'one', gpusPerRack: '1 gpu', facilityPower: '1 kW/gpu' },
    },
    /expected a contract of at most 524288 racks/,
  ],
])('%s is refused with its place', (_, change, expected) => {
  expect(refusal(change)).toMatch(expected);
});

const QUEUE = {
  kind: 'queue',
  provider: 'the provider',
  customers: [
    { name: 'the provider', share: '50 %', contracted: '0 %', priority: 1 },
    { name: 'Q', share: '30 %', contracted: '0 %', priority: 1 },
  ],
};
const FLOW = { from: '2026-01-01', added: '10 MW/year', installTime: '10 days' };
const DEAL = { name: 'D', provider: 'Q', signed: '2026-03-01', gpus: '720 gpu', orders: { over: '1 month' } };

/** A hand-solved scenario with a queue, a second provider and some deals. */
const withDeals = (...deals: Record<string, unknown>[]) => ({
  chips: { ...(paperTree()['chips'] as object), allotment: QUEUE },
  providers: [{ name: 'Q', pace: 1, flow: FLOW }],
  deals,
});

test('a deal, and a provider with a flow, are taken as they are', () => {
  expect(refusal(withDeals(DEAL))).toBe('');
});

test.each<[string, Record<string, unknown>, RegExp]>([
  [
    'a deal without a queue to order in',
    { providers: [{ name: 'Q', pace: 1, flow: FLOW }], deals: [DEAL] },
    /^deals: expected chips\.allotment of kind queue/,
  ],
  [
    'a deal of an unknown tenant',
    withDeals({ ...DEAL, tenant: 'X' }),
    /^deals.*tenant: expected the name of a tenant \(tenant\), got "X"/,
  ],
  [
    'a deal with an unknown provider',
    withDeals({ ...DEAL, provider: 'X' }),
    /^deals.*provider: expected the name of a provider \(the provider, Q\), got "X"/,
  ],
  [
    'demand before the start',
    withDeals({ ...DEAL, signed: '2025-12-31' }),
    /signed: expected a date from the start 2026-01-01 to the horizon 2026-12-31, got 2025-12-31/,
  ],
  [
    'a deal larger than all output, be it of lots',
    withDeals({ ...DEAL, gpus: '90000 gpu' }),
    /expected at most the 86,400 GPUs that the vendor makes by the horizon, got a deal of 90,000/,
  ],
  ['two deals of one name', withDeals(DEAL, DEAL), /"D"/],
  [
    'a deal that is signed and arrives',
    withDeals({ ...DEAL, arrives: { from: '2026-01-01', rate: '1 event/year' } }),
    /expected either signed or arrives, got both/,
  ],
  ['a deal without a size', withDeals({ ...DEAL, gpus: undefined }), /expected one of gpus, power and value/],
  [
    'dollars without a term',
    withDeals({ ...DEAL, gpus: undefined, value: '$1M' }),
    /expected effectiveTerm beside value, got none/,
  ],
  [
    'a prepayment that adds at no time',
    withDeals({ ...DEAL, prepayment: { value: '$1M', priority: 1, adds: '10 package/month' } }),
    /expected adds and after, or neither, got adds alone/,
  ],
  [
    'a flow without crews or a time to install',
    { providers: [{ name: 'Q', pace: 1, flow: { ...FLOW, installTime: undefined } }] },
    /flow: expected either installTime or crews, got neither/,
  ],
  [
    'a site with the name of a flow',
    {
      provider: { name: 'the provider', pace: 1, flow: FLOW },
      sites: [
        {
          name: 'the provider halls',
          kind: 'ready',
          from: '2026-01-01',
          initial: '5 MW',
          monthly: '0 MW/month',
          ceiling: '5 MW',
        },
      ],
    },
    /expected another name than "the provider halls"/,
  ],
  ['a first provider without halls', { sites: [] }, /expected a site of the provider or a flow of it/],
  [
    'a further provider that is nobody',
    { alsoAt: [{ provider: 'X', tenantCap: '10 %' }] },
    /^alsoAt.*provider: expected the name of a provider \(the provider\), got "X"/,
  ],
  [
    'a further provider that is its own',
    { alsoAt: [{ provider: 'the provider', tenantCap: '10 %' }] },
    /expected a provider it has no contract with yet/,
  ],
])('%s is refused with its place', (_, change, expected) => {
  expect(refusal(change)).toMatch(expected);
});
