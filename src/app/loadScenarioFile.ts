import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { announceInputFile, InputError, packageRoot } from '../experiment/index.ts';
import { loadScenario, openCatalog, type Catalog, type Loaded } from '../scenario/index.ts';
import { withSweep, type Sweep } from './sweepSchema.ts';

/** A scenario file, and the sweep that it asks for. */
export interface ScenarioFile<S> extends Loaded<S> {
  readonly sweep?: Sweep | undefined;
}

/**
 * Loads a scenario file with the catalog of this package; a `sweep:` block is read beside the scenario and is no part of it.
 *
 * @throws InputError when there is no such file, ScenarioError when its content is wrong.
 */
export function loadScenarioFile<S>({
  file,
  schema,
  settings = {},
  catalog = openShippedCatalog(),
}: {
  file: string;
  schema: z.ZodType<S>;
  settings?: Readonly<Record<string, string | number | boolean>>;
  /** Share one between many loads. */
  catalog?: Catalog | undefined;
}): ScenarioFile<S> {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) throw new InputError(`${file}: no such file, expected a scenario`);
  if (found.isDirectory()) throw new InputError(`${file}: a folder, expected a scenario file`);
  if (!found.isFile())
    throw new InputError(`${file}: a stream or device, expected a scenario file: save it as one first`);
  const loaded = loadScenario({ file, load: textOf, schema: withSweep(schema), catalog, settings });
  const { sweep, ...scenario } = loaded.scenario;
  return { ...loaded, scenario: scenario as S, sweep };
}

/** Opens the catalog of this package. */
export function openShippedCatalog(): Catalog {
  return openCatalog((name) => textOf(join(packageRoot(), 'models', 'catalog', `${name}.yaml`)));
}

function textOf(path: string): string | undefined {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  const text = decoded(path, readFileSync(path));
  announceInputFile({ path, text });
  return text;
}

function decoded(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new InputError(`${path}: not UTF-8 text, expected a file saved as UTF-8`);
  }
}
