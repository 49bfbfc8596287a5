import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { InputError, packageRoot } from '../experiment/index.ts';
import { loadScenario, type Loaded } from '../scenario/index.ts';

/**
 * Loads a scenario file with the catalog of this package.
 *
 * @throws InputError when there is no such file, ScenarioError when its content is wrong.
 */
export function loadScenarioFile<S>({
  file,
  schema,
  settings = {},
}: {
  file: string;
  schema: z.ZodType<S>;
  settings?: Record<string, string | number | boolean>;
}): Loaded<S> {
  if (!isFile(file)) throw new InputError(`${file}: no such file, expected a scenario`);
  return loadScenario({
    file,
    load: textOf,
    schema,
    catalog: (name) => textOf(join(packageRoot(), 'models', 'catalog', `${name}.yaml`)),
    settings,
  });
}

function textOf(path: string): string | undefined {
  return isFile(path) ? readFileSync(path, 'utf8') : undefined;
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
