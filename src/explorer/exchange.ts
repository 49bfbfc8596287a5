import type { Setting } from '../scenario/applySettings.ts';
import type { LedgerRow } from '../scenario/ledger.ts';
import type { Estimate } from '../statistics/estimate.ts';
import type { BlameStory } from './blameStory.ts';
import type { Changes } from './changes.ts';

/** Dotted path → value, laid over a scenario: as `--set` has them. */
export type Settings = Readonly<Record<string, Setting>>;

/** Which scenario: one of the package by name, or a text that somebody brought. */
export type Source =
  | { readonly kind: 'shipped'; readonly name: string }
  | { readonly kind: 'own'; readonly name: string; readonly text: string };

/** What the page asks the desk: the answer to it streams in, and a newer question ends it. */
export interface Question {
  readonly id: number;
  readonly source: Source;
  readonly settings: Settings;
  /** Settings of the baseline over the same scenario, where one is kept. */
  readonly baseline: Settings | undefined;
  readonly seed: string;
  readonly replications: number;
  /** The milestone that is asked about; nothing: the target. */
  readonly milestone: string | undefined;
  /** Replications of each coalition by which blame is to be shared out after the rest; nothing: it is not. */
  readonly blame: number | undefined;
  readonly steps: StepSizes;
}

/** How large the usual steps are, and what they cost: as `relax` takes them. */
export interface StepSizes {
  /** Part of itself by which each constraint changes; nothing: the usual one. */
  readonly size: number | undefined;
  /** Dollars for which each step of known cost is made. */
  readonly spend: number | undefined;
  /** What a step of that size costs in dollars, by its name. */
  readonly costs: Readonly<Record<string, number>>;
}

/** What the page sends to the desk. */
export type Request =
  | { readonly kind: 'ask'; readonly question: Question }
  | { readonly kind: 'path'; readonly replication: number }
  | { readonly kind: 'table'; readonly name: string }
  | { readonly kind: 'scenario' }
  | { readonly kind: 'folder'; readonly folder: RunFolder };

/** What the desk sends to the page; everything but the first is about the question of its id. */
export type Reply =
  | {
      readonly kind: 'ready';
      readonly scenarios: readonly ScenarioCard[];
      /** The scenario that the command line runs when none is named. */
      readonly first: string;
    }
  | { readonly kind: 'facts'; readonly id: number; readonly facts: Facts }
  | { readonly kind: 'refused'; readonly id: number; readonly problems: readonly Problem[] }
  | { readonly kind: 'picture'; readonly id: number; readonly picture: Picture }
  | { readonly kind: 'path'; readonly id: number; readonly path: PathStory }
  | { readonly kind: 'blaming'; readonly id: number; readonly done: number; readonly total: number }
  | { readonly kind: 'blame'; readonly id: number; readonly blame: BlameStory }
  | { readonly kind: 'file'; readonly id: number; readonly file: TextFile }
  | { readonly kind: 'folder'; readonly run: OpenedRun }
  | { readonly kind: 'noFolder'; readonly problem: Problem };

/** What is read of a results folder. */
export interface RunFolder {
  readonly name: string;
  readonly manifest: string;
  /** `records/experiment.json`, where it is there. */
  readonly experiment: string | undefined;
}

/** A run that can be opened again. */
export interface OpenedRun {
  readonly name: string;
  /** A scenario of the package, or the name of the file that the page has to be given too. */
  readonly scenario: { readonly kind: 'shipped' | 'file'; readonly name: string };
  readonly settings: Readonly<Record<string, string>>;
  readonly seed: string;
  readonly replications: number;
  /** What the page cannot show of it. */
  readonly remark: string | undefined;
}

/** A scenario of the package that may be picked. */
export interface ScenarioCard {
  readonly name: string;
  readonly isTemplate: boolean;
  readonly line: string;
}

/** One thing that is wrong, as the command line prints it; `path` is the setting that it is about, where one is. */
export interface Problem {
  readonly line: string;
  readonly path: string | undefined;
}

/** A text to be saved. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** A place of the scenario with a closed list of values. */
export interface Choice {
  readonly path: string;
  readonly value: string;
  readonly options: readonly string[];
  readonly description: string;
}

/** A milestone of the scenario. */
export interface Milestone {
  readonly name: string;
  readonly title: string;
  /** ISO date by which it is due. */
  readonly due: string | undefined;
}

/** A step that makes one constraint less tight. */
export interface Step {
  readonly name: string;
  /** By how much: `10 % more`. */
  readonly step: string;
  /** Who can make it. */
  readonly by: string;
  readonly settings: Settings;
  /** Where its cost is stated. */
  readonly costDollars: number | undefined;
}

