import type { Model } from '../experiment/index.ts';
import type { Setting } from '../scenario/index.ts';
import type { ScenarioFile } from './loadScenarioFile.ts';
import type { ScenarioModel } from './scenarioModel.ts';
import { scenarioOf } from './scenarioOf.ts';

/** Which scenario something is asked of. */
export interface ScenarioChoice<S> {
  readonly scenarioModel: ScenarioModel<S>;
  /** Default: that of the model. */
  readonly file?: string | undefined;
  /** Dotted path → value, laid over the file. */
  readonly settings?: Readonly<Record<string, Setting>> | undefined;
}

/**
 * The scenario that was chosen, loaded.
 *
 * @throws InputError, ScenarioError.
 */
export function chosenScenario<S>({
  scenarioModel,
  file = scenarioModel.defaultFile,
  settings,
}: ScenarioChoice<S>): ScenarioFile<S> {
  return scenarioOf(scenarioModel, file, settings);
}

/** The names of its uncertain inputs. */
export function inputNames<S>(model: Model<S>, scenario: S): string[] {
  return model.inputs(scenario).map(({ name }) => name);
}
