import { resolve } from 'node:path';
import { basePoint, defineExperiment, InputError } from '../experiment/index.ts';
import { type ScenarioChoice } from './chosenScenario.ts';
import { runToFolder, type ExperimentRun, type RunOptions, type RunResult } from './runToFolder.ts';
import { scenarioOf } from './scenarioOf.ts';
import type { Seed } from '../random/index.ts';
import type { Issue } from '../scenario/index.ts';

/** Which scenario is run, and where to. */
export interface ScenarioOptions<S> extends ScenarioChoice<S> {
  readonly seed?: Seed | undefined;
  /** Default `results/<scenario name>`. */
  readonly out?: string | undefined;
  /** What of the scenario may not be meant, before anything runs. */
  readonly onWarnings?: (warnings: readonly Issue[]) => void;
}

/**
 * Runs a scenario file from YAML to tables: what `gigaramp run` does, for scripts.
 *
 * @throws InputError, ScenarioError, ReplicationError, Interrupted.
 * @example await runScenario({ scenarioModel: rolloutScenarioModel, replications: 200, out: 'results/quick' });
 */
export async function runScenario<S>(options: RunOptions & ScenarioOptions<S>): Promise<RunResult<S>> {
  return await runToFolder({ ...options, ...scenarioRun(options) });
}

/**
 * The experiment of a scenario file, before it is run.
 *
 * @throws InputError, ScenarioError.
 */
export function scenarioRun<S>({
  scenarioModel,
  file = scenarioModel.defaultFile,
  seed = '1',
  settings = {},
  out,
  onWarnings = () => {},
}: ScenarioOptions<S>): ExperimentRun<S> {
  if (out === '') throw new InputError('out: empty, expected a folder');
  const { model, source } = scenarioModel;
  const { scenario, ledger, warnings, name, files } = scenarioOf(scenarioModel, file, settings);
  onWarnings(warnings);
  return {
    name,
    out: resolve(out ?? `results/${folderName(name)}`),
    experiment: defineExperiment({ model, seed, files, points: [basePoint(scenario)] }),
    source,
    ledger,
    warnings,
    scenarioFile: file,
    settings,
  };
}

/** A scenario's name as a folder's: nothing in it leads elsewhere. */
export function folderName(name: string): string {
  const safe = name.replaceAll(/[^\p{L}\p{N}_.-]+/gu, '-').replace(/^[.-]+/, '');
  return safe === '' ? 'scenario' : safe;
}