/** A valid scenario before it is run. */
export interface Facts {
  readonly name: string;
  readonly title: string;
  readonly startDate: string;
  readonly horizon: string;
  /** ISO date up to which things are known, where that is after the start. */
  readonly asOf: string | undefined;
  readonly milestones: readonly Milestone[];
  readonly target: string | undefined;
  readonly ledger: readonly LedgerRow[];
  readonly choices: readonly Choice[];
  readonly steps: readonly Step[];
  /** What is wrong with their sizes. */
  readonly stepProblem: string | undefined;
  /** Coalitions of causes that are run to share out blame. */
  readonly coalitions: number;
  /** Whether the scenario has several tenants or providers. */
  readonly hasFleets: boolean;
  /** Path → value as the scenario has it without the settings, of what the settings changed. */
  readonly written: Readonly<Record<string, string>>;
  /** The scenario's own text, for who edits it. */
  readonly text: string;
  readonly warnings: readonly string[];
}

/** Quantiles over the replications by date. */
export interface Band {
  readonly date: string;
  readonly p10?: number | undefined;
  readonly p25?: number | undefined;
  readonly p50?: number | undefined;
  readonly p75?: number | undefined;
  readonly p90?: number | undefined;
  /** Interval of the median. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

/** The probability of a milestone by the end of a date. */
export interface ReadyBy {
  readonly date: string;
  readonly p: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** The dates by which 10, 50 and 90 % of the replications are there. */
export interface Dates {
  readonly p10: string | undefined;
  readonly p50: string | undefined;
  readonly p90: string | undefined;
}

/** A stage of a site. */
export interface StageRow {
  readonly site: string;
  readonly stage: string;
  readonly start: StageDates;
  readonly finish: StageDates;
  /** Use of the site and no work on it. */
  readonly isUse: boolean;
  /** Shares of the replications that begin it, and that finish it by the horizon. */
  readonly begun: number | undefined;
  readonly finished: number | undefined;
}

/** Dates of an edge of a stage, with the interval of the median. */
export interface StageDates extends Dates {
  readonly low: string | undefined;
  readonly high: string | undefined;
}

/** GPUs in service of one owner over time. */
export interface Fleet {
  readonly name: string;
  /** Whose: `tenant`, `provider`, or both. */
  readonly by: string;
  readonly fan: readonly Band[];
}

/** Share of a cause in what is held back on a date. */
export interface HeldBack {
  readonly date: string;
  readonly cause: string;
  readonly share: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** Mean days of a cause on the driving path to the milestone. */
export interface PathDays extends Estimate {
  readonly cause: string;
}

/** One replication over time, and when it reached the milestone. */
export interface Line {
  readonly replication: number;
  /** A number for each date of the fan. */
  readonly values: readonly number[];
  readonly date: string | undefined;
}

/** One response of the scenario against the baseline. */
export interface Difference {
  readonly name: string;
  readonly unit: string;
  readonly baseline: Estimate;
  readonly now: Estimate;
  readonly difference: Estimate;
  /** Pairs in which the horizon came first on either side. */
  readonly censored: number;
}

/** One side of the picture: the scenario, or its baseline. */
export interface Side {
  readonly readiness: readonly ReadyBy[];
  readonly dates: Dates;
  /** Of the milestone by the day it is due, else by the horizon. */
  readonly probability: Estimate;
  readonly median: { readonly date: string | undefined; readonly low?: string; readonly high?: string };
  /** Mean part of the target's amount in service on its date. */
  readonly attained: Estimate | undefined;
  readonly fan: readonly Band[];
  /** What the target asks for, over the replications. */
  readonly asked: Omit<Band, 'date'> | undefined;
  readonly spend: readonly Band[];
  readonly stages: readonly StageRow[];
  readonly binding: readonly HeldBack[];
  readonly fleets: readonly Fleet[];
  /** Over the replications that reach the milestone; they sum to its mean day. */
  readonly path: readonly PathDays[];
  readonly pathTotal: Estimate;
}

/** What the replications that are finished show. */
export interface Picture {
  readonly replications: number;
  /** How many of them that count alike would tell as much, where totals were observed. */
  readonly effective?: number | undefined;
  readonly total: number;
  readonly milestone: Milestone | undefined;
  readonly now: Side;
  readonly baseline: Side | undefined;
  readonly differences: readonly Difference[];
  /** Every view against the baseline, where one is kept. */
  readonly changes: Changes | undefined;
  readonly lines: readonly Line[];
  readonly commitment: number | undefined;
  /** What a replication took, over all lanes, ms; nothing before one was timed. */
  readonly millisecondsEach: number | undefined;
  /** Names of the tables that a run of the command line writes; none before all replications are there. */
  readonly tables: readonly string[];
}

/** The driving path of the milestone in one replication. */
export interface PathStory {
  readonly replication: number;
  readonly milestone: string;
  readonly date: string | undefined;
  readonly stretches: readonly {
    readonly from: string;
    readonly to: string;
    readonly days: number;
    readonly activity: string;
    readonly entity: string;
    readonly cause: string | undefined;
    readonly how: string;
  }[];
  readonly daysByCause: readonly { readonly cause: string; readonly days: number }[];
}
