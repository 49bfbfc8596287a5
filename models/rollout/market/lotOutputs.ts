import { scalar, type RolloutOutput } from '../output.ts';

/** What became of the vendors' lots. */
export function lotOutputs(): RolloutOutput[] {
  return [
    scalar(
      { name: 'vendor_racks', unit: 'rack', description: 'eligible racks the vendor finished' },
      ({ lots: [own] }) => own!.finished,
    ),
    scalar(
      { name: 'rival_racks', unit: 'rack', description: "racks of the vendor's other customers" },
      ({ lots: [own] }) => own!.rivals,
    ),
    scalar(
      { name: 'other_tenant_racks', unit: 'rack', description: "the provider's racks for others" },
      ({ lots: [own] }) => own!.otherTenants,
    ),
    scalar(
      { name: 'tenant_racks', unit: 'rack', description: "the tenant's racks, diverted ones included" },
      ({ lots: [own] }) => own!.tenant,
    ),
  ];
}
