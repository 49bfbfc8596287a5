import type { Model } from '../experiment/index.ts';

/** Where another thread finds a model: a module and the name of its export. */
export interface ModelSource {
  /** URL of the module, such as `new URL('./model.ts', import.meta.url).href`. */
  readonly module: string;
  readonly export: string;
}

/**
 * Imports a model by module URL and export name.
 *
 * @throws when the module cannot be loaded or the export is no model.
 */
export async function loadModel<S>({ module, export: name }: ModelSource): Promise<Model<S>> {
  const loaded = (await import(module)) as Record<string, unknown>;
  const model = loaded[name];
  if (!isModel<S>(model)) {
    throw new Error(
      `model: export "${name}" of ${module}, expected a model { name, version, outputs, run, … }`,
    );
  }
  return model;
}

function isModel<S>(value: unknown): value is Model<S> {
  if (value === null || typeof value !== 'object') return false;
  const { name, version, causes, outputs, inputs, run } = value as Partial<Record<keyof Model<S>, unknown>>;
  return (
    typeof name === 'string' &&
    typeof version === 'string' &&
    Array.isArray(causes) &&
    [outputs, inputs, run].every((member) => typeof member === 'function')
  );
}
