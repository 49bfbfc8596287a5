import { AS_MUCH_AS_IT_TAKES, type Stock } from '../procurement/secured.ts';

/** How one site works and buys in one replication. */
export interface SitePractice {
  /** Factor on everything that takes time at the site: works, deliveries, tests, racks. */
  readonly tempo: number;
  /** Days before its usual day on which a long-lead order is placed. */
  readonly orderAheadDays: number;
  readonly stock: Stock;
}

export const AS_USUAL: SitePractice = { tempo: 1, orderAheadDays: 0, stock: AS_MUCH_AS_IT_TAKES };
