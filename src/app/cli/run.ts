import type { Precision } from '../precision.ts';
import { askedMilestone } from '../milestoneName.ts';
import { runScenario, scenarioOf } from '../runScenario.ts';
import type { ScenarioModel } from '../scenarioModel.ts';
import { printLine, type Console } from './console.ts';
import type { PointsCommand } from './pointsCommand.ts';
import { resultJson } from './resultJson.ts';
import { runSummary } from './summary.ts';
import { noteWarnings } from './warnings.ts';
import { watched } from './watched.ts';

/** Options of `gigaramp run`. */
export interface RunCommand extends PointsCommand {
  readonly until?: Precision;
}

/** `gigaramp run`: a scenario to a folder of tables, with progress and a table at the end. */
export async function run<S>(
  console: Console,
  scenarioModel: ScenarioModel<S>,
  file: string | undefined,
  { json, fresh = false, set = [], milestone, until, ...options }: RunCommand,
): Promise<void> {
  const settings = Object.fromEntries(set);
  const { scenario } = scenarioOf(scenarioModel, file ?? scenarioModel.defaultFile, settings);
  askedMilestone(scenarioModel.model.outputs(scenario), milestone);
  const result = await watched(console, (watch) =>
    runScenario({
      scenarioModel,
      file,
      fresh,
      settings,
      until: until && { ...until, milestone },
      onWarnings: (warnings) => noteWarnings(console, warnings),
      ...watch,
      ...options,
    }),
  );
  printLine(console, json === true ? resultJson(result) : runSummary(result, console, milestone));
}
