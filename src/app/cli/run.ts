import type { Issue } from '../../scenario/index.ts';
import { askedMilestone } from '../milestoneName.ts';
import { runScenario, scenarioRun } from '../runScenario.ts';
import type { ScenarioModel } from '../scenarioModel.ts';
import { scenarioOf } from '../scenarioOf.ts';
import { printLine, printText, type Console } from './console.ts';
import type { DividedCommand } from './dividedCommand.ts';
import { queued, refuseQueue } from './queued.ts';
import { resultJson } from './resultJson.ts';
import { shard as runPart } from './shard.ts';
import { runSummary } from './summary.ts';
import { noteWarnings } from './warnings.ts';
import { watched } from './watched.ts';

/** `gigaramp run`: a scenario to a folder of tables, with progress and a table at the end. */
export async function run<S>(
  console: Console,
  scenarioModel: ScenarioModel<S>,
  file: string | undefined,
  {
    json,
    fresh = false,
    set = [],
    milestone,
    until,
    shard,
    queue,
    shards,
    words = [],
    ...options
  }: DividedCommand,
): Promise<void> {
  const settings = Object.fromEntries(set);
  if (milestone !== undefined) {
    const { scenario } = scenarioOf(scenarioModel, file ?? scenarioModel.defaultFile, settings);
    askedMilestone(scenarioModel.model.outputs(scenario), milestone);
  }
  const onWarnings = (warnings: readonly Issue[]): void => noteWarnings(console, warnings);
  if (shard !== undefined) {
    refuseQueue(queue, shards);
    const { seed, out, replications, workers } = options;
    const part = scenarioRun({ scenarioModel, file, settings, seed, out, onWarnings });
    await runPart(console, { shard, words, json, until, fresh, replications, workers }, part);
    return;
  }
  if (queue !== undefined || shards !== undefined) {
    const { seed, out } = options;
    const whole = scenarioRun({ scenarioModel, file, settings, seed, out, onWarnings });
    const asked = { ...options, queue, shards, words, until, fresh };
    const result = await queued(console, asked, whole);
    if (json === true) printLine(console, resultJson(result));
    else printText(console, runSummary(result, console, milestone));
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
  if (json === true) printLine(console, resultJson(result));
  else printText(console, runSummary(result, console, milestone));
}
