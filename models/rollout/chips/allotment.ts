import type { VendorLot } from './output.ts';

/** What a provider, and the tenants it serves, may have of a vendor's output. */
export interface Intake {
  /** Place of the provider among the scenario's. */
  readonly provider: number;
  /** Provider's part of the vendor's output, 0 to 1: one for all lots, or one a lot. */
  readonly share: number | readonly number[];
  /** Part of the provider's intake that comes as racks the contracts accept. */
  readonly rackScalePart: number;
  readonly caps: readonly TenantCap[];
}

/** Most that a tenant may take of its provider's intake, of whatever kind; of lots finished before `fromDay` nothing. */
export interface TenantCap {
  readonly programme: number;
  readonly cap: number;
  readonly fromDay?: number;
}

/** How one lot of finished racks is shared out, in whole racks. */
export interface LotShares {
  readonly lot: VendorLot;
  /** All racks of the lot. */
  readonly produced: number;
  readonly offers: readonly Offer[];
}

/** What one provider gets of a lot, and what each of its tenants may take of that at most. */
export interface Offer {
  readonly provider: number;
  /** The provider's eligible racks. */
  readonly racks: number;
  readonly caps: readonly { readonly programme: number; readonly racks: number }[];
}

/**
 * Shares out every lot: each provider's eligible part of the vendor's racks, and its tenants' caps.
 *
 * A cap is a part of the provider's whole intake, as its source states it, and what is eligible bounds it. What no provider gets goes
 * to the vendor's other customers.
 *
 * Whole racks are dealt by difference of running totals, so no fraction of a rack is lost over the lots.
 */
export function shareLots(lots: readonly VendorLot[], intakes: readonly Intake[]): LotShares[] {
  const whole = wholeRacks();
  const dealers = intakes.map((intake) => openDealer(intake));
  return lots.map((lot, index) => ({
    lot,
    produced: whole(lot.racks),
    offers: dealers.map((deal) => deal(lot, index)),
  }));
}

function openDealer({
  provider,
  share,
  rackScalePart,
  caps,
}: Intake): (lot: VendorLot, index: number) => Offer {
  let intake = 0;
  const eligible = wholePart(rackScalePart);
  const tenants = caps.map(({ programme, cap, fromDay = Number.NEGATIVE_INFINITY }) => ({
    programme,
    fromDay,
    // What came before its day is no part of what it may take.
    before: 0,
    deal: wholePart(Math.min(cap, rackScalePart)),
  }));
  return ({ racks, finishedDay }, lot) => {
    intake += racks * (typeof share === 'number' ? share : share[lot]!);
    for (const tenant of tenants) if (finishedDay < tenant.fromDay) tenant.before = intake;
    return {
      provider,
      racks: eligible(intake),
      caps: tenants.map(({ programme, before, deal }) => ({ programme, racks: deal(intake - before) })),
    };
  };
}

/** Whole racks of each amount, what is left over carried on. */
function wholeRacks(): (amount: number) => number {
  let total = 0;
  const deal = wholePart(1);
  return (amount) => deal((total += amount));
}

/** Whole racks that a part of a running total has grown by since it was last asked for. */
function wholePart(part: number): (total: number) => number {
  let dealt = 0;
  return (total) => {
    const racks = Math.floor(total * part + ROUNDING) - dealt;
    dealt += racks;
    return racks;
  };
}

// Far below one rack, far above the rounding error of a running total.
const ROUNDING = 1e-6;
