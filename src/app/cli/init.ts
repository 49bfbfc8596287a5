import { copyFileSync, constants } from 'node:fs';
import { InputError } from '../../experiment/index.ts';
import type { ScenarioModel } from '../scenarioModel.ts';
import { printLine, type Console } from './console.ts';

/** `gigaramp init`: a copy of the shipped scenario to edit; never over an existing file. */
export function init<S>(
  console: Console,
  { defaultFile, model }: ScenarioModel<S>,
  file = 'scenario.yaml',
): void {
  if (defaultFile === undefined)
    throw new InputError(`model ${model.name}: has no scenario file to begin with`);
  try {
    copyFileSync(defaultFile, file, constants.COPYFILE_EXCL);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const reason = code === 'EEXIST' ? 'exists already, expected a new name' : `cannot be written (${code})`;
    throw new InputError(`${file}: ${reason}`);
  }
  printLine(console, `${file}: written; edit it, then: gigaramp run ${file}`);
}
