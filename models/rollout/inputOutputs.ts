import { uncertainInputs } from './inputs.ts';
import { scalar, type RolloutOutput } from './output.ts';
import type { RolloutScenario } from './scenario.ts';

/** The drawn value of every uncertain input. */
export function inputOutputs(scenario: RolloutScenario): RolloutOutput[] {
  return uncertainInputs(scenario).map(({ name, unit, main }) =>
    scalar(
      {
        name: `input_${name}`,
        unit,
        description: 'drawn value of the uncertain input {measure}',
        measure: name,
        ...(main ? { role: 'input' } : {}),
      },
      ({ world }) => world.inputs[name]!,
    ),
  );
}
