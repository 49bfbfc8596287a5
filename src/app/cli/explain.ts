import CliTable from 'cli-table3';
import { InputError, writeWholeFile } from '../../experiment/index.ts';
import type { Setting } from '../../scenario/index.ts';
import type { View } from '../../kernel/index.ts';
import { dateOfDay } from '../../output/index.ts';
import { explainReplication, type Explanation } from '../explainReplication.ts';
import { scenarioOf } from '../runScenario.ts';
import type { ScenarioModel } from '../scenarioModel.ts';
import { traceReplication } from '../traceReplication.ts';
import { coloursOf, noteLine, printLine, processConsole, type Console } from './console.ts';

/** Options of `gigaramp explain`. */
export interface ExplainCommand {
  readonly gpus?: number;
  readonly milestone?: string;
  readonly set?: readonly (readonly [string, Setting])[];
  readonly trace?: string;
  readonly replication?: number;
  readonly seed?: string;
  readonly view: View;
  readonly json?: boolean;
}

/** `gigaramp explain`: the driving path of a number of GPUs in one replication, from the start to that count. */
export function explain<S>(
  console: Console,
  scenarioModel: ScenarioModel<S>,
  file: string | undefined = scenarioModel.defaultFile,
  { json, trace, gpus, milestone, set = [], replication = 0, seed = '1', view }: ExplainCommand,
): void {
  if (gpus === undefined && milestone === undefined && trace === undefined)
    throw new InputError('explain: nothing asked for, expected --gpus, --milestone or --trace');
  if (gpus !== undefined && milestone !== undefined)
    throw new InputError('explain: --gpus and --milestone, expected one of them');
  const { model } = scenarioModel;
  const { scenario, name } = scenarioOf(scenarioModel, file, Object.fromEntries(set));
  const one = { model, scenario, seed, replication };
  if (trace !== undefined) {
    writeTraceFile(trace, traceReplication({ ...one, name }));
    noteLine(console, `wrote ${trace}: open it in Perfetto`);
  }
  if (gpus === undefined && milestone === undefined) return;
  const explanation = explainReplication({ ...one, gpus, milestone, view });
  const { startDate } = model.outputs(scenario);
  if (json === true) {
    printLine(console, JSON.stringify({ start: startDate, ...explanation }, null, 2));
    return;
  }
  printLine(console, explanationText(startDate, explanation, console));
}

function writeTraceFile(file: string, text: string): void {
  try {
    writeWholeFile(file, text);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new InputError(
      `trace ${file}: cannot be written (${reason}), expected a file in a folder that exists`,
    );
  }
}

/** A driving path as a person reads it. */
export function explanationText(
  start: string,
  { gpus, milestone, replication, view, day, contractGpus, path, daysByCause }: Explanation,
  console: Console = processConsole(),
): string {
  const amount = gpus === undefined ? [] : [`${gpus.toLocaleString('en-US')} GPUs`];
  const what = [...(milestone === undefined ? [] : [milestone]), ...amount].join(', ');
  const title = `${what} in replication ${replication}, ${view} view`;
  if (day === undefined) {
    const why =
      contractGpus !== undefined && gpus !== undefined && contractGpus < gpus
        ? `this replication's contract is ${contractGpus.toLocaleString('en-US')} GPUs`
        : 'not reached by the horizon';
    return `${title}: ${why}`;
  }
  const table = new CliTable({
    head: ['from', 'to', 'days', 'activity', 'where', 'cause', 'how'],
    style: { head: [], border: [], compact: true },
    colWidths: [null, null, null, null, null, null, 60],
    wordWrap: true,
  });
  for (const { from, to, activity, entity, cause, how } of path)
    table.push([
      dateOfDay(start, from),
      dateOfDay(start, to),
      (to - from).toFixed(1),
      activity,
      entity,
      cause ?? '',
      how,
    ]);
  const sum = daysByCause.map(({ cause, days }) => `${cause} ${days.toFixed(1)}`).join(' + ');
  return [
    coloursOf(console).bold(`${title}: ${dateOfDay(start, day)}, day ${day.toFixed(1)}`),
    table.toString(),
    `${sum} = ${day.toFixed(1)} days. One replication: exact, without an interval.`,
  ].join('\n');
}
