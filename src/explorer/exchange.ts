import type { BlameStory } from './blameStory.ts';
import type { Picture } from './picture.ts';
import type { PathStory } from './pathStory.ts';
import type { Facts } from './scenarioFacts.ts';
import type { Settings } from './settings.ts';

/** Which scenario: one of the package by name, or a text that somebody brought. */
export type Source =
  | { readonly kind: 'shipped'; readonly name: string }
  | {
      readonly kind: 'own';
      readonly name: string;
      readonly text: string;
      /** Files that it extends and that are not of the package: path from it → text. */
      readonly bases?: Readonly<Record<string, string>> | undefined;
    };

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
  /** Where it was written; nothing: in no file. */
  readonly at: { readonly file: string; readonly line: number; readonly column: number } | undefined;
}

/** A text to be saved. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}
