import { InputError } from '../experiment/index.ts';
import type { Catalog } from '../scenario/index.ts';
import { loadScenarioFile, type ScenarioFile } from './loadScenarioFile.ts';
import { withSettings } from './plainSettings.ts';
import type { ScenarioModel } from './scenarioModel.ts';

/** The scenario of a file, or without one the default of the model, with settings laid over it. */
export function scenarioOf<S>(
  { model, schema, defaultScenario }: ScenarioModel<S>,
  file: string | undefined,
  settings: Readonly<Record<string, string | number | boolean>> = {},
  catalog?: Catalog,
): ScenarioFile<S> {
  if (file === undefined) {
    if (defaultScenario === undefined)
      throw new InputError(`model ${model.name}: no scenario, expected a file`);
    return {
      scenario: withSettings(defaultScenario, settings),
      ledger: [],
      warnings: [],
      name: model.name,
      files: [],
    };
  }
  if (schema === undefined)
    throw new InputError(`model ${model.name}: takes no scenario file, found ${file}`);
  return loadScenarioFile({ file, schema, settings, catalog, warn: model.warnings });
}
