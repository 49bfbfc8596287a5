import { ROUNDING } from '../rounding.ts';
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
  /** What deals have of each lot beyond that share. */
  readonly deals?: readonly DealIntake[];
}

/** What a provider gets of a vendor's lots for one deal: its part of each, all of it racks the contracts accept. */
export interface DealIntake {
  /** Place of the deal among those that are signed. */
  readonly deal: number;
  readonly programme: number;
  readonly parts: readonly number[];
}

/**
 * Most that a tenant may take of its provider's intake, of whatever kind; of lots finished before `fromDay` nothing.
 */
export interface TenantCap {
  readonly programme: number;
  readonly cap: number;
  readonly fromDay?: number;
}

/** How the lots of a vendor are shared out, in whole racks; lists are by lot. */
export interface LotShares {
  /** All racks of each lot. */
  readonly produced: Float64Array;
  readonly offers: readonly Offer[];
}

/** What one provider gets of each lot, and what each of its tenants may take of that at most. */
export interface Offer {
  readonly provider: number;
  /** The provider's eligible racks. */
  readonly racks: Float64Array;
  readonly caps: readonly { readonly programme: number; readonly racks: Float64Array }[];
  /** Racks of each lot that are a deal's; caps hold them. */
  readonly deals: readonly {
    readonly deal: number;
    readonly programme: number;
    readonly racks: Float64Array;
  }[];
}

/**
 * Shares out every lot: each provider's eligible part of the vendor's racks, and its tenants' caps.
 *
 * A cap is a part of the provider's whole intake, as its source states it, and what is eligible bounds it. What no
 * provider gets goes to the vendor's other customers.
 *
 * Whole racks are dealt by difference of running totals, so no fraction of a rack is lost over the lots.
 */
export function shareLots(lots: readonly VendorLot[], intakes: readonly Intake[]): LotShares {
  return {
    produced: wholeRacks(runningTotal(lots, 1)),
    offers: intakes.map((intake) => offerOf(lots, intake)),
  };
}

function offerOf(
  lots: readonly VendorLot[],
  { provider, share, rackScalePart, caps, deals = [] }: Intake,
): Offer {
  const intake = runningTotal(lots, share);
  const ofDeals = deals.map(({ parts }) => runningTotal(lots, parts));
  const ofAll = (part: number, totals: readonly Float64Array[], base = intake): Float64Array =>
    totals.length === 0 ? wholeRacks(base, part) : wholeRacks(sumOf(base, part, totals));
  return {
    provider,
    racks: ofAll(rackScalePart, ofDeals),
    caps: caps.map(({ programme, cap, fromDay }) => ({
      programme,
      racks: ofAll(
        Math.min(cap, rackScalePart),
        ofDeals.filter((_, index) => deals[index]!.programme === programme),
        fromDay === undefined ? intake : totalFrom(lots, intake, fromDay),
      ),
    })),
    deals: deals.map(({ deal, programme }, index) => ({
      deal,
      programme,
      racks: wholeRacks(ofDeals[index]!),
    })),
  };
}

/** A part of running totals and all of others. */
function sumOf(base: Float64Array, part: number, totals: readonly Float64Array[]): Float64Array {
  return base.map((racks, lot) => totals.reduce((sum, each) => sum + each[lot]!, racks * part));
}

/** Racks up to and with each lot, of which a part counts. */
function runningTotal(lots: readonly VendorLot[], part: number | readonly number[]): Float64Array {
  const totals = new Float64Array(lots.length);
  let total = 0;
  for (let lot = 0; lot < totals.length; lot++) {
    total += lots[lot]!.racks * (typeof part === 'number' ? part : part[lot]!);
    totals[lot] = total;
  }
  return totals;
}

/** The same totals without what came before a day. */
function totalFrom(lots: readonly VendorLot[], totals: Float64Array, fromDay: number): Float64Array {
  const before = lots.filter(({ finishedDay }) => finishedDay < fromDay).length;
  const left = before === 0 ? 0 : totals[before - 1]!;
  return totals.map((total) => Math.max(0, total - left));
}

/** Whole racks by which a part of a running total grows from lot to lot. */
function wholeRacks(totals: Float64Array, part = 1): Float64Array {
  const racks = new Float64Array(totals.length);
  let dealt = 0;
  for (let lot = 0; lot < racks.length; lot++) {
    const whole = Math.floor(totals[lot]! * part + ROUNDING);
    racks[lot] = whole - dealt;
    dealt = whole;
  }
  return racks;
}
