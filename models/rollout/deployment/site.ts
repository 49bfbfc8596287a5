import type { Resource } from '../../../src/kernel/index.ts';

export const NO_SITE = -1;

/** Positions that became ready together: a pod-sized or hall-sized batch. */
export interface PositionBlock {
  readonly count: number;
  taken: number;
  readonly readyAt: number;
  /** When the last of power, building, cooling and network was there, and which one it was. */
  readonly plantAt: number;
  readonly plantClass: number;
}

/** A place where racks are installed, as the deployment sees it. */
export interface SiteState {
  readonly index: number;
  readonly name: string;
  readonly existing: boolean;
  readonly entity: number;
  readonly crew: Resource;
  /** Crew-days a rack. */
  readonly installDays: number;
  /** The customer's shake-out before a pod counts, in days. */
  readonly acceptanceDays: number;
  readonly blocks: PositionBlock[];
  firstOpenBlock: number;
  /** Ready positions without a rack. */
  open: number;
  filled: number;
  ready: number;
  /** The pod that is being filled, −1 when none is open. */
  openPod: number;
}
