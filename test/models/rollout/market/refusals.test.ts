import { expect, test } from 'vitest';
import { rollout } from '../../../../models/rollout/index.ts';
import { expectRefused, refusals } from '../refusals.ts';
import { shippedScenario } from '../shippedScenario.ts';

const RACE = 'arms-race';
const tenant = (more: string): string =>
  `tenants: [{ name: B, contract: { commitment: $1M, effectiveTerm: 1 year, termEnds: 2030-01-01, price: $3/gpu/hour, gpus: 720 gpu }, tenantCap: 1 %, ${more} }]`;
const deal = (more: string): string => `deals: [{ name: D, orders: { over: 90 days }, ${more} }]`;
const QUEUE =
  'chips: { allotment: { kind: queue, provider: AWS, customers: [{ name: AWS, share: 50 %, contracted: 0 %, priority: 1 }] } }';
const vendor = (name: string): string =>
  `{ name: ${name}, providerShare: 1 %, tenantCap: 1 %, packageToRack: 9 days, freight: 3 days, output: { kind: lots, racks: 9 rack, every: 9 days, count: 9 lot } }`;
const successor = (product: string, more = ''): string =>
  `products: [{ name: next, gpusPerRack: 72 gpu, facilityPower: 2 kW/gpu }]\ncontract: { succession: { kind: as-shipped, product: ${product}, gpusPerOld: 50 % } }\n${more}`;

test.each<[what: string, lines: string, issue: RegExp, base?: string]>([
  [
    'a successor that is no other product',
    successor('other'),
    /^over\.yaml:3:\d+: contract\.succession\.product: expected one of products beside the contract's own \(next\), got "other"/,
  ],
  [
    'a successor that is the product itself',
    successor('GB200/GB300 NVL72'),
    /^over\.yaml:3:\d+: contract\.succession\.product: expected one of products beside the contract's own/,
  ],
  [
    'a successor of racks that come by lots',
    successor('next'),
    /contract\.succession: expected output by quarters, whose eligible part leaves the successor the rest, got lots/,
    'paper-and-pencil',
  ],
  [
    'a successor beside orders in a queue',
    successor('next'),
    /contract\.succession: expected allotment by share, got a queue, which knows orders of one product/,
    RACE,
  ],
  [
    'a successor beside seven other vendors',
    successor(
      'next',
      `chips: { otherVendors: [${[1, 2, 3, 4, 5, 6, 7].map((i) => vendor(`v${i}`)).join(', ')}] }`,
    ),
    /contract\.succession: expected at most 6 other vendors beside a successor/,
  ],
  [
    'a further contract that ends before the start',
    tenant('').replace('2030-01-01', '2025-01-01').replace(', }', ' }'),
    /^over\.yaml:2:\d+: tenants\[0\]\.contract\.termEnds: expected a date from the start 2025-11-03 on, got 2025-01-01/,
  ],
  [
    'a further target after the horizon',
    tenant('target: { fraction: 50 %, by: 2029-01-01 }'),
    /^over\.yaml:2:\d+: tenants\[0\]\.target\.by: expected a date from 2025-11-03 to 2028-12-31, got 2029-01-01/,
  ],
  [
    'a provider that is no customer of the queue',
    'providers: [{ name: X, pace: 1, flow: { from: 2026-01-01, added: 9 MW/year, crews: 1 crew } }]',
    /^over\.yaml:2:\d+: providers\[4\]\.name: expected the name of a customer of the queue, got "X"/,
    RACE,
  ],
  [
    'a share of a provider whose orders stand in a queue',
    'providers: [{ name: AWS, providerShare: 9 % }]',
    /^over\.yaml:2:\d+: providers\[0\]\.providerShare: expected none beside allotment by queue, which sets the share/,
    RACE,
  ],
  [
    'a further place without a cap there',
    'alsoAt: [{ provider: AWS }]',
    /^over\.yaml:2:\d+: alsoAt\[0\]: expected tenantCap or caps, got neither: the tenant would get nothing there/,
    RACE,
  ],
  [
    'a deal that is neither signed nor arrives',
    deal('gpus: 9 gpu'),
    /^over\.yaml:2:\d+: deals\[\d\]: expected either signed or arrives, got neither/,
    RACE,
  ],
  [
    'demand that ends on the day on which it begins',
    deal('gpus: 9 gpu, arrives: { from: 2026-01-01, until: 2026-01-01, rate: 1 event/year }'),
    /^over\.yaml:2:\d+: deals\[\d\]\.arrives\.until: expected a date after 2026-01-01, got 2026-01-01/,
    RACE,
  ],
  [
    'demand that begins after the horizon',
    deal('gpus: 9 gpu, arrives: { from: 2028-01-01, rate: 1 event/year }'),
    /^over\.yaml:2:\d+: deals\[\d\]\.arrives\.from: expected a date from the start 2025-09-01 to the horizon 2027-12-31, got 2028-01-01/,
    RACE,
  ],
  [
    'a deal of GPUs with a term that only dollars need',
    deal('signed: 2026-01-01, gpus: 9 gpu, effectiveTerm: 1 year'),
    /^over\.yaml:2:\d+: deals\[\d\]\.effectiveTerm: expected none beside gpus or power, got one/,
    RACE,
  ],
  [
    'a deal of two sizes',
    deal('signed: 2026-01-01, gpus: 9 gpu, power: 1 MW'),
    /^over\.yaml:2:\d+: deals\[\d\]: expected one of gpus, power and value, got 2/,
    RACE,
  ],
  [
    'a prepayment with a delay of what it does not add',
    deal('signed: 2026-01-01, gpus: 9 gpu, prepayment: { value: $1M, priority: 1, after: 9 days }'),
    /^over\.yaml:2:\d+: deals\[\d\]\.prepayment: expected adds and after, or neither, got after alone/,
    RACE,
  ],
  [
    'a deal that is to be diverted where there is one provider only',
    `${QUEUE}\n${deal('signed: 2026-01-01, gpus: 9 gpu, removed: divert')}`,
    /^over\.yaml:3:\d+: deals\[0\]\.removed: expected a provider beside AWS to divert it to, got none/,
  ],
  [
    'a deal of a tenant whose racks are of another product',
    `products: [{ name: next, gpusPerRack: 72 gpu, facilityPower: 2 kW/gpu }]\ntenants: [{ name: others at AWS, product: next }]\n${deal('signed: 2026-01-01, gpus: 9 gpu, tenant: others at AWS, provider: AWS')}`,
    /deals\[\d\]\.tenant: expected a tenant of rack of 72 GPUs, the racks that deals order, got one of next/,
    RACE,
  ],
])('%s is refused with its place', (_, lines, issue, base) => expectRefused(lines, issue, base));

