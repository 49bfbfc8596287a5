import { writeFileSync } from 'node:fs';
import { InputError, unwritable } from '../../experiment/index.ts';
import { codeOf } from '../../refusal/index.ts';
import type { ScenarioModel } from '../scenarioModel.ts';
import { shippedScenarios, type ShippedScenario } from '../shippedScenarios.ts';
import { printLine, type Console } from './console.ts';
import { hangingLines } from './hangingLines.ts';

/** Options of `gigaramp init`. */
export interface InitCommand {
  /** Name of a template or of a shipped scenario. */
  readonly template?: string | undefined;
  /** Only name what there is. */
  readonly list?: boolean | undefined;
}

/** `gigaramp init`: a scenario to begin with, from a template or a shipped one; never over an existing file. */
export function init<S>(
  console: Console,
  { defaultTemplate, scenarioFolder, model }: ScenarioModel<S>,
  file = 'scenario.yaml',
  { template = defaultTemplate, list = false }: InitCommand = {},
): void {
  if (scenarioFolder === undefined || template === undefined)
    throw new InputError(`model ${model.name}: has no scenario file to begin with`);
  const shipped = shippedScenarios(scenarioFolder);
  if (list) return listOf(console, shipped);
  const found = shipped.find(({ name }) => name === template);
  if (found === undefined) {
    const names = shipped.filter(({ isTemplate }) => isTemplate).map(({ name }) => name);
    throw new InputError(
      `template: ${template}, expected one of ${names.join(', ')}, or a scenario that init --list names`,
    );
  }
  writeNew(file, found.text);
  printLine(console, `${file}: written; edit it, then: gigaramp describe ${file}, gigaramp run ${file}`);
}

function writeNew(file: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new InputError(`${file}: exists already, expected a new name`);
    throw unwritable('scenario', file, error);
  }
}

function listOf(console: Console, shipped: readonly ShippedScenario[]): void {
  const kinds = [
    ['Templates, commented, to be changed:', true],
    ['Scenarios of the package:', false],
  ] as const;
  for (const [heading, isTemplate] of kinds) {
    printLine(console, heading);
    for (const { name, line } of shipped.filter((each) => each.isTemplate === isTemplate))
      for (const text of hangingLines(name, line)) printLine(console, text);
  }
  printLine(console, 'Begin with one: gigaramp init --template NAME FILE');
}
