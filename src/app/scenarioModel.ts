import { readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { z } from 'zod';
import { loadModel, type ModelSource } from '../execution/index.ts';
import { InputError, sha256, type Model } from '../experiment/index.ts';
import { placeOnDisk } from './packagePath.ts';

/** A model with what a face needs to find scenarios for it. */
export interface ScenarioModel<S> {
  readonly model: Model<S>;
  readonly source: ModelSource;
  /** How a scenario file is checked; without it the model takes no files. */
  readonly schema?: z.ZodType<S> | undefined;
  /** Path of the scenario file that is used when none is named. */
  readonly defaultFile?: string | undefined;
  /** Folder of the scenarios that come with it, with a folder of templates in it. */
  readonly scenarioFolder?: string | undefined;
  /** Name of the scenario that `init` copies when none is named. */
  readonly defaultTemplate?: string | undefined;
  /** The scenario that is used when there is no file. */
  readonly defaultScenario?: S | undefined;
}

/**
 * Loads somebody's own model from `path/to/module.ts` or `path/to/module.ts#export` (else the export `model`).
 *
 * Its version says its code too, so that records of one are not taken for those of another.
 *
 * The module may also export `scenarioSchema`, a zod schema for scenario files, and `scenario`, a default value.
 *
 * @throws InputError when there is no such module or export.
 */
export async function ownModel(reference: string): Promise<ScenarioModel<unknown>> {
  const [path, name = 'model'] = reference.split('#', 2);
  const module = path.startsWith('file:') ? path : pathToFileURL(placeOnDisk(path)).href;
  const source: ModelSource = { module, export: name };
  try {
    await loadTypeScript(module);
    const model = withCode(await loadModel<unknown>(source), await codeHash(fileURLToPath(module)));
    const { scenarioSchema, scenario } = (await import(module)) as Record<string, unknown>;
    return { model, source, schema: scenarioSchema as z.ZodType | undefined, defaultScenario: scenario };
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    const hint = /require\(\)|require\(esm\)/.test(reason)
      ? '; a .ts file outside a folder whose package.json says "type": "module" has to be called .mts'
      : '';
    throw new InputError(`model ${reference}: cannot be loaded (${reason})${hint}`);
  }
}

/** A model whose version says its code too: its author need not count versions for others to tell them apart. */
function withCode<S>(model: Model<S>, code: string): Model<S> {
  const own: Model<S> = Object.create(Object.getPrototypeOf(model) as object) as Model<S>;
  return Object.assign(own, model, { version: `${model.version}, code ${code}` });
}

/** First digits of the SHA-256 of a module and of what it imports by relative paths. */
async function codeHash(path: string): Promise<string> {
  const { importedFiles } = await import('../execution/importedFiles.ts');
  const text = readFileSync(path, 'utf8');
  const folder = dirname(path);
  const imported = importedFiles(path, text).map((file) => `${relative(folder, file.path)} ${file.sha256}`);
  return sha256([sha256(text), ...imported.sort()].join('\n')).slice(0, 12);
}

/** Lets this process import TypeScript when it runs from the compiled package. */
async function loadTypeScript(module: string): Promise<void> {
  if (import.meta.url.endsWith('.ts') || !/\.[cm]?tsx?$/.test(module)) return;
  const { register } = await import('tsx/esm/api');
  register();
}
