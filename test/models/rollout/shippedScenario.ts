import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scenarioSchema, type RolloutScenario } from '../../../models/rollout/index.ts';
import { loadScenario, SHIPPED, type Loaded } from '../../../src/scenario/index.ts';

const MODELS = join(dirname(fileURLToPath(import.meta.url)), '../../../models');

function read(path: string): string | undefined {
  try {
    return readFileSync(path.startsWith(SHIPPED) ? join(MODELS, path.slice(SHIPPED.length)) : path, 'utf8');
  } catch {
    return undefined;
  }
}

/** A shipped scenario by its name, with settings by dotted path. */
export function shippedScenario(
  name: string,
  settings: Record<string, string | number | boolean> = {},
): Loaded<RolloutScenario> {
  return loadScenario({
    file: join(MODELS, 'scenarios', `${name}.yaml`),
    load: read,
    catalog: (room) => read(join(MODELS, 'catalog', `${room}.yaml`)),
    schema: scenarioSchema,
    settings,
  });
}
