import { join } from 'node:path';
import { rollout, scenarioSchema, type RolloutScenario } from '../../models/rollout/index.ts';
import { packageRoot } from '../experiment/index.ts';
import type { ScenarioModel } from './scenarioModel.ts';

// The compiler rewrites extensions in imports only, so the module has the extension of this file.
const extension = import.meta.url.slice(import.meta.url.lastIndexOf('.'));

const SCENARIOS = join(packageRoot(), 'models', 'scenarios');
const DEFAULT = 'openai-aws-38b';

/** The shipped model, whose default scenario is the agreement of November 2025. */
export const rolloutScenarioModel: ScenarioModel<RolloutScenario> = {
  model: rollout,
  // Not the room's index, which would make every thread load the scenario language too.
  source: {
    module: new URL(`../../models/rollout/rollout${extension}`, import.meta.url).href,
    export: 'rollout',
  },
  schema: scenarioSchema,
  defaultFile: join(SCENARIOS, `${DEFAULT}.yaml`),
  scenarioFolder: SCENARIOS,
  defaultTemplate: DEFAULT,
};
