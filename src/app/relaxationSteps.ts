import { USUAL_STEP } from '../design/relaxation.ts';
import type { JoinSteps, Relaxation } from '../design/index.ts';
// From the files: the explorer makes steps too, where there is no disk.
import { InputError } from '../experiment/inputError.ts';
import type { Model } from '../experiment/model.ts';
import { expectedOneOf } from '../scenario/index.ts';

/** Which steps are looked at, and how large they are. */
export interface StepOptions {
  /** Steps of one's own; default those of the model. */
  readonly relaxations?: readonly Relaxation[] | undefined;
  /** Part of itself by which each constraint changes; default 0.1. */
  readonly size?: number | undefined;
  /** Only steps of these; default all. */
  readonly by?: readonly string[] | undefined;
  /** What a step of that size costs in dollars, by its name. */
  readonly costs?: Readonly<Record<string, number>> | undefined;
  /** Dollars for which each step of known cost is made: its size follows, in proportion. */
  readonly spend?: number | undefined;
}

/** Half of itself is no step any more. */
const LARGEST = 0.5;

/**
 * The steps of a scenario: all of one size, and those whose cost is known for one sum where one is given.
 *
 * @throws InputError on a size outside 0 to 50 %, a name that no step has, and where no step is left.
 */
export function stepsOf<S>(
  model: Model<S>,
  scenario: S,
  { relaxations: own, size = USUAL_STEP, by, costs = {}, spend }: StepOptions,
): Relaxation[] {
  checkSize('size', size);
  const all = (part: number): readonly Relaxation[] => own ?? model.relaxations?.(scenario, part) ?? [];
  const steps = all(size);
  if (steps.length === 0) {
    throw new InputError(`model ${model.name}: no relaxations, expected --relax 'name: path=value'`);
  }
  const names = steps.map(({ name }) => name);
  const unknown = Object.keys(costs).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new InputError(`cost of ${unknown}: no such relaxation, expected one of ${names.join('; ')}`);
  }
  const who = [...new Set(steps.flatMap((step) => step.by ?? []))];
  const stranger = by?.find((name) => !who.includes(name));
  if (stranger !== undefined) {
    throw new InputError(`by: ${stranger} has no step in this scenario, ${expectedOneOf(stranger, who)}`);
  }
  return steps
    .filter((step) => by === undefined || (step.by !== undefined && by.includes(step.by)))
    .map((step) => {
      const cost = costs[step.name];
      if (cost === undefined) return step;
      if (spend === undefined || own !== undefined) return { ...step, costDollars: cost };
      const part = (size * spend) / cost;
      checkSize(`size of ${step.name} for $${spend}`, part);
      const sized = all(part).find(({ name }) => name === step.name) ?? step;
      // What is had whole or not at all costs what it costs.
      return { ...sized, costDollars: sized.step === step.step ? cost : spend };
    });
}

/** How a model joins several of its steps; of steps of one's own nothing, as what each sets is what is meant. */
export function joinOf<S>(
  model: Model<S>,
  scenario: S,
  own: StepOptions['relaxations'],
): JoinSteps | undefined {
  const { stepsTogether } = model;
  if (own !== undefined || stepsTogether === undefined) return undefined;
  return (steps) => stepsTogether(scenario, steps);
}

function checkSize(what: string, size: number): void {
  if (!(size > 0 && size <= LARGEST))
    throw new InputError(`${what}: ${size}, expected a part above 0 and up to ${LARGEST}`);
}
