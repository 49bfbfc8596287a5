import type { Resource } from '../../../src/kernel/index.ts';
import type { Stream } from '../../../src/random/index.ts';

export const NO_SITE = -1;

/** Positions that became ready together: a pod-sized or hall-sized batch. */
export interface PositionBlock {
  readonly count: number;
  taken: number;
  readonly readyAt: number;
  /** When the last of power, building, cooling and network was there, and which one it was. */
  readonly plantAt: number;
  readonly plantClass: number;
  /** Facility power of one rack there on the hottest day, where the site's power may fall short. */
  readonly kilowatts?: number;
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
  readonly draws: SiteDraws;
  readonly blocks: PositionBlock[];
  firstOpenBlock: number;
  /** Ready positions without a rack. */
  open: number;
  filled: number;
  ready: number;
  /** Racks placed and not yet installed. */
  toInstall: number;
  accepted: number;
  /** The pod that is being filled, −1 when none is open. */
  openPod: number;
  /** Pods opened so far: the serial of the next pod's own draws. */
  pods: number;
  /** Travelling crews on their way and at work here, and how often one was called. */
  crewsComing: number;
  crewsVisiting: number;
  crewCalls: number;
  /** A borrowed hall under notice takes no more racks; the day on which it goes back, +Infinity for never. */
  closed: boolean;
  returnedAt: number;
}

/** Draws that belong to a site's own pods and visits. */
export interface SiteDraws {
  readonly bringUp: Stream;
  readonly podAcceptance: Stream;
  readonly crewMove: Stream;
}
