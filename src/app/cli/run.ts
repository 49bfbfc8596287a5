import type { Precision } from '../precision.ts';
import { runScenario } from '../runScenario.ts';
import type { ScenarioModel } from '../scenarioModel.ts';
import { printLine, type Console } from './console.ts';
import { resultJson } from './resultJson.ts';
import { summary } from './summary.ts';
import { noteWarnings } from './warnings.ts';
import { watched } from './watched.ts';

/** Options of `gigaramp run`. */
export interface RunCommand {
  readonly replications?: number;
  readonly seed?: string;
  readonly workers?: number;
  readonly out?: string;
  readonly until?: Precision;
  readonly json?: boolean;
  readonly fresh?: boolean;
}

/** `gigaramp run`: a scenario to a folder of tables, with progress and a table at the end. */
export async function run<S>(
  console: Console,
  scenarioModel: ScenarioModel<S>,
  file: string | undefined,
  { json, fresh = false, ...options }: RunCommand,
): Promise<void> {
  const result = await watched(console, (watch) =>
    runScenario({
      scenarioModel,
      file,
      fresh,
      onWarnings: (warnings) => noteWarnings(console, warnings),
      ...watch,
      ...options,
    }),
  );
  printLine(console, json === true ? resultJson(result) : summary(result, console));
}
