import type { VendorLot } from './output.ts';

/** How one lot of finished racks is shared out, in whole racks. */
export interface LotShares {
  readonly lot: VendorLot;
  /** Racks of the lot that go elsewhere: to the vendor's other customers, or to the provider in other forms. */
  readonly rivals: number;
  /** The provider's eligible racks. */
  readonly provider: number;
  /** The part of the provider's racks that the tenant may take at most. */
  readonly tenantCap: number;
}

/** Parts of the vendor's output and of the provider's intake, 0 to 1. */
export interface Shares {
  /** Provider's part of the vendor's output: one for all lots, or one a lot. */
  readonly providerShare: number | readonly number[];
  /** Part of the provider's intake that comes as racks the contract accepts. */
  readonly rackScalePart: number;
  /** Most that the tenant may take of the provider's intake, of whatever kind. */
  readonly tenantCap: number;
}

/**
 * Shares out every lot: the provider's eligible part of the vendor's racks, and the tenant's cap.
 *
 * The cap is a part of the provider's whole intake, as its source states it, and what is eligible bounds it.
 *
 * Whole racks are dealt by difference of running totals, so no fraction of a rack is lost over the lots.
 */
export function shareLots(
  lots: readonly VendorLot[],
  { providerShare, rackScalePart, tenantCap }: Shares,
): LotShares[] {
  const mostToTenant = Math.min(tenantCap, rackScalePart);
  let finished = 0;
  let toProvider = 0;
  let wholeFinished = 0;
  let wholeProvider = 0;
  let wholeTenant = 0;
  return lots.map((lot, index) => {
    finished += lot.racks;
    toProvider += lot.racks * (typeof providerShare === 'number' ? providerShare : providerShare[index]!);
    const provider = Math.floor(toProvider * rackScalePart + ROUNDING) - wholeProvider;
    const tenant = Math.floor(toProvider * mostToTenant + ROUNDING) - wholeTenant;
    const all = Math.floor(finished + ROUNDING) - wholeFinished;
    wholeProvider += provider;
    wholeTenant += tenant;
    wholeFinished += all;
    return { lot, rivals: all - provider, provider, tenantCap: tenant };
  });
}

// Far below one rack, far above the rounding error of a running total.
const ROUNDING = 1e-6;
