import type { Shard } from '../../execution/index.ts';
import type { Issue } from '../../scenario/index.ts';
import type { Precision } from '../precision.ts';
import { askedMilestone } from '../milestoneName.ts';
import { runScenario, scenarioRun } from '../runScenario.ts';
import type { ScenarioModel } from '../scenarioModel.ts';
import { scenarioOf } from '../scenarioOf.ts';
import { printLine, type Console } from './console.ts';
import type { PointsCommand } from './pointsCommand.ts';
import { resultJson } from './resultJson.ts';
import { shard as runPart } from './shard.ts';
import { runSummary } from './summary.ts';
import { noteWarnings } from './warnings.ts';
import { watched } from './watched.ts';

/** Options of `gigaramp run`. */
export interface RunCommand extends PointsCommand {
  readonly until?: Precision;
  readonly shard?: Shard;
  /** What was typed after `gigaramp`. */
  readonly words?: readonly string[];
}

/** `gigaramp run`: a scenario to a folder of tables, with progress and a table at the end. */
export async function run<S>(
  console: Console,
  scenarioModel: ScenarioModel<S>,
  file: string | undefined,
  { json, fresh = false, set = [], milestone, until, shard, words = [], ...options }: RunCommand,
): Promise<void> {
  const settings = Object.fromEntries(set);
  if (milestone !== undefined) {
    const { scenario } = scenarioOf(scenarioModel, file ?? scenarioModel.defaultFile, settings);
    askedMilestone(scenarioModel.model.outputs(scenario), milestone);
  }
  const onWarnings = (warnings: readonly Issue[]): void => noteWarnings(console, warnings);
  if (shard !== undefined) {
    const { seed, out, replications, workers } = options;
    const part = scenarioRun({ scenarioModel, file, settings, seed, out, onWarnings });
    await runPart(console, { shard, words, json, until, fresh, replications, workers }, part);
    return;
  }
  const result = await watched(console, (watch) =>
    runScenario({
      scenarioModel,
      file,
      fresh,
      settings,
      until: until && { ...until, milestone },
      onWarnings,
      ...watch,
      ...options,
    }),
  );
  printLine(console, json === true ? resultJson(result) : runSummary(result, console, milestone));
}
