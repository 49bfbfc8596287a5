import type { Identity, Model } from '../experiment/index.ts';

/**
 * Where the scenario of a recorded point is none of a model, in words; nothing where its outputs can be told.
 *
 * What is recorded comes from a schema and has none of its own any more, so that the model is asked: what it looks for
 * last before it fails is what is missing.
 */
export function scenarioProblem<S>({ points }: Identity<S>, model: Model<S>): string | undefined {
  for (const [index, { scenario }] of points.entries()) {
    const place = `points[${index}].scenario`;
    if (typeof scenario !== 'object' || scenario === null)
      return `${place}: ${JSON.stringify(scenario) ?? 'missing'}, expected a scenario of model ${model.name}`;
    const seen = { lacking: '' };
    try {
      model.outputs(watched(scenario, place, seen) as S);
    } catch {
      if (seen.lacking === '') return `${place}: no scenario of model ${model.name}`;
      return `${seen.lacking}: missing, expected a scenario of model ${model.name}`;
    }
  }
  return undefined;
}

/** The same value, which notes what is looked for in it and is not there. */
function watched(value: object, path: string, seen: { lacking: string }): object {
  return new Proxy(value, {
    get(target, key) {
      const inner: unknown = Reflect.get(target, key);
      if (typeof key === 'symbol') return inner;
      const place = Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`;
      if (inner === undefined || inner === null) seen.lacking = place;
      return typeof inner === 'object' && inner !== null ? watched(inner, place, seen) : inner;
    },
  });
}
