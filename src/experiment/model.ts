import type { CauseGroup, Effect, Relaxation, Removal } from '../design/index.ts';
import type { Simulation } from '../kernel/index.ts';
import type { Distribution, Streams } from '../random/index.ts';
import type { Outcome, OutputValue, Outputs } from '../record/index.ts';
import type { SampledInputs } from './sampledInputs.ts';

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
  /** Who got what was made up to a day, where several wait for it; the amounts sum to what was made. */
  sharedOut?(until: number): readonly Shared[];
  /** Where in a trace an activity of an entity is drawn; nothing leaves it out. Default: each entity on its own. */
  trackOf?(entity: number, activity: string): Track | undefined;
}

/** What one of several got of something that all wait for, and what held it to no more. */
export interface Shared {
  readonly who: string;
  readonly amount: number;
  readonly unit: string;
  readonly why: string;
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
  /** Days by which the scenario moves it already; default 0. */
  readonly shiftDays?: number;
  /** Days by which its owner orders ahead of that; default 0. */
  readonly aheadDays?: number;
  /** Output that holds the day of the first order, were it neither moved nor placed ahead. */
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
  /** What several of these steps set when they are made at once; default: what each sets alone. */
  stepsTogether?(scenario: S, steps: readonly Relaxation[]): Relaxation['settings'];
  /** What parties did that a scenario can be run without, and the outputs that say what that means to each. */
  removals?(scenario: S): {
    readonly removals: readonly Removal[];
    readonly effects: readonly Effect[];
  };
  outputs(scenario: S): Outputs;
  inputs(scenario: S): readonly UncertainInput[];
  run(simulation: Simulation, scenario: S, streams: Streams): Outcome;
  /** Orders of a scenario that can be moved. */
  orders?(scenario: S): readonly OrderOption[];
  /**
   * One replication kept whole, for its driving paths; `amount` is how much of what the model counts is asked about.
   */
  explain?(simulation: Simulation, scenario: S, streams: Streams, amount?: number): ExplainedRun;
  /**
   * The same run for many replications of a scenario, with what depends on the scenario alone worked out once; it
   * returns values in the order of the columns.
   */
  prepared?(scenario: S): (simulation: Simulation, streams: Streams) => readonly OutputValue[];
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
