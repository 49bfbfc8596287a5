import { InputError } from '../../experiment/index.ts';
import { jsonSchema } from '../../scenario/index.ts';
import type { ScenarioModel } from '../scenarioModel.ts';
import { withSweep } from '../sweepSchema.ts';
import { printLine, type Console } from './console.ts';

/** `gigaramp schema`: the JSON Schema of scenario files, for editors. */
export function schema<S>(console: Console, { model, schema: scenarioSchema }: ScenarioModel<S>): void {
  if (scenarioSchema === undefined) throw new InputError(`model ${model.name}: has no scenario schema`);
  printLine(console, JSON.stringify(jsonSchema(withSweep(scenarioSchema)), null, 2));
}
