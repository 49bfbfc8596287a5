/**
 * What an output is for: who asks for a role finds it whatever it is called and whichever model records it.
 *
 * - `input`: drawn value of a main uncertain input, which `measure` names
 * - `observed`: a total that was observed, of which `observation` says what was seen
 * - `readiness`: the milestone that the answer is about, the target
 * - `attained`: part of the target's amount that is there on its date
 * - `asked`: amount that is asked for in all
 * - `progress`: amount in service, over time; `delivered`, `installed`: amount at hand, in its place; `largest
 *   cluster`: amount that one site has
 * - `energized`, `cooled`, `used`: power that is there, that can be cooled, that is taken, over time
 * - `attribution`, `drag`, `drag bound`: days of a cause on the driving path of a milestone, days gained at least if it
 *   took none, and 1 where more may be gained
 * - `shortfall`: what a milestone was short of, integrated up to the horizon
 * - `stage`: day on which a stage of a site begins or ends
 * - `unfinished`: what is not there at the horizon, which `heldBy` explains
 * - `blocked`: what waits for a cause, over time
 * - `worth`: what a run brings in up to the horizon
 * - `spend`, `spend over term`: what is spent over time, out of `whole`, and up to the end of the term
 */
export type Role =
  | 'input'
  | 'observed'
  | 'readiness'
  | 'attained'
  | 'asked'
  | 'progress'
  | 'delivered'
  | 'installed'
  | 'largest cluster'
  | 'energized'
  | 'cooled'
  | 'used'
  | 'attribution'
  | 'drag'
  | 'drag bound'
  | 'shortfall'
  | 'stage'
  | 'unfinished'
  | 'blocked'
  | 'worth'
  | 'spend'
  | 'spend over term';

/** What an output is about: values by key. */
export interface OutputKey {
  readonly site?: string;
  readonly stage?: string;
  /** Which end of a stage. */
  readonly edge?: string;
  readonly cause?: string;
  readonly milestone?: string;
  readonly tenant?: string;
  readonly [further: string]: string;
}

/**
 * One declared output of a model.
 *
 * A scalar is one number a replication, a milestone a day (`Infinity` when not reached by the horizon), a series one
 * number for every day of the date grid.
 */
export interface Column {
  readonly name: string;
  readonly unit: string;
  readonly kind: 'scalar' | 'milestone' | 'series';
  /** In words; `{cause}` stands for what that key names, `{measure}` for what it measures: faces say their titles. */
  readonly description: string;
  /** What an infinite value of a scalar means, as `not reached`; absent: none is. */
  readonly infiniteWhen?: string;
  /** CSV table that a series belongs to, such as `fan` or `sites`. */
  readonly table?: string;
  /** What it measures, the same for all keys; default: what its name says without them. */
  readonly measure?: string;
  /** What it is for. */
  readonly role?: Role;
  /** What it is about, such as `{ site: 'dedicated-1' }`: further key columns of its table. */
  readonly key?: OutputKey;
  /** A series that has no number on some days, NaN: it is reduced over the replications that have one. */
  readonly mayBeMissing?: boolean;
  /**
   * How its table reduces it over replications; `share` is the mean over the mean of the sum over the table's keys,
   * `proportion` the part of the replications in which it is 1, not 0.
   */
  readonly statistic?: 'quantiles' | 'mean' | 'share' | 'proportion';
  /** No value is below it, and so no interval of their mean. */
  readonly least?: number;
  /** ISO date by which a milestone is due, to its end. */
  readonly due?: string;
  /** How much a milestone asks for. */
  readonly threshold?: Threshold;
  /** What a milestone is called, as a noun: `10,000 GPUs`; default: its name. */
  readonly title?: string;
  /** The same where whose it is stands beside it; default: its title. */
  readonly ownTitle?: string;
  /** Whether its title is a plural: `10,000 GPUs` are in service. */
  readonly isPlural?: boolean;
  /** What its title is once it is reached: `in service`; default: `reached`. */
  readonly onceReached?: string;
  /** What it is a part of, in its unit: the dollars that are committed, of those that are spent. */
  readonly whole?: number;
  /** What was observed of an output of that role: replications count by how well they agree with it. */
  readonly observation?: Observation;
  /** What held back that which an `unfinished` output counts. */
  readonly heldBy?: string;
}

/** What somebody saw of a total, in the unit of its column. */
export interface Observation {
  readonly value: number;
  /** Standard deviation of the normal error of what was seen. */
  readonly deviation: number;
  /** `62,000 GPUs in service on 2026-11-01`. */
  readonly what: string;
  readonly source: string;
  /** What it is counted in, in words; default: the unit of its column. */
  readonly unitWords?: string;
  /** Whether the value is a day, and shown as its date. */
  readonly isDay?: boolean;
}

/** An amount of something that is counted, `{ amount: 10_000, unit: 'gpu' }`, or a part of all that is asked for. */
export type Threshold = { readonly amount: number; readonly unit: string } | { readonly part: number };
