import type { ContractScenario } from './schema.ts';

/** What the tenant owes and pays by each report date, in dollars since the start. */
export interface Bills {
  readonly payable: Float64Array;
  /** Cash that changed hands: the prepayment, then every bill less its credit. */
  readonly paid: Float64Array;
}

/**
 * Bills of the periods between report dates: payable = max(usage, floor × schedule), less the prepayment's credit.
 *
 * @param usage dollars of use in all by each report date
 * @param scheduled the same for the schedule of the take-or-pay clause; absent: there is no floor
 * @example bills({}, new Float64Array([10, 30])).payable // [10, 30]
 */
export function bills(
  { takeOrPay, prepayment }: Pick<ContractScenario, 'takeOrPay' | 'prepayment'>,
  usage: Float64Array,
  scheduled?: Float64Array,
): Bills {
  const payable = new Float64Array(usage.length);
  const paid = new Float64Array(usage.length);
  let owed = 0;
  let cash = prepayment?.amount ?? 0;
  let credit = cash;
  for (let i = 0; i < usage.length; i++) {
    const used = usage[i]! - (i > 0 ? usage[i - 1]! : 0);
    const asked = scheduled === undefined ? 0 : scheduled[i]! - (i > 0 ? scheduled[i - 1]! : 0);
    const bill = Math.max(used, (takeOrPay?.floor ?? 0) * asked);
    const credited = Math.min(credit, bill * (prepayment?.creditPart ?? 0));
    credit -= credited;
    payable[i] = owed += bill;
    paid[i] = cash += bill - credited;
  }
  return { payable, paid };
}
