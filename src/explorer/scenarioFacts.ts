import type { Titles } from '../record/index.ts';
import type { LedgerRow } from '../scenario/ledger.ts';
import type { Settings } from './settings.ts';

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
  /** Whether its title is a plural. */
  readonly isPlural: boolean;
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
  /** ISO date up to which things are known, the start where none is stated: orders may lie before that. */
  readonly knownUntil: string;
  readonly milestones: readonly Milestone[];
  readonly target: string | undefined;
  /** What causes, inputs and settings are called. */
  readonly titles: Titles | undefined;
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
