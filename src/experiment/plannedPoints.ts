import { InputError } from './inputError.ts';
import { isWellFormed, layoutOf, type Layout, type Outputs } from '../record/index.ts';
import type { Model, Point } from './model.ts';

/** A point of an experiment with what its model declared for it. */
export interface PlannedPoint<S> extends Point<S> {
  readonly outputs: Outputs;
  readonly layout: Layout;
}

/**
 * Points with what a model declares for each.
 *
 * @throws InputError on a point name that is repeated or not well formed, or a cause or input that the model does not
 *   have.
 */
export function plannedPoints<S>(model: Model<S>, points: readonly Point<S>[]): PlannedPoint<S>[] {
  const names = new Set<string>();
  for (const point of points) {
    if (!isWellFormed(point.name))
      throw new InputError(
        `point ${JSON.stringify(point.name)}: half of a character, expected a name of whole ones: files hold all halves alike`,
      );
    if (names.has(point.name))
      throw new InputError(`point "${point.name}": twice, expected names that differ`);
    names.add(point.name);
    checkNames(model, point);
  }
  return points.map((point) => {
    const outputs = model.outputs(point.scenario);
    return { ...point, outputs, layout: layoutOf(outputs) };
  });
}

function checkNames<S>(model: Model<S>, point: Point<S>): void {
  for (const cause of point.atPlan) {
    if (!model.causes.includes(cause)) {
      throw new InputError(
        `point ${point.name}: cause "${cause}" at plan, expected one of ${model.causes.join(', ')}`,
      );
    }
  }
  const inputs = [...Object.keys(point.inputs), ...(point.sample?.names ?? [])];
  if (inputs.length === 0) return;
  const known = model.inputs(point.scenario).map((input) => input.name);
  for (const name of inputs) {
    if (!known.includes(name)) {
      throw new InputError(`point ${point.name}: input "${name}", expected one of ${known.join(', ')}`);
    }
  }
}
