import { ROUNDING } from '../rounding.ts';

/** What held a tenant's racks of a lot to the number it took. */
export type TakingReason = 'cap' | 'need' | 'forecast' | 'staging' | 'lot';

/** What a tenant could do with racks of a lot, all in racks of the lot. */
export interface Wants {
  /** Most that its provider gives it of the lot. */
  readonly cap: number;
  /** The provider's eligible racks, and what of them nobody took before. */
  readonly provided: number;
  readonly left: number;
  /** Racks that the contract still needs, positions that the forecast has for them, and room at the dock. */
  readonly needed: number;
  readonly forecast: number;
  readonly staging: number;
  /** Racks owed of earlier lots, and the part of the provider's racks that own take and repayment may reach. */
  readonly owed: number;
  readonly repayCeiling: number;
}

/** Racks taken, those repaid among them, what is owed now, and why it was no more. */
export interface Taking {
  readonly taken: number;
  readonly repaid: number;
  readonly owed: number;
  readonly reason: TakingReason;
}

/**
 * Racks that a tenant takes of a lot: its cap, as far as it has use for it, and then what it is owed, within the
 * repayment ceiling.
 *
 * What it leaves of its cap is owed to it.
 *
 * @example racksToTake({ cap: 20, provided: 50, left: 50, needed: 100, forecast: 30, staging: Infinity, owed: 20,
 *   repayCeiling: 1 })
 * // { taken: 30, repaid: 10, owed: 10, reason: 'forecast' }
 */
export function racksToTake(wants: Wants): Taking {
  const { cap, provided, left, needed, forecast, staging, owed, repayCeiling } = wants;
  const wanted = Math.min(needed, forecast, staging);
  const byCap = Math.min(cap, wanted, left);
  const owedThen = owed + Math.min(cap, needed) - byCap;
  const ceiling = Math.floor(provided * repayCeiling);
  // What is owed in other products may come to parts of a rack of this one.
  const repayable = Math.min(owedThen, ceiling - byCap, wanted - byCap, left - byCap);
  const repaid = Math.max(0, Math.floor(repayable + ROUNDING));
  const taken = byCap + repaid;
  return { taken, repaid, owed: owedThen - repaid, reason: reasonOf(wants, taken) };
}

function reasonOf({ needed, forecast, staging, left }: Wants, taken: number): TakingReason {
  if (taken >= needed) return 'need';
  if (taken >= forecast) return 'forecast';
  if (taken >= staging) return 'staging';
  return taken >= left ? 'lot' : 'cap';
}
