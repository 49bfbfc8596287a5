import { resolve } from 'node:path';
import { basePoint, defineExperiment, InputError, type ResultKind } from '../experiment/index.ts';
import type { Seed } from '../random/index.ts';
import type { DesignPoints } from './designPoints.ts';
import { folderName } from './runScenario.ts';
import { runToFolder, type ExperimentRun, type RunOptions, type RunResult } from './runToFolder.ts';
import type { ScenarioModel } from './scenarioModel.ts';

/** Options of every run over several points of one scenario. */
export interface PointsOptions extends RunOptions {
  readonly seed?: Seed | undefined;
  readonly out?: string | undefined;
}

/** The points of a design, of which scenario they are, and where to. */
export interface DesignOptions<S> {
  readonly scenarioModel: ScenarioModel<S>;
  readonly design: DesignPoints<S>;
  readonly kind: ResultKind;
  /** Default: the kind. */
  readonly suffix?: string;
  readonly scenarioFile?: string | undefined;
  readonly seed?: Seed | undefined;
  /** Default `results/<scenario name>-<suffix>`. */
  readonly out?: string | undefined;
}

/** Runs the points of a design on common draws into a folder. */
export async function runPoints<S>(options: PointsOptions & DesignOptions<S>): Promise<RunResult<S>> {
  return await runToFolder({ ...options, ...pointsRun(options) });
}

/**
 * The experiment of a design, before it is run.
 *
 * @throws InputError.
 */
export function pointsRun<S>({
  scenarioModel: { model, source },
  design: { base, points, files },
  kind,
  suffix = kind,
  scenarioFile,
  seed = '1',
  out,
}: DesignOptions<S>): ExperimentRun<S> {
  if (out === '') throw new InputError('out: empty, expected a folder');
  return {
    name: `${base.name}-${suffix}`,
    out: resolve(out ?? `results/${folderName(base.name)}-${suffix}`),
    experiment: defineExperiment({ model, seed, files, points, given: basePoint(base.scenario) }),
    source,
    kind,
    ledger: base.ledger,
    warnings: base.warnings,
    scenarioFile,
  };
}
