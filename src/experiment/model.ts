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
  /** What a series with a key measures, the same for all values of the key; default: what its name says without them. */
  readonly measure?: string;
  /** Further key columns of that table, such as `{ site: 'dedicated-1' }`. */
  readonly key?: Readonly<Record<string, string>>;
  /** How the table reduces it over replications; `share` is the mean over the mean of the sum over the table's keys. */
  readonly statistic?: 'quantiles' | 'mean' | 'share';
  /** ISO date by which a milestone is due, to its end. */
  readonly due?: string;
  /** Threshold in GPUs of a milestone that has one. */
  readonly gpus?: number;
}

/** What a model promises to return for a scenario. */
export interface Outputs {
  /** ISO date of day 0. */
  readonly startDate: string;
  readonly horizonDays: number;
  /** Series hold the state at the end of these days. */
  readonly gridDays: readonly number[];
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
  /** Whether headline results are shown at its 10 % and 90 % point. */
  readonly main: boolean;
}

/** Anything that the experiment layer can run: a pure function of scenario and streams, with its outputs declared. */
export interface Model<S> {
  readonly name: string;
  readonly version: string;
  /** Names of the groups of draws that a point can put "at plan". */
  readonly causes: readonly string[];
  /** Causes that belong together where delays are shared out; a cause in none of them stands alone. */
  readonly causeGroups?: readonly CauseGroup[];
  /** What a valid scenario may not mean, by path from its root. */
  warnings?(scenario: S): readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
  /** Steps by which each constraint of a scenario can be made less tight. */
  relaxations?(scenario: S): readonly Relaxation[];
  outputs(scenario: S): Outputs;
  inputs(scenario: S): readonly UncertainInput[];
  run(simulation: Simulation, scenario: S, streams: Streams): Outcome;
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
