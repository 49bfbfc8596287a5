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
