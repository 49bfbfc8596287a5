import { InputError } from '../../experiment/index.ts';
import { jsonSchema, schemaReference } from '../../scenario/index.ts';
import type { ScenarioModel } from '../scenarioModel.ts';
import { withSweep } from '../sweepSchema.ts';
import type { Console } from './console.ts';

const FOREWORD = [
  'Written by `gigaramp schema --markdown` from the schema that checks every file; `gigaramp schema` gives the same to editors. How files, quantities, names and dates are written is in [scenario.md](scenario.md).',
  'A unit is the one that numbers are kept in; any unit of the same kind may be written. Bounds are in it, and hold for every draw. The default says what holds where the key is not there. Items of a list are `list[]`, those of one kind `list[kind]`, a map of one kind `map(kind)`. In paths of `--set` an item of a list goes by its name: `sites.campus.power.units`.',
];

/** Options of `gigaramp schema`. */
export interface SchemaCommand {
  /** A reference to read instead. */
  readonly markdown?: boolean | undefined;
  /** For files that extend another: nothing has to be there. */
  readonly overlay?: boolean | undefined;
}

/** `gigaramp schema`: what scenario files may hold, as JSON Schema for editors, or as Markdown to read. */
export function schema<S>(
  console: Console,
  { model, schema: scenarioSchema }: ScenarioModel<S>,
  { markdown = false, overlay: isOverlay = false }: SchemaCommand = {},
): void {
  if (scenarioSchema === undefined) throw new InputError(`model ${model.name}: has no scenario schema`);
  const whole = withSweep(scenarioSchema);
  console.out.write(
    markdown
      ? schemaReference(whole, { title: `Keys of a scenario file: model ${model.name}`, foreword: FOREWORD })
      : `${JSON.stringify(jsonSchema(whole, { isOverlay }), null, 2)}\n`,
  );
}
