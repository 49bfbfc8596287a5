/** A customer of the vendor, in racks. */
export interface Customer {
  /** Today's part of the output: without new deals it is what the customer gets. */
  readonly share: number;
  /** Part of every lot that its contract gives it ahead of the others. */
  readonly contracted: number;
  /** Lower numbers are served first of what the contracts leave. */
  readonly priority: number;
  /** Orders beyond today's share on day 0, and those that come later. */
  readonly backlogRacks: number;
  readonly deals: readonly OrderFlow[];
}

/** New orders that come in evenly between two days. */
export interface OrderFlow {
  readonly from: number;
  readonly to: number;
  readonly racks: number;
}

/**
 * Divides every lot among the customers and gives each one's part of it, lot by lot.
 *
 * First each takes the part its contract gives. The rest goes to open orders, by priority, pro rata within one.
 * Standing orders of (share − contracted) × output come in with every lot, which is the calibration: while nobody
 * has a backlog or a new deal, everyone gets today's share. What nobody has ordered goes by today's shares.
 *
 * @returns for each customer its part of each lot, 0 to 1
 * @throws RangeError when the shares do not sum to 1
 */
export function queueShares(
  lots: readonly { readonly finishedDay: number; readonly racks: number }[],
  customers: readonly Customer[],
): number[][] {
  const sum = customers.reduce((total, { share }) => total + share, 0);
  if (Math.abs(sum - 1) > 1e-9) throw new RangeError(`shares: ${sum} in all, expected 1`);
  const open = customers.map(({ backlogRacks }) => backlogRacks);
  const parts = customers.map((): number[] => []);
  let previous = Number.NEGATIVE_INFINITY;
  for (const { finishedDay, racks } of lots) {
    customers.forEach(({ share, contracted, deals }, i) => {
      open[i]! += (share - contracted) * racks + ordersBetween(deals, previous, finishedDay);
    });
    previous = finishedDay;
    const delivered = divideLot(racks, customers, open);
    delivered.forEach((amount, i) => parts[i]!.push(racks > 0 ? amount / racks : 0));
  }
  return parts;
}

/** Serves one lot and takes what is delivered off the open orders. */
function divideLot(racks: number, customers: readonly Customer[], open: number[]): number[] {
  const delivered = customers.map(({ contracted }) => contracted * racks);
  let rest = racks - delivered.reduce((sum, amount) => sum + amount, 0);
  const priorities = [...new Set(customers.map(({ priority }) => priority))].sort((a, b) => a - b);
  for (const priority of priorities) {
    const ordered = customers.reduce(
      (sum, customer, i) => sum + (customer.priority === priority ? open[i]! : 0),
      0,
    );
    // Where contracts take all, what is left is the dust of their sum, of either sign.
    if (ordered <= 0 || rest <= 0) continue;
    const part = Math.min(1, rest / ordered);
    customers.forEach((customer, i) => {
      if (customer.priority !== priority) return;
      const amount = open[i]! * part;
      delivered[i]! += amount;
      open[i]! -= amount;
      rest -= amount;
    });
  }
  if (rest > 0) customers.forEach(({ share }, i) => (delivered[i]! += share * rest));
  return delivered;
}

function ordersBetween(deals: readonly OrderFlow[], from: number, to: number): number {
  let racks = 0;
  for (const deal of deals) {
    if (deal.to <= deal.from) {
      if (deal.from > from && deal.from <= to) racks += deal.racks;
      continue;
    }
    const overlap = Math.min(to, deal.to) - Math.max(from, deal.from);
    if (overlap > 0) racks += (deal.racks * overlap) / (deal.to - deal.from);
  }
  return racks;
}
