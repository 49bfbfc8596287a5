import type { CauseGroup, Relaxation } from '../design/index.ts';
import type { Simulation } from '../kernel/index.ts';
import type { Distribution, Streams } from '../random/index.ts';
import type { SampledInputs } from './sampledInputs.ts';

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
  readonly description: string;
  /** CSV table that a series belongs to, such as `fan` or `sites`; `readiness` marks the target milestone. */
  readonly table?: string;
  /** What it measures, the same for all keys of a series; default: what its name says without them. */
  readonly measure?: string;
  /** Further key columns of that table, such as `{ site: 'dedicated-1' }`. */
  readonly key?: Readonly<Record<string, string>>;
  /** How the table reduces it over replications; `share` is the mean over the mean of the sum over the table's keys. */
  readonly statistic?: 'quantiles' | 'mean' | 'share';
  /** ISO date by which a milestone is due, to its end. */
  readonly due?: string;
  /**
   * What a scalar is for: `input` is the drawn value of a main uncertain input, by the name that `measure` gives;
   * `attained` the part of the target's amount that is there on its date; `observed` a total that was observed.
   */
  readonly role?: 'input' | 'attained' | 'observed';
  /** What was observed of a scalar of that role: replications count by how well they agree with it. */
  readonly observation?: Observation;
  /** Threshold in GPUs of a milestone that has one. */
  readonly gpus?: number;
}

/** What somebody saw of a total, in the unit of its column. */
export interface Observation {
  readonly value: number;
  /** Standard deviation of the normal error of what was seen. */
  readonly deviation: number;
  /** `62,000 GPUs in service on 2026-11-01`. */
  readonly what: string;
  readonly source: string;
  /** Whether the value is a day, and shown as its date. */
  readonly isDay?: boolean;
}

/** What a model promises to return for a scenario. */
export interface Outputs {
  /** ISO date of day 0. */
  readonly startDate: string;
  readonly horizonDays: number;
  /** Series hold the state at the end of these days. */
  readonly gridDays: readonly number[];
  /** ISO date up to which things are known; default the start. */
  readonly asOf?: string;
  /** How many replications are enough where totals were observed; default 200 effective ones, of at most 20,000. */
  readonly enough?: { readonly effective: number; readonly most: number };
  readonly columns: readonly Column[];
}

/** What one replication returned, by column name: a number, or for a series one number a grid day. */
export type Outcome = Readonly<Record<string, number | ArrayLike<number>>>;

/** A quantity that is fixed but unknown: drawn once a replication, or set by a design. */
export interface UncertainInput {
  readonly name: string;
  readonly cause: string;
  readonly distribution: Distribution;
  readonly unit: string;
  /** Whether the answer is shown by it: a scalar column of role `input` holds what was drawn. */
  readonly main: boolean;
}

/** When something was reached, and the event that reached it; the event is −1 where none did. */
export interface Reached {
  readonly day: number;
  readonly event: number;
  /** How much of what the model counts had to be reached. */
  readonly amount?: number;
}

/** One replication that is over and can still be asked why. */
export interface ExplainedRun {
  readonly milestones: Readonly<Record<string, Reached>>;
  /** The amount that was asked for, and the most that this replication could have come to. */
  readonly amount?: Reached & { readonly most: number };
  /** The cause that an activity belongs to; nothing where it has none. */
  causeOf(activity: string): string | undefined;
  /** Where in a trace an activity of an entity is drawn; nothing leaves it out. Default: each entity on its own. */
  trackOf?(entity: number, activity: string): Track | undefined;
}

/** A row of a trace. */
export interface Track {
  readonly group: string;
  readonly track: string;
  /** Drawn an hour wide at its end: what was scheduled for a date did not last until then. */
  readonly isDate?: boolean;
}

/** An order with a long lead time that can be placed on another day. */
export interface OrderOption {
  readonly site: string;
  readonly item: string;
  /** Setting that moves the order, in days. */
  readonly path: string;
  /** Output that holds the day of the first order as usual. */
  readonly usualDay: string;
}

/** One thing that a scenario simulates, in words: `{ what: 'target', text: '100 % of the contract by 2026-12-31' }`. */
export interface DescribedLine {
  readonly what: string;
  readonly text: string;
}

/** A part of what a scenario simulates. */
export interface DescribedPart {
  readonly title: string;
  readonly lines: readonly DescribedLine[];
}

/** Anything that the experiment layer can run: a pure function of scenario and streams, with its outputs declared. */
export interface Model<S> {
  readonly name: string;
  readonly version: string;
  /** Names of the groups of draws that a point can put "at plan". */
  readonly causes: readonly string[];
  /** Causes that belong together where delays are shared out; a cause in none of them stands alone. */
  readonly causeGroups?: readonly CauseGroup[];
  /** What a valid scenario may not mean, by path from its root, and the paths of what else it comes from. */
  warnings?(scenario: S): readonly {
    readonly path: readonly PropertyKey[];
    readonly message: string;
    readonly because?: readonly (readonly PropertyKey[])[];
  }[];
  /** What a scenario simulates, in words. */
  describe?(scenario: S): readonly DescribedPart[];
  /**
   * Steps by which each constraint of a scenario can be made less tight, each by such a part of itself where it has
   * parts.
   */
  relaxations?(scenario: S, size?: number): readonly Relaxation[];
  outputs(scenario: S): Outputs;
  inputs(scenario: S): readonly UncertainInput[];
  run(simulation: Simulation, scenario: S, streams: Streams): Outcome;
  /** Orders of a scenario that can be moved. */
  orders?(scenario: S): readonly OrderOption[];
  /**
   * One replication kept whole, for its driving paths; `amount` is how much of what the model counts is asked about.
   */
  explain?(simulation: Simulation, scenario: S, streams: Streams, amount?: number): ExplainedRun;
  /** The same run for many replications of a scenario, with what depends on the scenario alone worked out once. */
  prepared?(scenario: S): (simulation: Simulation, streams: Streams) => Outcome;
}

/** One setting of everything that is not drawn: a scenario, the causes at plan, and the inputs that a design fixes. */
export interface Point<S> {
  readonly name: string;
  readonly scenario: S;
  /** What a design changed against the base, by dotted path. */
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  readonly atPlan: readonly string[];
  /** Input name → u in (0, 1). */
  readonly inputs: Readonly<Record<string, number>>;
  /** Inputs that a design sets anew in every replication. */
  readonly sample?: SampledInputs;
}
