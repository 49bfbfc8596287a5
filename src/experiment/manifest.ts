import { fromCanonicalJson } from './canonical.ts';
import type { Experiment, Identity } from './experiment.ts';

/** What `manifest.json` says: which experiment, and below it how, where and when it was run. */
export interface Manifest {
  readonly schema: 1;
  /** Experiment id; `sha256sum records/experiment.json` gives it too. */
  readonly experiment: string;
  readonly gigaramp: string;
  readonly model: { readonly name: string; readonly version: string };
  readonly seed: string;
  readonly points: readonly string[];
  /** Scenario and catalog files. */
  readonly inputs: readonly { readonly name: string; readonly sha256: string }[];
  readonly replications: number;
  readonly outputs: readonly { readonly name: string; readonly sha256: string }[];
  /** Nothing in here changes a number of the results. */
  readonly run: RunFacts;
}

/** How a run was made. */
export interface RunFacts {
  /** Scenario file as it was given. */
  readonly scenario?: string;
  readonly module?: string;
  readonly export?: string;
  readonly commit?: string;
  readonly dirty?: boolean;
  readonly node: string;
  readonly platform: string;
  readonly workers: number;
  /** Replications that were there before. */
  readonly found: number;
  readonly seconds: number;
  readonly finished: string;
}

/** Text of `manifest.json`. */
export function manifestText<S>({
  experiment,
  replications,
  outputs,
  run,
}: {
  experiment: Experiment<S>;
  replications: number;
  outputs: Manifest['outputs'];
  run: RunFacts;
}): string {
  const { gigaramp, model, seed, files, points } = fromCanonicalJson(experiment.identity) as Identity<S>;
  const manifest: Manifest = {
    schema: 1,
    experiment: experiment.id,
    gigaramp,
    model,
    seed,
    points: points.map((point) => point.name),
    inputs: files,
    replications,
    outputs,
    run,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
