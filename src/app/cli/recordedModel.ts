import { InputError } from '../../experiment/index.ts';
import { isSameModule, portablePath } from '../packagePath.ts';
import { ownModel, type ScenarioModel } from '../scenarioModel.ts';

/**
 * The model that a folder was made with. A results folder is data: the model it names is never loaded because the
 * folder names it.
 *
 * @throws InputError when that is neither the shipped one nor the one that was given.
 */
export async function recordedModel<S>(
  shipped: ScenarioModel<S>,
  {
    folder,
    made,
    own,
  }: {
    folder: string;
    /** Module and export as the folder names them. */
    made: { readonly module?: string | undefined; readonly export?: string | undefined } | undefined;
    /** What was given with `--model`. */
    own: string | undefined;
  },
): Promise<ScenarioModel<S> | ScenarioModel<unknown>> {
  if (own !== undefined) return await ownModel(own);
  const isShipped =
    made?.module === undefined ||
    (isSameModule(made.module, portablePath(shipped.source.module)) && made.export === shipped.source.export);
  if (isShipped) return shipped;
  const named = `${made.module}#${made.export ?? 'model'}`;
  throw new InputError(
    `${folder}: made with the model of ${named}, expected --model ${named} if you trust it: nothing that a results folder names is run by itself`,
  );
}
