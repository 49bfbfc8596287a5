import { relative } from 'node:path';
import type { Found, Progress } from '../../experiment/index.ts';
import type { Precision } from '../precision.ts';
import { runScenario } from '../runScenario.ts';
import type { RunResult } from '../runToFolder.ts';
import type { ScenarioModel } from '../scenarioModel.ts';
import { noteLine, printLine, type Console } from './console.ts';
import { interruptible } from './interruption.ts';
import { progressLine } from './progressLine.ts';
import { resultJson } from './resultJson.ts';
import { summary } from './summary.ts';

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
  const line = progressLine(console);
  const onFound = ({ replications, dropped }: Found): void => {
    for (const path of dropped) noteLine(console, `dropped ${relative('', path)}: torn or damaged`);
    if (replications > 0)
      noteLine(console, `found ${replications} finished replications, running what is missing`);
  };
  const onProgress = ({ done, total }: Progress): void => line.update(done, total);
  const result: RunResult<S> = await interruptible(console, async (signal) => {
    try {
      return await runScenario({ scenarioModel, file, fresh, signal, onFound, onProgress, ...options });
    } finally {
      line.stop();
    }
  });
  printLine(console, json === true ? resultJson(result) : summary(result, console));
}
