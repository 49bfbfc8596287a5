import type { Issue } from '../../scenario/index.ts';
import { chosenScenario } from '../chosenScenario.ts';
import { askedMilestone } from '../milestoneName.ts';
import { runScenario, scenarioRun } from '../runScenario.ts';
import type { ScenarioModel } from '../scenarioModel.ts';
import { printLine, printText, type Console } from './console.ts';
import type { DividedCommand } from './dividedCommand.ts';
import { dividedRun } from './dividedRun.ts';
import { resultJson } from './resultJson.ts';
import { targetJson } from './targetJson.ts';
import { runSummary } from './summary.ts';
import { noteWarnings } from './warnings.ts';

/** `gigaramp run`: a scenario to a folder of tables, with progress and a table at the end. */
export async function run<S>(
  console: Console,
  scenarioModel: ScenarioModel<S>,
  file: string | undefined,
  command: DividedCommand,
): Promise<void> {
  const { json, set = [], milestone, until, ...options } = command;
  const settings = Object.fromEntries(set);
  const choice = { scenarioModel, file, settings };
  if (milestone !== undefined)
    askedMilestone(scenarioModel.model.outputs(chosenScenario(choice).scenario), milestone);
  const onWarnings = (warnings: readonly Issue[]): void => noteWarnings(console, warnings);
  const asked = { ...options, ...choice, onWarnings };
  const result = await dividedRun(console, command, {
    experiment: () => scenarioRun(asked),
    here: (watch) => runScenario({ ...asked, ...watch, until: until && { ...until, milestone } }),
  });
  if (result === undefined) return;
  if (json === true) printLine(console, resultJson(result, targetJson(result)));
  else printText(console, runSummary(result, console, milestone));
}
