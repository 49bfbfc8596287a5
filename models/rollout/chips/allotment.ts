import type { VendorLot } from './output.ts';

/** How one lot of finished racks is shared out, in whole racks. */
export interface LotShares {
  readonly lot: VendorLot;
  /** Racks of the lot that the vendor's other customers take. */
  readonly rivals: number;
  /** The provider's eligible racks. */
  readonly provider: number;
  /** The part of the provider's racks that the tenant may take at most. */
  readonly tenantCap: number;
}

/**
 * Shares out every lot: the provider's part of the vendor's racks, then the tenant's cap on that part.
 *
 * Whole racks are dealt by difference of running totals, so no fraction of a rack is lost over the lots.
 */
export function shareLots(
  lots: readonly VendorLot[],
  { providerShare, tenantCap }: { providerShare: number; tenantCap: number },
): LotShares[] {
  let finished = 0;
  let wholeFinished = 0;
  let wholeProvider = 0;
  let wholeTenant = 0;
  return lots.map((lot) => {
    finished += lot.racks;
    const provider = Math.floor(finished * providerShare + ROUNDING) - wholeProvider;
    const tenant = Math.floor(finished * providerShare * tenantCap + ROUNDING) - wholeTenant;
    const all = Math.floor(finished + ROUNDING) - wholeFinished;
    wholeProvider += provider;
    wholeTenant += tenant;
    wholeFinished += all;
    return { lot, rivals: all - provider, provider, tenantCap: tenant };
  });
}

// Far below one rack, far above the rounding error of a running total.
const ROUNDING = 1e-6;
