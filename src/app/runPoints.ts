import { resolve } from 'node:path';
import { defineExperiment, InputError } from '../experiment/index.ts';
import type { Seed } from '../random/index.ts';
import type { DesignPoints } from './designPoints.ts';
import { folderName } from './runScenario.ts';
import { runToFolder, type RunOptions, type RunResult } from './runToFolder.ts';
import type { ScenarioModel } from './scenarioModel.ts';

/** Options of every run over several points of one scenario. */
export interface PointsOptions extends RunOptions {
  readonly seed?: Seed | undefined;
  readonly out?: string | undefined;
}

/** Runs the points of a design on common draws into a folder, by default `results/<scenario name>-<suffix>`. */
export async function runPoints<S>({
  scenarioModel: { model, source },
  design: { base, points, files },
  suffix,
  scenarioFile,
  seed = '1',
  out,
  ...options
}: PointsOptions & {
  scenarioModel: ScenarioModel<S>;
  design: DesignPoints<S>;
  suffix: string;
  scenarioFile?: string | undefined;
}): Promise<RunResult<S>> {
  if (out === '') throw new InputError('out: empty, expected a folder');
  return await runToFolder({
    name: `${base.name}-${suffix}`,
    out: resolve(out ?? `results/${folderName(base.name)}-${suffix}`),
    experiment: defineExperiment({ model, seed, files, points }),
    source,
    ledger: base.ledger,
    warnings: base.warnings,
    scenarioFile,
    withInputEffects: false,
    ...options,
  });
}
