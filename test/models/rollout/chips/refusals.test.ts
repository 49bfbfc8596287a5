import { expect, test } from 'vitest';
import { expectRefused, refusals } from '../refusals.ts';

const PACKAGING = 'output-by-packaging';
const product = (name: string, more = '', part = 50): string =>
  `{ name: ${name}, volumeDate: 2025-01-01, eligible: true, part: [{ from: 2025-01-01, value: ${part} % }]${more} }`;
const customer = (name: string, share: number): string =>
  `{ name: ${name}, share: ${share} %, contracted: 0 %, priority: 1 }`;

test.each<[what: string, lines: string, issue: RegExp, base?: string]>([
  [
    'another vendor named as the lead vendor is',
    'chips: { otherVendors: [{ name: vendor, providerShare: 9 %, tenantCap: 9 %, packageToRack: 9 days, freight: 3 days, output: { kind: lots, racks: 9 rack, every: 9 days, count: 9 lot } }] }',
    /^over\.yaml:2:33: chips\.otherVendors\[0\]\.name: expected another name than that of the lead vendor, got "vendor"/,
  ],
  [
    'a product that replaces one that is not there',
    `chips: { products: [${product('a', ', replaces: b')}] }`,
    /chips\.products\[0\]\.replaces: expected the name of a product, got "b"/,
  ],
  [
    'a product that replaces itself',
    `chips: { products: [${product('a', ', replaces: a')}] }`,
    /chips\.products\[0\]\.replaces: expected another product, got "a" itself/,
  ],
  [
    'products of which no rack is accepted',
    `chips: { products: [${product('a').replace('eligible: true', 'eligible: false')}] }`,
    /^over\.yaml:2:20: chips\.products: expected at least one eligible product/,
  ],
  [
    'products beside quarters that say themselves what is eligible',
    `chips: { products: [${product('a')}] }`,
    /^over\.yaml:2:10: chips\.output\.quarters\[3\]\.eligible: expected nothing or 100 %: the products say what is eligible/,
  ],
  [
    'a product by packaging without the packages of its wafer',
    `chips: { products: [${product('fresh', '', 0)}] }`,
    /chips\.products\[3\]: expected packagesPerWafer, which output by packaging needs of every product/,
    PACKAGING,
  ],
  [
    'packaging from a day that begins no quarter',
    'chips: { output: { from: 2025-11-01 } }',
    /^over\.yaml:2:26: chips\.output\.from: expected the first day of a calendar quarter, got 2025-11-01/,
    PACKAGING,
  ],
  [
    'packaging that ends before it begins',
    'chips: { output: { until: 2025-07-01 } }',
    /^over\.yaml:2:27: chips\.output\.until: expected a day from 2025-10-01 on, got 2025-07-01/,
    PACKAGING,
  ],
  [
    'months of a quarter that miss its whole',
    'chips: { output: { monthWeights: [25 %, 30 %, 40 %] } }',
    /^over\.yaml:2:34: chips\.output\.monthWeights: expected parts that sum to 1, got 0\.95/,
  ],
  [
    'lots, each of which is made, more than a run can number',
    'horizon: 2066-12-31\nchips: { output: { every: 1 day, count: 9999 lot } }',
    /^over\.yaml:3:27: chips\.output\.every: expected at least 1\.\d+ days between lots, so that there are at most 8192 of them, got 1 day/,
    'paper-and-pencil',
  ],
  [
    'makers of racks that come finished',
    'chips: { makers: [{ name: a, share: 100 %, capacity: 9 rack/week }] }',
    /^over\.yaml:2:18: chips\.makers: expected no makers beside lots, whose racks are finished already/,
    'paper-and-pencil',
  ],
  [
    'no share of the output',
    'chips: { providerShare: 0 % }',
    /^over\.yaml:2:25: chips\.providerShare: .*at least 0\.001/,
  ],
  [
    'more than all of it',
    'chips: { providerShare: 101 % }',
    /^over\.yaml:2:25: chips\.providerShare: .*at most 1/,
  ],
  [
    'customers whose shares are more than all',
    `chips: { allotment: { kind: queue, provider: AWS, customers: [${customer('AWS', 60)}, ${customer('B', 50)}] } }`,
    /^over\.yaml:2:62: chips\.allotment\.customers: expected shares of at most 1 in all, got 1\.1/,
  ],
])('%s is refused with its place', (_, lines, issue, base) => expectRefused(lines, issue, base));

test('lots are numbered up to 8,192: those that come by the horizon, of those that there are', () => {
  const lots = (count: number, every = '1 day'): string[] =>
    refusals(
      `horizon: 2066-12-31\nchips: { output: { every: ${every}, count: ${count} lot } }`,
      'paper-and-pencil',
    );
  expect(lots(8192)).toEqual([]);
  expect(lots(8193)).toHaveLength(1);
  expect(lots(8193, '2 days')).toEqual([]);
});
