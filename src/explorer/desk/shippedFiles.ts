import type { ScenarioCard } from '../exchange.ts';

/** `shipped.json`: the scenarios of the package and all files that they are made from. */
export interface ShippedFiles {
  /** The scenario that the command line runs when none is named. */
  readonly first: string;
  readonly scenarios: readonly (ScenarioCard & { readonly text: string })[];
  /** Path below `models/` → text, of what is no scenario. */
  readonly files: Readonly<Record<string, string>>;
  /** The text of `models/calibration/leftOut.csv`, of which `calibration.csv` is made. */
  readonly leftOut: string;
}