test('a further place is taken with a cap of each vendor alone', () => {
  const lines = `chips: { otherVendors: [${vendor('V').replace(', tenantCap: 1 %', '')}] }`;
  expect(refusals(`${lines}\nalsoAt: [{ provider: AWS, caps: [{ vendor: V, cap: 5 % }] }]`, RACE)).toEqual(
    [],
  );
});

test('what each further tenant, provider and product states as a range is an input by its name', () => {
  const { scenario } = shippedScenario('arms-race');
  const [aws, ...others] = scenario.providers!;
  const providers = [{ ...aws!, rackScalePart: scenario.chips.rackScalePart }, ...others];
  const names = (of: typeof scenario): string[] => rollout.inputs(of).map(({ name }) => name);
  expect(names(scenario)).not.toContain('AWS.rackScalePart');
  expect(names({ ...scenario, providers }).filter((name) => name.startsWith('AWS.'))).toEqual([
    'AWS.rackScalePart',
    'AWS.hallShare',
    'AWS.pace',
  ]);
  expect(names(scenario)).toEqual(expect.arrayContaining(['others at AWS.price', 'others at AWS.tenantCap']));
});

test('a deal that vanishes, or stays, needs no further provider', () => {
  for (const removed of ['', ', removed: vanish'])
    expect(refusals(`${QUEUE}\n${deal(`signed: 2026-01-01, gpus: 9 gpu${removed}`)}`)).toEqual([]);
});
