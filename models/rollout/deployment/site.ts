import type { Resource } from '../../../src/kernel/index.ts';
import type { Distribution, Stream } from '../../../src/random/index.ts';
import type { Product } from '../market/product.ts';

export const NO_SITE = -1;

/** Positions that became ready together: a pod-sized or hall-sized batch. */
export interface PositionBlock {
  readonly count: number;
  taken: number;
  readonly readyAt: number;
  /** Row of the cause record at which they were ready. */
  readyBy?: number;
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
  /** Place of its provider among the scenario's. */
  readonly provider: number;
  /** Product whose racks its halls are laid out for: a position is the power of one of them. */
  readonly layout: Product;
  readonly existing: boolean;
  readonly entity: number;
  readonly crew: Resource;
  /** Factor on all that takes time here. */
  readonly tempo: number;
  /** Crew-days a rack. */
  readonly installDays: number;
  /** Days in which any number of racks are installed, where that is stated instead of crews. */
  readonly installTime: number | undefined;
  /** Soak of a rack after power-on. */
  readonly burnIn: Distribution;
  /** The customer's shake-out before a pod counts, in days. */
  readonly acceptanceDays: number;
  readonly crewMove: Stream;
  readonly crewLag: Stream;
  readonly blocks: PositionBlock[];
  firstOpenBlock: number;
  /** Ready positions without a rack; positions with one; all that are ready; and those whose rack is in service. */
  open: number;
  filled: number;
  ready: number;
  accepted: number;
  /** What each programme has here, in the order of the programmes. */
  readonly shares: readonly SiteShare[];
  /** Racks of jobs that are not done, and which of these a crew has begun. */
  toInstall: number;
  readonly underWay: number[];
  /** Travelling crews on their way and at work here, and how often one was called. */
  crewsComing: number;
  crewsVisiting: number;
  crewCalls: number;
  /** Crews that were asked for and have not begun, and how often one was. */
  crewsAsked: number;
  crewAsks: number;
  /** A borrowed hall under notice takes no more racks; the day on which it goes back, +Infinity for never. */
  closed: boolean;
  returnedAt: number;
}

/** What one programme has at a site: its racks, and the pods that these fill. */
export interface SiteShare {
  /** What is placed here, in GPUs of the contract and in positions. */
  gpus: number;
  positions: number;
  /** By product the pod that is being filled, −1 when none is open. */
  readonly openPods: number[];
  /** Pods opened so far: the serial of the next pod's own draws. */
  pods: number;
  readonly bringUp: Stream;
  readonly podAcceptance: Stream;
}
